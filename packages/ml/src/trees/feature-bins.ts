import type { Random } from '../random.ts';
import type { TreeDataset } from './tree-dataset.ts';
import type { TreeColumn } from './tree-model.ts';

/**
 * A feature's values sorted into bins: of a number in order, of a category one for each code. `codes` has the bin of
 * each row; bin `bins` is what is missing, and of a category also what is too rare for a bin of its own.
 */
export type BinnedFeature = {
  kind: 'number' | 'category';
  bins: number;
  codes: Uint8Array;
  /** Of a number: what separates bin `b` from the next, `bins - 1` of them. */
  thresholds: Float64Array;
  /** Of a category: the code of each bin. */
  categories: Int32Array;
};

/** Bins are found from so many rows at most. */
const SAMPLED_ROWS = 100_000;

export function binFeatures(features: TreeDataset['features'], mostBins: number, random: Random): BinnedFeature[] {
  const rows = features[0]?.values.length ?? 0;
  const sample = rows <= SAMPLED_ROWS ? null : Int32Array.from({ length: SAMPLED_ROWS }, () => random(rows)).sort();
  return features.map(({ kind, values }) =>
    kind === 'category' ? binCategory(values, mostBins) : binNumber(values, sample, mostBins),
  );
}

function binNumber(values: TreeColumn, sample: Int32Array | null, mostBins: number): BinnedFeature {
  const known = new Float64Array(sample ? sample.length : values.length);
  let size = 0;
  for (let at = 0; at < known.length; at++) {
    const value = values[sample ? (sample[at] ?? 0) : at] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    known[size++] = finite(value);
  }
  const thresholds = separate(known.subarray(0, size).sort(), mostBins);
  const bins = size === 0 ? 0 : thresholds.length + 1;
  const codes = new Uint8Array(values.length);
  const width = 2 ** Math.ceil(Math.log2(thresholds.length + 1));
  const padded = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  padded.set(thresholds);
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? Number.NaN;
    if (Number.isNaN(value) || bins === 0) {
      codes[row] = bins;
      continue;
    }
    const clamped = finite(value);
    let bin = 0;
    for (let step = width >> 1; step > 0; step >>= 1) bin += Number(clamped > (padded[bin + step - 1] ?? 0)) * step;
    codes[row] = bin;
  }
  return { kind: 'number', bins, codes, thresholds, categories: new Int32Array() };
}

/** Between neighbouring values if they are few, else so that each bin holds about as many rows. `sorted` ascends. */
function separate(sorted: Float64Array, mostBins: number): Float64Array {
  const distinct: number[] = [];
  const counts: number[] = [];
  for (let at = 0; at < sorted.length; at++) {
    const value = sorted[at] ?? 0;
    if (at === 0 || value !== sorted[at - 1]) {
      distinct.push(value);
      counts.push(0);
    }
    counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
  }
  const thresholds: number[] = [];
  let rowsLeft = sorted.length;
  let binsLeft = distinct.length <= mostBins ? Number.POSITIVE_INFINITY : mostBins;
  let inBin = 0;
  for (let at = 0; at + 1 < distinct.length && binsLeft > 1; at++) {
    inBin += counts[at] ?? 0;
    if (inBin < rowsLeft / binsLeft) continue;
    thresholds.push(between(distinct[at] ?? 0, distinct[at + 1] ?? 0));
    rowsLeft -= inBin;
    binsLeft -= 1;
    inBin = 0;
  }
  return Float64Array.from(thresholds);
}

/** A number from `low` on and below `high`, halfway where there is room. */
function between(low: number, high: number): number {
  const middle = low / 2 + high / 2;
  return middle >= low && middle < high ? middle : low;
}

function binCategory(values: TreeColumn, mostBins: number): BinnedFeature {
  const rowsOf = new Map<number, number>();
  for (let row = 0; row < values.length; row++) {
    const code = codeOf(values[row]);
    if (code >= 0) rowsOf.set(code, (rowsOf.get(code) ?? 0) + 1);
  }
  const chosen = [...rowsOf]
    .sort(([one, rows], [other, otherRows]) => otherRows - rows || one - other)
    .slice(0, mostBins)
    .map(([code]) => code)
    .sort((one, other) => one - other);
  const binOf = new Map(chosen.map((code, bin) => [code, bin]));
  const codes = new Uint8Array(values.length);
  for (let row = 0; row < values.length; row++) codes[row] = binOf.get(codeOf(values[row])) ?? chosen.length;
  return {
    kind: 'category',
    bins: chosen.length,
    codes,
    thresholds: new Float64Array(),
    categories: Int32Array.from(chosen),
  };
}

function codeOf(value = Number.NaN): number {
  return Number.isNaN(value) ? -1 : Math.trunc(Math.max(value, -1));
}

function finite(value: number): number {
  return Math.min(Math.max(value, -Number.MAX_VALUE), Number.MAX_VALUE);
}
