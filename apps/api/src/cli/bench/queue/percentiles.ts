/** Median, 95th and 99th percentile of latencies in milliseconds (nearest rank); zeros when there are none. */
export function latencies(values: readonly number[]): { p50_ms: number; p95_ms: number; p99_ms: number } {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { p50_ms: at(0.5), p95_ms: at(0.95), p99_ms: at(0.99) };
}
