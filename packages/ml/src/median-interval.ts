import { type Estimate, normalQuantile } from './intervals.ts';

/**
 * The median of values given with how often each occurs, and its distribution-free interval by order statistics: the
 * values at ranks n/2 ± z·√n/2, rounded outwards (Conover 1999, "Practical nonparametric statistics", 3.2). With an even
 * number of values the median is the mean of the middle two. Null without values.
 * `counts` need not be sorted; its counts are whole and >= 0.
 */
export function medianInterval(
  counts: readonly (readonly [value: number, count: number])[],
  confidence = 0.95,
): Estimate | null {
  const sorted = counts.filter(([, count]) => count > 0).toSorted(([one], [other]) => one - other);
  const rows = sorted.reduce((sum, [, count]) => sum + count, 0);
  if (rows === 0) return null;
  const valueAt = (rank: number): number => {
    let before = 0;
    for (const [value, count] of sorted) {
      before += count;
      if (before >= rank) return value;
    }
    return sorted.at(-1)?.[0] ?? 0;
  };
  const half = (normalQuantile((1 + confidence) / 2) * Math.sqrt(rows)) / 2;
  return {
    value: (valueAt(Math.ceil(rows / 2)) + valueAt(Math.floor(rows / 2) + 1)) / 2,
    low: valueAt(Math.max(1, Math.floor(rows / 2 - half))),
    high: valueAt(Math.min(rows, Math.ceil(1 + rows / 2 + half))),
  };
}
