import { scorerOf, surprise } from './text-scorer.ts';
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
  const isMulti = model.kind === 'multi';
  const top = Math.max(1, options.top ?? leaves.length);
  return texts.map((text) => {
    const probabilities = scorer.probabilities(text);
    // Two at least: they make the margin.
    const ranked = best(probabilities, leaves, Math.max(2, top));
    const [first = -1, second = -1] = ranked;
    return {
      scores: named(model, ranked, top, probabilities),
      parents: named(model, best(probabilities, inner, top), top, probabilities),
      margin: isMulti ? smallestDoubt(probabilities) : (probabilities[first] ?? 0) - (probabilities[second] ?? 0),
      entropy: isMulti ? meanBinaryEntropy(probabilities) : scorer.entropy,
    };
  });
}

/** The `top` most probable of the labels, best first; of equals the one named first. */
function best(probabilities: Float64Array, among: Int32Array, top: number): Int32Array {
  const count = Math.min(top, among.length);
  const chosen = new Int32Array(count);
  let filled = 0;
  /** What the last of those chosen has, once there are enough. */
  let bar = Number.NEGATIVE_INFINITY;
  for (const label of among) {
    const probability = probabilities[label] ?? 0;
    if (probability <= bar) continue;
    let place = filled < count ? filled++ : count - 1;
    while (place > 0 && probability > (probabilities[chosen[place - 1] ?? 0] ?? 0)) {
      chosen[place] = chosen[place - 1] ?? 0;
      place -= 1;
    }
    chosen[place] = label;
    if (filled === count) bar = probabilities[chosen[count - 1] ?? 0] ?? 0;
  }
  return chosen;
}

function named(model: TextModel, ranked: Int32Array, top: number, probabilities: Float64Array): LabelScore[] {
  const scores: LabelScore[] = [];
  for (let at = 0; at < ranked.length && at < top; at++) {
    const label = ranked[at] ?? 0;
    scores.push({ labelKey: model.labels[label]?.key ?? '', probability: probabilities[label] ?? 0 });
  }
  return scores;
}

function smallestDoubt(probabilities: Float64Array): number {
  let smallest = 1;
  for (const probability of probabilities) smallest = Math.min(smallest, Math.abs(2 * probability - 1));
  return smallest;
}

function meanBinaryEntropy(probabilities: Float64Array): number {
  let entropy = 0;
  for (const probability of probabilities) entropy += surprise(probability) + surprise(1 - probability);
  return entropy / probabilities.length;
}
