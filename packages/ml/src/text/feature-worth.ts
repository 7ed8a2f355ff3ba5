import type { LabelKind } from './label-tree.ts';
import { featureLookup, type FeatureSpace, type TextCounts } from './text-matrix.ts';

/** The labels of every row, as indexes into `labels` labels. */
export type RowLabels = { kind: LabelKind; labels: number; labelsOf: readonly Int32Array[] };

/** Texts at base rate that every feature is taken to have occurred in besides: keeps rare features modest. */
const PRIOR_TEXTS = 4;
const LEAST_DIVERGENCE = 0.01;
const EXPONENT = 0.35;

/**
 * Raises the worth of features whose texts are labelled otherwise than the rest: times (JS + 0.01)^0.35, where JS is
 * the Jensen-Shannon divergence (Lin 1991), in nats, between the labels of texts with the feature and those of all
 * texts. For `multi`, the label that differs most counts. Weighting terms by what they tell of the labels goes back to
 * Debole and Sebastiani 2003. Only `rows` are looked at, so that rows kept apart stay unseen.
 */
export function weighByLabels(
  space: FeatureSpace,
  counts: TextCounts,
  { kind, labels, labelsOf }: RowLabels,
  rows: Int32Array,
): FeatureSpace {
  const { starts, texts } = textsByFeature(space, counts, rows);
  const shares = new Float64Array(labels);
  for (const row of rows)
    for (const label of labelsOf[row] ?? []) shares[label] = (shares[label] ?? 0) + 1 / rows.length;
  const own = new Float64Array(labels);
  const divergence = kind === 'multi' ? largestDivergence : totalDivergence;
  const worths = space.worths.map((worth, feature) => {
    own.fill(0);
    const from = starts[feature] ?? 0;
    const to = starts[feature + 1] ?? 0;
    for (let at = from; at < to; at++) {
      for (const label of labelsOf[texts[at] ?? 0] ?? []) own[label] = (own[label] ?? 0) + 1;
    }
    for (let label = 0; label < labels; label++) {
      own[label] = ((own[label] ?? 0) + PRIOR_TEXTS * (shares[label] ?? 0)) / (to - from + PRIOR_TEXTS);
    }
    return worth * (divergence(own, shares) + LEAST_DIVERGENCE) ** EXPONENT;
  });
  return { ...space, worths };
}

/** For each feature of `space` the texts among `rows` it occurs in: `texts[starts[f]..starts[f+1])`. */
function textsByFeature(
  space: FeatureSpace,
  counts: TextCounts,
  rows: Int32Array,
): { starts: Int32Array; texts: Int32Array } {
  const lookup = featureLookup(space);
  const starts = new Int32Array(space.buckets.length + 2);
  for (const row of rows) {
    for (let at = counts.starts[row] ?? 0; at < (counts.starts[row + 1] ?? 0); at++) {
      const feature = lookup[counts.columns[at] ?? 0] ?? -1;
      if (feature >= 0) starts[feature + 2] = (starts[feature + 2] ?? 0) + 1;
    }
  }
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const texts = new Int32Array(starts.at(-1) ?? 0);
  for (const row of rows) {
    for (let at = counts.starts[row] ?? 0; at < (counts.starts[row + 1] ?? 0); at++) {
      const feature = lookup[counts.columns[at] ?? 0] ?? -1;
      if (feature < 0) continue;
      const next = starts[feature + 1] ?? 0;
      texts[next] = row;
      starts[feature + 1] = next + 1;
    }
  }
  return { starts: starts.subarray(0, -1), texts };
}

function totalDivergence(own: Float64Array, shares: Float64Array): number {
  let sum = 0;
  for (let label = 0; label < own.length; label++) sum += divergencePart(own[label] ?? 0, shares[label] ?? 0);
  return sum;
}

function largestDivergence(own: Float64Array, shares: Float64Array): number {
  let largest = 0;
  for (let label = 0; label < own.length; label++) {
    const [p, q] = [own[label] ?? 0, shares[label] ?? 0];
    largest = Math.max(largest, divergencePart(p, q) + divergencePart(1 - p, 1 - q));
  }
  return largest;
}

function divergencePart(p: number, q: number): number {
  const middle = (p + q) / 2;
  return ((p > 0 ? p * Math.log(p / middle) : 0) + (q > 0 ? q * Math.log(q / middle) : 0)) / 2;
}
