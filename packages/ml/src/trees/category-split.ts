import type { FeatureSearch, FoundSplit, SplitNode, SplitRules } from './split-search.ts';
import { scoreOf } from './split-score.ts';

/**
 * The best split of a category into two groups. Its codes are put in the order of their mean gradient; of all groupings,
 * the best one then cuts that order in two (Fisher 1958; LightGBM does the same). Missing, rare and unseen codes go
 * right, so both ends of the order are tried as the group on the left.
 */
export function findCategorySplit(
  { feature, binned, start }: FeatureSearch,
  { histogram, sums: whole, bounds }: SplitNode,
  rules: SplitRules,
  least: number,
): FoundSplit | null {
  const { sums, rows } = histogram;
  const rowsOf = (bin: number): number => (rows ? (rows[start + bin] ?? 0) : (sums[2 * (start + bin) + 1] ?? 0));
  const met: number[] = [];
  for (let bin = 0; bin < binned.bins; bin++) if (rowsOf(bin) > 0) met.push(bin);
  const missingRows = rowsOf(binned.bins);
  if (met.length + (missingRows > 0 ? 1 : 0) < 2) return null;
  const means = new Float64Array(binned.bins);
  for (const bin of met) {
    const at = 2 * (start + bin);
    means[bin] = (sums[at] ?? 0) / ((sums[at + 1] ?? 0) + rules.categoryL2);
  }
  met.sort((one, other) => (means[one] ?? 0) - (means[other] ?? 0) || one - other);

  const l2 = rules.l2 + rules.categoryL2;
  const nodeScore = scoreOf(whole.gradient, whole.weight, rules.l2, bounds);
  let best: FoundSplit | null = null;
  for (const order of [met, met.toReversed()]) {
    let gradient = 0;
    let weight = 0;
    let count = 0;
    // Without missing rows the last of the order must stay on the right.
    for (let taken = 1; taken < order.length + (missingRows > 0 ? 1 : 0); taken++) {
      const bin = order[taken - 1] ?? 0;
      gradient += sums[2 * (start + bin)] ?? 0;
      weight += sums[2 * (start + bin) + 1] ?? 0;
      count += rowsOf(bin);
      // Where nothing is missing, what is unseen joins the larger group, as it does for numbers.
      if (missingRows === 0 && 2 * count > whole.rows) break;
      const rightWeight = whole.weight - weight;
      if (count < rules.fewestRows || whole.rows - count < rules.fewestRows) continue;
      if (weight < rules.leastWeight || rightWeight < rules.leastWeight) continue;
      const gain =
        scoreOf(gradient, weight, l2, bounds) + scoreOf(whole.gradient - gradient, rightWeight, l2, bounds) - nodeScore;
      if (!(gain > (best?.gain ?? least))) continue;
      const binsLeft = order.slice(0, taken);
      best = { gain, feature, bin: -1, binsLeft, isMissingLeft: false, left: { gradient, weight, rows: count } };
    }
  }
  return best;
}
