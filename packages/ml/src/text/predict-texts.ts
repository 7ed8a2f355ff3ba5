import { scorerOf, type TextScorer } from './text-scorer.ts';
import type { TextModel } from './text-model.ts';

export type LabelScore = { labelKey: string; probability: number };

export type TextPrediction = {
  /** Best first, calibrated. In a tree the leaves; they add up to one, except for `multi` and below `top`. */
  scores: LabelScore[];
  /** Labels of a tree that have children, best first; each the sum of what stands below it. Else empty. */
  parents: LabelScore[];
  /**
   * How far the answer is from a toss-up, 0..1: the best probability less the second best; for `multi`, the smallest
   * |2p − 1| of any label.
   */
  margin: number;
  /** In nats over all leaves, whatever `top`; for `multi`, the mean of the labels' own entropies. */
  entropy: number;
};

/**
 * Labels each text. `top` limits how many scores are returned, not what margin and entropy are computed from. Any
 * string has a defined answer; one without a known piece gets the labels' base rates.
 */
export function predictTexts(
  model: TextModel,
  texts: readonly string[],
  options: { top?: number } = {},
): TextPrediction[] {
  const scorer = scorerOf(model);
  const { leaves, labels, kind } = scorer.tree;
  const top = Math.max(1, options.top ?? leaves.length);
  const isLeaf = new Set(leaves);
  const inner = kind === 'tree' ? [...labels.keys()].filter((label) => !isLeaf.has(label)) : [];
  return texts.map((text) => {
    const probabilities = scorer.probabilities(text);
    return {
      scores: best(scorer, leaves, top),
      parents: best(scorer, inner, top),
      margin: kind === 'multi' ? smallestDoubt(probabilities) : lead(probabilities, leaves),
      entropy: kind === 'multi' ? meanBinaryEntropy(probabilities) : entropyOf(probabilities, leaves),
    };
  });
}

function best({ labelProbabilities, model }: TextScorer, among: readonly number[], top: number): LabelScore[] {
  const order = Int32Array.from(among);
  order.sort((a, b) => (labelProbabilities[b] ?? 0) - (labelProbabilities[a] ?? 0) || a - b);
  return Array.from(order.subarray(0, top), (label) => ({
    labelKey: model.labels[label]?.key ?? '',
    probability: labelProbabilities[label] ?? 0,
  }));
}

function lead(probabilities: Float64Array, leaves: readonly number[]): number {
  let first = 0;
  let second = 0;
  for (const leaf of leaves) {
    const probability = probabilities[leaf] ?? 0;
    if (probability > first) {
      second = first;
      first = probability;
    } else if (probability > second) {
      second = probability;
    }
  }
  return first - second;
}

function smallestDoubt(probabilities: Float64Array): number {
  let smallest = 1;
  for (const probability of probabilities) smallest = Math.min(smallest, Math.abs(2 * probability - 1));
  return smallest;
}

function entropyOf(probabilities: Float64Array, leaves: readonly number[]): number {
  let entropy = 0;
  for (const leaf of leaves) entropy += surprise(probabilities[leaf] ?? 0);
  return entropy;
}

function meanBinaryEntropy(probabilities: Float64Array): number {
  let entropy = 0;
  for (const probability of probabilities) entropy += surprise(probability) + surprise(1 - probability);
  return entropy / probabilities.length;
}

function surprise(probability: number): number {
  return probability > 0 ? -probability * Math.log(probability) : 0;
}
