import type { BinnedFeature } from './feature-bins.ts';

/** What is summed up over the rows of a node. */
export type NodeSums = { gradient: number; weight: number; rows: number };

/** What each row contributes. `weights` is null where every row counts 1. */
export type RowGradients = { gradients: Float64Array; weights: Float64Array | null };

/**
 * Sums by feature and bin. Feature `f`'s bin `b` is `at = starts[f] + b`: `sums[2 * at]` is its gradient and
 * `sums[2 * at + 1]` its weight; `rows[at]` counts rows, and is left out where weights are 1 and so say the same.
 */
export type Histogram = { sums: Float64Array; rows: Int32Array | null };

export type HistogramLayout = { features: readonly BinnedFeature[]; starts: Int32Array; size: number };

export function layOutHistogram(features: readonly BinnedFeature[]): HistogramLayout {
  const starts = new Int32Array(features.length);
  let size = 0;
  for (const [feature, { bins }] of features.entries()) {
    starts[feature] = size;
    size += bins + 1;
  }
  return { features, starts, size };
}

export function createHistogram({ size }: HistogramLayout, isWeighted: boolean): Histogram {
  return { sums: new Float64Array(2 * size), rows: isWeighted ? new Int32Array(size) : null };
}

/** Sums `rows[from..to)` up for the features of `chosen`. `gathered` is scratch as long as the rows. */
export function fillHistogram(
  histogram: Histogram,
  { features, starts }: HistogramLayout,
  chosen: readonly number[],
  { gradients, weights }: RowGradients,
  rows: Int32Array,
  gathered: Float64Array,
): void {
  for (let at = 0; at < rows.length; at++) gathered[at] = gradients[rows[at] ?? 0] ?? 0;
  for (const feature of chosen) {
    const binned = features[feature];
    if (!binned) continue;
    const start = starts[feature] ?? 0;
    const sums = histogram.sums.subarray(2 * start, 2 * (start + binned.bins + 1));
    sums.fill(0);
    if (weights && histogram.rows) {
      const counts = histogram.rows.subarray(start, start + binned.bins + 1);
      counts.fill(0);
      addWeighted(sums, counts, binned.codes, rows, gathered, weights);
    } else {
      addEqual(sums, binned.codes, rows, gathered);
    }
  }
}

function addEqual(sums: Float64Array, codes: Uint8Array, rows: Int32Array, gathered: Float64Array): void {
  for (let at = 0; at < rows.length; at++) {
    const place = 2 * (codes[rows[at] ?? 0] ?? 0);
    sums[place] = (sums[place] ?? 0) + (gathered[at] ?? 0);
    sums[place + 1] = (sums[place + 1] ?? 0) + 1;
  }
}

function addWeighted(
  sums: Float64Array,
  counts: Int32Array,
  codes: Uint8Array,
  rows: Int32Array,
  gathered: Float64Array,
  weights: Float64Array,
): void {
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    const code = codes[row] ?? 0;
    sums[2 * code] = (sums[2 * code] ?? 0) + (gathered[at] ?? 0);
    sums[2 * code + 1] = (sums[2 * code + 1] ?? 0) + (weights[row] ?? 0);
    counts[code] = (counts[code] ?? 0) + 1;
  }
}

/** Turns a parent's histogram into that of the child that `part` is not, in place. */
export function subtractHistogram(
  whole: Histogram,
  part: Histogram,
  { features, starts }: HistogramLayout,
  chosen: readonly number[],
): void {
  for (const feature of chosen) {
    const from = starts[feature] ?? 0;
    const to = from + (features[feature]?.bins ?? 0) + 1;
    const { sums, rows } = whole;
    for (let at = 2 * from; at < 2 * to; at++) sums[at] = (sums[at] ?? 0) - (part.sums[at] ?? 0);
    if (!rows) continue;
    for (let at = from; at < to; at++) rows[at] = (rows[at] ?? 0) - (part.rows?.[at] ?? 0);
  }
}
