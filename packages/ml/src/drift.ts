import { countBelow } from './count-below.ts';

/** How far what comes in has moved from what a model was made for. `reference` and `current` are counts by label or bin. */
export type Drift = {
  /** Population stability index: 0 where nothing moved; 0.1 is commonly looked into and 0.25 acted on. */
  psi: number;
  /** What the index would be on average if nothing had moved, from the numbers of rows alone. */
  psiByChance: number;
  /** Jensen-Shannon divergence in bits: 0 where nothing moved, 1 where nothing is shared. */
  jensenShannon: number;
};

/** Added to every count for the index, which an empty bin would make infinite (the prior of Jeffreys). */
const PSEUDO_COUNT = 0.5;

/**
 * Drift of counts by label or bin, `reference[i]` and `current[i]` being of the same one.
 *
 * - PSI, the sum of (share now - share then) · ln(share now / share then): Siddiqi 2006, "Credit risk scorecards"; half
 *   a row is added to every count first. Without drift it is (bins - 1)(1/reference rows + 1/current rows) on average
 *   (Yurdakul and Naranjo 2020, "Statistical properties of the population stability index").
 * - Jensen-Shannon divergence with base 2, nothing added: Lin 1991, "Divergence measures based on the Shannon entropy",
 *   eq. 4.1 with equal weights. scipy's `jensenshannon` is its square root.
 *
 * Where either side has no rows, or there is one bin at most, there is nothing to compare and all three are 0. Throws
 * `RangeError` for lists of different lengths and for counts that are negative or not finite.
 */
export function driftOfCounts(reference: ArrayLike<number>, current: ArrayLike<number>): Drift {
  if (reference.length !== current.length) throw new RangeError(`${reference.length} bins beside ${current.length}`);
  const bins = reference.length;
  const [then, now] = [totalOf(reference), totalOf(current)];
  if (then === 0 || now === 0 || bins < 2) return { psi: 0, psiByChance: 0, jensenShannon: 0 };
  let psi = 0;
  let bits = 0;
  for (let bin = 0; bin < bins; bin++) {
    const [before, after] = [reference[bin] ?? 0, current[bin] ?? 0];
    const smoothThen = (before + PSEUDO_COUNT) / (then + bins * PSEUDO_COUNT);
    const smoothNow = (after + PSEUDO_COUNT) / (now + bins * PSEUDO_COUNT);
    psi += (smoothNow - smoothThen) * Math.log(smoothNow / smoothThen);
    const [p, q] = [before / then, after / now];
    bits += (gain(p, (p + q) / 2) + gain(q, (p + q) / 2)) / 2;
  }
  const jensenShannon = Math.min(1, Math.max(0, bits));
  return { psi, psiByChance: (bins - 1) * (1 / then + 1 / now), jensenShannon };
}

/** The same for labels by name; one that stands on one side alone counts 0 on the other. */
export function driftOfLabels(reference: ReadonlyMap<string, number>, current: ReadonlyMap<string, number>): Drift {
  const labelKeys = [...new Set([...reference.keys(), ...current.keys()])];
  return driftOfCounts(
    labelKeys.map((labelKey) => reference.get(labelKey) ?? 0),
    labelKeys.map((labelKey) => current.get(labelKey) ?? 0),
  );
}

/** The same for numbers, over `binCount` bins that hold equally many of `reference`, and one for what is NaN. */
export function driftOfNumbers(reference: ArrayLike<number>, current: ArrayLike<number>, binCount = 10): Drift {
  const edges = quantileEdges(reference, binCount);
  return driftOfCounts(countsByBin(reference, edges), countsByBin(current, edges));
}

/**
 * At most `binCount - 1` ascending numbers that part `values` into bins of about equally many; fewer where values
 * repeat. A value equal to an edge is below it. NaN is left out. Throws `RangeError` if `binCount` is no whole number >= 2.
 */
export function quantileEdges(values: ArrayLike<number>, binCount: number): Float64Array {
  if (!(Number.isInteger(binCount) && binCount >= 2)) throw new RangeError(`${binCount} bins, not 2 or more`);
  const sorted = Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
  const cuts = Array.from({ length: binCount - 1 }, (_, cut) => {
    return sorted[Math.ceil(((cut + 1) * sorted.length) / binCount) - 1] ?? Number.NaN;
  });
  const largest = sorted[sorted.length - 1] ?? Number.NaN;
  const distinct = [...new Set(cuts)].filter((cut) => cut < largest);
  // Without an edge, values that all were one number would share their bin with whatever comes later.
  return Float64Array.from(distinct.length === 0 && sorted.length > 0 ? aroundConstant(largest) : distinct);
}

/** `counts[b]` of values up to `edges[b]` and above the edge before; then of those above all, then of NaN. */
export function countsByBin(values: ArrayLike<number>, edges: Float64Array): Float64Array {
  const counts = new Float64Array(edges.length + 2);
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? Number.NaN;
    const bin = Number.isNaN(value) ? edges.length + 1 : countBelow(edges, value);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

/** Edges that give a number a bin of its own. */
function aroundConstant(value: number): number[] {
  if (!Number.isFinite(value)) return [value > 0 ? Number.MAX_VALUE : value];
  return [value - Math.max(Number.MIN_VALUE, Math.abs(value) * 2 ** -52), value];
}

function gain(share: number, mean: number): number {
  return share > 0 ? share * Math.log2(share / mean) : 0;
}

function totalOf(counts: ArrayLike<number>): number {
  let total = 0;
  for (let bin = 0; bin < counts.length; bin++) {
    const count = counts[bin] ?? 0;
    if (!(count >= 0 && Number.isFinite(count))) throw new RangeError(`bin ${bin} counts ${count} rows`);
    total += count;
  }
  return total;
}
