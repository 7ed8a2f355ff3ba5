import { requireSameLength } from './metrics.ts';
import { createRandom } from './random.ts';

/**
 * The second less the first. `low` and `high` bound it with the confidence asked for; `p` is two-sided: how likely so
 * large a difference is if there is none.
 */
export type PairedDifference = { difference: number; low: number; high: number; p: number; rounds: number };

export type BootstrapOptions = {
  seed: number;
  rounds?: number;
  confidence?: number;
  /**
   * The group of each row, where rows are not independent: copies of a text are right or wrong together, and counting
   * each by itself takes one flip for many. Groups are drawn whole (Davison and Hinkley 1997, "Bootstrap methods and
   * their application", 3.8). Each row is its own where left out.
   */
  groups?: readonly string[];
};

/**
 * Paired bootstrap: both systems are measured on the same resampled rows (Efron and Tibshirani 1993, "An introduction
 * to the bootstrap", ch. 13 for the percentile interval; Koehn 2004 for the pairing). `measure` gets row indexes, some
 * more than once, and answers the difference on them. `p` is twice the smaller share of rounds at or beyond zero, with
 * one round added to both (Davison and Hinkley 1997, 4.2.3).
 */
export function pairedBootstrap(
  rows: number,
  measure: (rows: Int32Array) => number,
  { seed, rounds = 1000, confidence = 0.95, groups }: BootstrapOptions,
): PairedDifference {
  if (rows === 0) return { difference: 0, low: 0, high: 0, p: 1, rounds: 0 };
  const random = createRandom(seed);
  const difference = measure(Int32Array.from({ length: rows }, (_, row) => row));
  const draw = groups ? groupSampler(groups, random) : rowSampler(rows, random);
  const resampled = new Float64Array(rounds);
  let notAbove = 0;
  let notBelow = 0;
  for (let round = 0; round < rounds; round++) {
    const value = measure(draw());
    resampled[round] = value;
    if (value <= 0) notAbove += 1;
    if (value >= 0) notBelow += 1;
  }
  resampled.sort();
  const tail = (1 - confidence) / 2;
  const p = Math.min(1, (2 * (Math.min(notAbove, notBelow) + 1)) / (rounds + 1));
  return { difference, low: sortedQuantile(resampled, tail), high: sortedQuantile(resampled, 1 - tail), p, rounds };
}

/** Draws as many rows as there are, with replacement. */
function rowSampler(rows: number, random: (below: number) => number): () => Int32Array {
  const sample = new Int32Array(rows);
  return () => {
    for (let at = 0; at < rows; at++) sample[at] = random(rows);
    return sample;
  };
}

/** Draws as many groups as there are, with replacement, and answers their rows: now more, now fewer. */
function groupSampler(groups: readonly string[], random: (below: number) => number): () => Int32Array {
  const members = new Map<string, number[]>();
  for (const [row, group] of groups.entries()) {
    const rows = members.get(group);
    if (rows) rows.push(row);
    else members.set(group, [row]);
  }
  const lists = [...members.values()];
  return () => {
    const drawn = Array.from(lists, () => lists[random(lists.length)] ?? []);
    const sample = new Int32Array(drawn.reduce((sum, rows) => sum + rows.length, 0));
    let at = 0;
    for (const rows of drawn) {
      sample.set(rows, at);
      at += rows.length;
    }
    return sample;
  };
}

export type Comparison = {
  truth: readonly string[];
  first: readonly string[];
  second: readonly string[];
  metric: 'accuracy' | 'macroF1';
};

/** Whether `second` beats `first` beyond noise, by `pairedBootstrap` over the rows. */
export function comparePredictions(comparison: Comparison, options: BootstrapOptions): PairedDifference {
  const { truth, first, second, metric } = comparison;
  requireSameLength(truth, first);
  requireSameLength(truth, second);
  const labelKeys = [...new Set([...truth, ...first, ...second])];
  const indexOf = new Map(labelKeys.map((labelKey, index) => [labelKey, index]));
  const encode = (keys: readonly string[]) => Int32Array.from(keys, (key) => indexOf.get(key) ?? 0);
  const [expected, one, other] = [encode(truth), encode(first), encode(second)];
  const measure = metric === 'accuracy' ? accuracyOf : macroF1Of;
  return pairedBootstrap(
    truth.length,
    (rows) => measure(expected, other, rows, labelKeys.length) - measure(expected, one, rows, labelKeys.length),
    options,
  );
}

function accuracyOf(truth: Int32Array, predicted: Int32Array, rows: Int32Array): number {
  let right = 0;
  for (const row of rows) if (truth[row] === predicted[row]) right += 1;
  return right / rows.length;
}

function macroF1Of(truth: Int32Array, predicted: Int32Array, rows: Int32Array, labels: number): number {
  const hits = new Float64Array(labels);
  const claims = new Float64Array(labels);
  for (const row of rows) {
    const expected = truth[row] ?? 0;
    const found = predicted[row] ?? 0;
    claims[expected] = (claims[expected] ?? 0) + 1;
    claims[found] = (claims[found] ?? 0) + 1;
    if (expected === found) hits[found] = (hits[found] ?? 0) + 1;
  }
  let sum = 0;
  let used = 0;
  for (let label = 0; label < labels; label++) {
    const claimed = claims[label] ?? 0;
    if (claimed === 0) continue;
    sum += (2 * (hits[label] ?? 0)) / claimed;
    used += 1;
  }
  return used > 0 ? sum / used : 0;
}

/** The value below which `share` of sorted values lies, between two of them in proportion (Hyndman and Fan 1996, type 7). */
export function sortedQuantile(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? 0;
  return below + (above - below) * (at - Math.floor(at));
}
