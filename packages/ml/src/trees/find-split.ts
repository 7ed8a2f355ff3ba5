import { findCategorySplit } from './category-split.ts';
import type { HistogramLayout } from './histogram.ts';
import { leafValue, scoreOf, type Bounds } from './split-score.ts';
import type { FeatureSearch, FoundSplit, SplitNode, SplitRules } from './split-search.ts';

/**
 * The split that lowers the loss most, by second order: twice the gain is S(left) + S(right) - S(node) with
 * S = G² / (W + l2), G the sum of gradients and W of weights (Friedman 2001; Chen and Guestrin 2016, eq. 7). Null where
 * no split gains anything.
 */
export function findSplit(
  { features, starts }: HistogramLayout,
  chosen: readonly number[],
  node: SplitNode,
  rules: SplitRules,
): FoundSplit | null {
  let best: FoundSplit | null = null;
  for (const feature of chosen) {
    const binned = features[feature];
    if (!binned || binned.bins === 0) continue;
    const search = { feature, binned, start: starts[feature] ?? 0 };
    const least: number = best?.gain ?? rules.leastGain;
    const found: FoundSplit | null =
      binned.kind === 'category'
        ? findCategorySplit(search, node, rules, least)
        : findNumberSplit(search, node, rules, least);
    best = found ?? best;
  }
  return best;
}

function findNumberSplit(
  { feature, binned, start }: FeatureSearch,
  { histogram, sums: whole, bounds }: SplitNode,
  rules: SplitRules,
  least: number,
): FoundSplit | null {
  const { sums, rows } = histogram;
  const { l2, fewestRows, leastWeight } = rules;
  const direction = rules.directions[feature] ?? 0;
  const isBound = bounds !== null || direction !== 0;
  const missing = start + binned.bins;
  const missingGradient = sums[2 * missing] ?? 0;
  const missingWeight = sums[2 * missing + 1] ?? 0;
  const missingRows = rows ? (rows[missing] ?? 0) : missingWeight;
  const nodeScore = scoreOf(whole.gradient, whole.weight, l2, bounds);
  const bins = missingRows > 0 ? binned.bins : binned.bins - 1;
  let bestGain = least;
  let bestBin = -1;
  let isMissingLeft = false;
  let best = { gradient: 0, weight: 0, rows: 0 };
  let gradient = 0;
  let weight = 0;
  let count = 0;
  for (let bin = 0; bin < bins; bin++) {
    const at = start + bin;
    const binRows = rows ? (rows[at] ?? 0) : (sums[2 * at + 1] ?? 0);
    if (binRows === 0) continue;
    gradient += sums[2 * at] ?? 0;
    weight += sums[2 * at + 1] ?? 0;
    count += binRows;
    if (whole.rows - count < fewestRows) break;
    for (let side = 0; side < (missingRows > 0 ? 2 : 1); side++) {
      const leftRows = side === 1 ? count + missingRows : count;
      const leftWeight = side === 1 ? weight + missingWeight : weight;
      const rightWeight = whole.weight - leftWeight;
      if (leftRows < fewestRows || whole.rows - leftRows < fewestRows) continue;
      if (leftWeight < leastWeight || rightWeight < leastWeight) continue;
      const leftGradient = side === 1 ? gradient + missingGradient : gradient;
      const rightGradient = whole.gradient - leftGradient;
      const gain = isBound
        ? boundGain(leftGradient, leftWeight, rightGradient, rightWeight, l2, bounds, direction) - nodeScore
        : (leftGradient * leftGradient) / (leftWeight + l2) +
          (rightGradient * rightGradient) / (rightWeight + l2) -
          nodeScore;
      if (!(gain > bestGain)) continue;
      bestGain = gain;
      bestBin = bin;
      isMissingLeft = side === 1;
      best = { gradient: leftGradient, weight: leftWeight, rows: leftRows };
    }
  }
  if (bestBin < 0) return null;
  const isLargerLeft = 2 * best.rows > whole.rows;
  return {
    gain: bestGain,
    feature,
    bin: bestBin,
    binsLeft: [],
    isMissingLeft: missingRows > 0 ? isMissingLeft : isLargerLeft,
    left: best,
  };
}

function boundGain(
  leftGradient: number,
  leftWeight: number,
  rightGradient: number,
  rightWeight: number,
  l2: number,
  bounds: Bounds | null,
  direction: number,
): number {
  const left = leafValue(leftGradient, leftWeight, l2, bounds);
  const right = leafValue(rightGradient, rightWeight, l2, bounds);
  if (direction * (right - left) < 0) return Number.NEGATIVE_INFINITY;
  return scoreOf(leftGradient, leftWeight, l2, bounds) + scoreOf(rightGradient, rightWeight, l2, bounds);
}
