/**
 * The value that a share `alpha` of `values` lies below, between neighbours by straight line (Hyndman and Fan 1996,
 * definition 7; numpy's default). Reorders `values`. 0 where there are none.
 */
export function quantileOf(values: Float64Array, alpha: number): number {
  if (values.length === 0) return 0;
  const at = alpha * (values.length - 1);
  const below = Math.floor(at);
  const low = select(values, below);
  if (below === at) return low;
  let high = Number.POSITIVE_INFINITY;
  for (let after = below + 1; after < values.length; after++) high = Math.min(high, values[after] ?? high);
  return low + (high - low) * (at - below);
}

/** The same where each value counts `weights[i]`: the first value up to which a share `alpha` of the weight lies. */
export function weightedQuantileOf(values: Float64Array, weights: Float64Array, alpha: number): number {
  const order = Int32Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
  const goal = alpha * weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  for (const at of order) {
    sum += weights[at] ?? 0;
    if (sum >= goal) return values[at] ?? 0;
  }
  return values[order.at(-1) ?? 0] ?? 0;
}

/** The `rank`-th smallest, moved to its place with smaller values before it (Hoare 1961, Algorithm 65). */
function select(values: Float64Array, rank: number): number {
  let from = 0;
  let to = values.length - 1;
  while (from < to) {
    const pivot = values[(from + to) >> 1] ?? 0;
    let low = from;
    let high = to;
    while (low <= high) {
      while ((values[low] ?? 0) < pivot) low += 1;
      while ((values[high] ?? 0) > pivot) high -= 1;
      if (low > high) break;
      const kept = values[low] ?? 0;
      values[low] = values[high] ?? 0;
      values[high] = kept;
      low += 1;
      high -= 1;
    }
    if (rank <= high) to = high;
    else if (rank >= low) from = low;
    else break;
  }
  return values[rank] ?? 0;
}
