import { FeatureReader, type FeatureShape } from './text-features.ts';

/**
 * Texts as sparse rows: row `r` has the features `columns[starts[r]..starts[r+1])` with as many `values`, of Euclidean
 * length one (or no features at all).
 */
export type TextMatrix = { rows: number; starts: Int32Array; columns: Int32Array; values: Float32Array };

/**
 * The features a model knows: their buckets, the commoner first so that what is asked for most lies together, and how
 * much each counts for before it is learned.
 */
export type FeatureSpace = { shape: FeatureShape; buckets: Uint32Array; worths: Float32Array };

/** How often features occur, text by text, before a space is chosen. `columns` are buckets, `values` counts. */
export type TextCounts = TextMatrix & { shape: FeatureShape };

/** Reads all texts once. `tick` hears the share done, every few thousand texts. */
export function countFeatures(
  texts: readonly string[],
  shape: FeatureShape,
  tick: (fraction: number) => void,
): TextCounts {
  const reader = new FeatureReader(shape);
  const lastRow = new Int32Array(2 ** shape.bits).fill(-1);
  const slots = new Int32Array(2 ** shape.bits);
  const starts = new Int32Array(texts.length + 1);
  let columns = new Int32Array(texts.length * 64 + 1024);
  let values = new Float32Array(columns.length);
  let used = 0;
  for (const [row, text] of texts.entries()) {
    const { length, buckets } = reader.read(text);
    if (used + length > columns.length) {
      const size = Math.max(columns.length * 2, used + length);
      columns = copyInto(new Int32Array(size), columns, used);
      values = copyInto(new Float32Array(size), values, used);
    }
    for (let at = 0; at < length; at++) {
      const bucket = buckets[at] ?? 0;
      if (lastRow[bucket] === row) {
        const slot = slots[bucket] ?? 0;
        values[slot] = (values[slot] ?? 0) + 1;
      } else {
        lastRow[bucket] = row;
        slots[bucket] = used;
        columns[used] = bucket;
        values[used++] = 1;
      }
    }
    starts[row + 1] = used;
    if (row % 4096 === 4095) tick((row + 1) / texts.length);
  }
  return { shape, rows: texts.length, starts, columns: columns.subarray(0, used), values: values.subarray(0, used) };
}

/** In how many texts each bucket occurs. */
export function documentFrequencies({ shape, columns }: TextCounts): Int32Array {
  const frequencies = new Int32Array(2 ** shape.bits);
  for (let at = 0; at < columns.length; at++) {
    const bucket = columns[at] ?? 0;
    frequencies[bucket] = (frequencies[bucket] ?? 0) + 1;
  }
  return frequencies;
}

/**
 * Keeps the buckets that occur in at least `fewest` texts. A feature is worth the square root of scikit-learn's smoothed
 * idf, ln((1 + n) / (1 + df)) + 1 (its user guide, 6.2.3.4).
 */
export function chooseFeatures(counts: TextCounts, frequencies: Int32Array, fewest: number): FeatureSpace {
  // Rough order is enough: features of a class have frequencies within a factor of two.
  const classSizes = new Int32Array(33);
  for (const frequency of frequencies) {
    if (frequency >= fewest) classSizes[Math.clz32(frequency)] = (classSizes[Math.clz32(frequency)] ?? 0) + 1;
  }
  const next = new Int32Array(34);
  for (let size = 0; size < classSizes.length; size++) next[size + 1] = (next[size] ?? 0) + (classSizes[size] ?? 0);
  const buckets = new Uint32Array(next[33] ?? 0);
  const worths = new Float32Array(buckets.length);
  for (let bucket = 0; bucket < frequencies.length; bucket++) {
    const frequency = frequencies[bucket] ?? 0;
    if (frequency < fewest) continue;
    const feature = next[Math.clz32(frequency)] ?? 0;
    next[Math.clz32(frequency)] = feature + 1;
    buckets[feature] = bucket;
    worths[feature] = Math.sqrt(Math.log((1 + counts.rows) / (1 + frequency)) + 1);
  }
  return { shape: counts.shape, buckets, worths };
}

/** For each bucket the index of its feature in `space`, or -1. */
export function featureLookup({ shape, buckets }: FeatureSpace): Int32Array {
  const lookup = new Int32Array(2 ** shape.bits).fill(-1);
  for (let feature = 0; feature < buckets.length; feature++) lookup[buckets[feature] ?? 0] = feature;
  return lookup;
}

/** The value of a feature before its row is scaled to length one: (1 + ln count) × worth. */
export function featureValue(count: number, worth: number): number {
  return count === 1 ? worth : (1 + Math.log(count)) * worth;
}

/** Turns counts into weighted rows of length one over the features of `space`. */
export function weighCounts(counts: TextCounts, space: FeatureSpace): TextMatrix {
  const lookup = featureLookup(space);
  const starts = new Int32Array(counts.rows + 1);
  const columns = new Int32Array(counts.columns.length);
  const values = new Float32Array(counts.columns.length);
  let used = 0;
  for (let row = 0; row < counts.rows; row++) {
    const from = used;
    let squares = 0;
    for (let at = counts.starts[row] ?? 0; at < (counts.starts[row + 1] ?? 0); at++) {
      const feature = lookup[counts.columns[at] ?? 0] ?? -1;
      if (feature < 0) continue;
      const value = featureValue(counts.values[at] ?? 1, space.worths[feature] ?? 0);
      columns[used] = feature;
      values[used++] = value;
      squares += value * value;
    }
    const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (let at = from; at < used; at++) values[at] = (values[at] ?? 0) * scale;
    starts[row + 1] = used;
  }
  return { rows: counts.rows, starts, columns: columns.slice(0, used), values: values.slice(0, used) };
}

function copyInto<T extends Int32Array | Float32Array>(to: T, from: T, length: number): T {
  to.set(from.subarray(0, length));
  return to;
}
