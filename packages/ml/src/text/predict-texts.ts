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
  const { leaves, inner } = scorer;
  const { kind } = model;
  const top = Math.max(1, options.top ?? leaves.length);
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

/** The `top` most probable of the labels, best first; of equals the one named first. */
function best({ labelProbabilities, model }: TextScorer, among: Int32Array, top: number): LabelScore[] {
  const count = Math.min(top, among.length);
  const chosen = new Int32Array(count);
  let filled = 0;
  for (const label of among) {
    const probability = labelProbabilities[label] ?? 0;
    if (filled === count && probability <= (labelProbabilities[chosen[count - 1] ?? 0] ?? 0)) continue;
    let place = filled < count ? filled++ : count - 1;
    while (place > 0 && probability > (labelProbabilities[chosen[place - 1] ?? 0] ?? 0)) {
      chosen[place] = chosen[place - 1] ?? 0;
      place -= 1;
    }
    chosen[place] = label;
  }
  return Array.from(chosen, (label) => ({
    labelKey: model.labels[label]?.key ?? '',
    probability: labelProbabilities[label] ?? 0,
  }));
}

function lead(probabilities: Float64Array, leaves: Int32Array): number {
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

function entropyOf(probabilities: Float64Array, leaves: Int32Array): number {
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
  // What is left out adds less than 2e-5 a label.
  return probability > 1e-6 ? -probability * Math.log(probability) : 0;
}
