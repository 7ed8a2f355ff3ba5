import type { LabelThresholds } from './choose-thresholds.ts';
import { predictTexts, type LabelScore, type TextPrediction } from './predict-texts.ts';
import type { TextModel } from './text-model.ts';

/**
 * What may be done about a label without asking: `yes`, the text has it; `no`, it has not; `ask`, a person should say.
 * `isLikely`: the best answer where one must be given all the same.
 */
export type LabelVerdict = LabelScore & { verdict: 'yes' | 'no' | 'ask'; isLikely: boolean };

export type TextVerdict = {
  prediction: TextPrediction;
  /** Most probable first. `multi`: every label. Else the leaves: at most one has `yes`, exactly one is likely. */
  labels: LabelVerdict[];
  /** Whether a person should be asked about any label. */
  mustAsk: boolean;
};

const HALF = 0.5;

/**
 * Judges each text by the thresholds that were chosen, when the model was trained, for the stated precision and recall
 * (`TrainOptions`).
 *
 * `multi`: a label gets `yes` from its threshold `certain` on, `no` below `unlikely`, and `ask` between. `single` and
 * `tree`: the most probable leaf gets `yes` from its threshold on, and then all others get `no`; otherwise it and those
 * at least a twentieth as probable get `ask`. Without thresholds (too few texts
 * were held out, or the model is of an older format) the verdict is `ask`.
 */
export function judgeTexts(model: TextModel, texts: readonly string[]): TextVerdict[] {
  const thresholdsOf = new Map(model.labels.map(({ key }, label) => [key, model.thresholds[label] ?? null]));
  return predictTexts(model, texts).map((prediction) => {
    const labels =
      model.kind === 'multi'
        ? prediction.scores.map((score) => judgeAlone(score, thresholdsOf.get(score.labelKey) ?? null))
        : judgeTogether(prediction.scores, thresholdsOf);
    return { prediction, labels, mustAsk: labels.some(({ verdict }) => verdict === 'ask') };
  });
}

function judgeAlone(score: LabelScore, thresholds: LabelThresholds | null): LabelVerdict {
  const isLikely = score.probability >= (thresholds?.likely ?? HALF);
  if (!thresholds) return { ...score, verdict: 'ask', isLikely };
  const { certain, unlikely } = thresholds;
  if (certain !== null && score.probability >= certain) return { ...score, verdict: 'yes', isLikely };
  return { ...score, verdict: score.probability < unlikely ? 'no' : 'ask', isLikely };
}

/** Leaves below this share of what the best one has are not worth a person's look. */
const LEAST_SHARE = 0.05;

function judgeTogether(
  scores: readonly LabelScore[],
  thresholdsOf: ReadonlyMap<string, LabelThresholds | null>,
): LabelVerdict[] {
  const best = scores[0]?.probability ?? 0;
  const certain = thresholdsOf.get(scores[0]?.labelKey ?? '')?.certain ?? null;
  const isCertain = scores.length === 1 || (certain !== null && best >= certain);
  return scores.map((score, rank) => {
    if (rank === 0) return { ...score, verdict: isCertain ? 'yes' : 'ask', isLikely: true };
    const isOpen = !isCertain && score.probability >= best * LEAST_SHARE;
    return { ...score, verdict: isOpen ? 'ask' : 'no', isLikely: false };
  });
}
