import { judgeTexts, predictTexts, type LabelScore, type TextModel } from '@jeoul/ml/text-classifier';
import { answerKeyOf } from '@jeoul/shared/labeling/answers';
import { polarOf } from '@jeoul/shared/labeling/polarity';

/** Where too few texts were held out to choose a label's threshold. */
const half = 0.5;

/** A model's whole answer to a text. */
export type Proposal = {
  /** The labels proposed, likeliest first: one, or any number from a model of several. */
  labelKeys: string[];
  answerKey: string;
  /** How likely the answer is right as a whole; of several labels, were they independent of each other. */
  probability: number;
  /** How far it is from another answer, 0–1; of several labels, how far the nearest to its threshold is. */
  margin: number;
  /** What it thinks of each label, likeliest first. */
  scores: LabelScore[];
};

/**
 * What a model proposes for each text; null where it has no label to offer. `top` limits the scores told, which for a
 * model of several are always all.
 */
export function proposalsOf(model: TextModel, texts: readonly string[], { top }: { top: number }): (Proposal | null)[] {
  if (model.kind === 'multi') return severalOf(model, texts);
  return predictTexts(model, texts, { top }).map(({ scores, margin }) => {
    const [best] = scores;
    if (!best) return null;
    const { labelKey, probability } = best;
    return { labelKeys: [labelKey], answerKey: labelKey, probability, margin, scores };
  });
}

function severalOf(model: TextModel, texts: readonly string[]): Proposal[] {
  const thresholds = new Map(model.labels.map(({ key }, at) => [key, model.thresholds[at]?.likely ?? half]));
  return judgeTexts(model, texts).map(({ prediction, labels }) => {
    const likely = labels.filter(({ isLikely }) => isLikely).map(({ labelKey }) => labelKey);
    const labelKeys = onePolarityEach(likely);
    const proposed = new Set(labelKeys);
    const margins = labels.map(({ labelKey, probability }) => distance(probability, thresholds.get(labelKey) ?? half));
    return {
      labelKeys,
      answerKey: answerKeyOf(labelKeys),
      probability: labels.reduce(
        (all, one) => all * (proposed.has(one.labelKey) ? one.probability : 1 - one.probability),
        1,
      ),
      margin: Math.min(1, ...margins),
      scores: prediction.scores,
    };
  });
}

/** Of several polarities of one label, likeliest first, the likeliest alone: an answer holds a label once. */
function onePolarityEach(labelKeys: readonly string[]): string[] {
  const named = new Set<string>();
  return labelKeys.filter((key) => {
    const name = polarOf(key)?.labelKey ?? key;
    const isFirst = !named.has(name);
    named.add(name);
    return isFirst;
  });
}

/** How far a probability is from the threshold, as a share of the way there is on its side. */
function distance(probability: number, threshold: number): number {
  const [way, whole] =
    probability >= threshold ? [probability - threshold, 1 - threshold] : [threshold - probability, threshold];
  return whole > 0 ? way / whole : 1;
}
