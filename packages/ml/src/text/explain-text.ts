import { weightsStart } from './moved-model.ts';
import { SPACE } from './normalize-text.ts';
import { TextModelError } from './text-model-error.ts';
import { scorerOf, type TextScorer } from './text-scorer.ts';
import type { TextModel } from './text-model.ts';

/** A part of the original text, in UTF-16 code units, and what it added to (or took from) a label's score. */
export type SpanContribution = { start: number; end: number; contribution: number };

export type TextExplanation = { score: number; bias: number; spans: SpanContribution[] };

/**
 * Why a text got a label: `bias` plus the contributions of all spans is `score`, up to rounding.
 *
 * The score is the calibrated log-odds against the average of the label's siblings (`multi`: against the label's
 * absence), summed along the path of a tree. Each feature's weight times value is shared evenly over the characters it
 * was read from, and neighbouring characters of one word that pull the same way form a span. Spans are in order and do
 * not overlap. Throws `UNKNOWN_LABEL`.
 */
export function explainText(model: TextModel, text: string, labelKey: string): TextExplanation {
  const scorer = scorerOf(model);
  const label = scorer.tree.indexOf.get(labelKey);
  if (label === undefined) throw new TextModelError('UNKNOWN_LABEL', `the model has no label "${labelKey}"`);
  const { length, features, values, counts } = scorer.vectors.read(text);
  const pulls = new Map<number, number>();
  let bias = 0;
  for (let at = label; at >= 0; at = scorer.tree.parents[at] ?? -1) {
    const index = model.heads.findIndex(({ members }) => members.includes(at));
    const head = model.heads[index];
    if (!head) continue;
    const member = head.members.indexOf(at);
    const isChoice = head.link === 'softmax';
    bias += centred(head.biases, 0, head.biases.length, member, isChoice) / head.temperature;
    for (let slot = 0; slot < length; slot++) {
      const feature = features[slot] ?? 0;
      const from = weightsStart(model, feature, index);
      if (from < 0) continue;
      const weight =
        (centred(model.weights, from, head.members.length, member, isChoice) * head.unit) / head.temperature;
      const pull = (weight * (values[slot] ?? 0)) / (counts[slot] ?? 1);
      pulls.set(feature, (pulls.get(feature) ?? 0) + pull);
    }
  }
  const spans = spansOf(scorer, pulls);
  const score = spans.reduce((sum, { contribution }) => sum + contribution, bias);
  return { score, bias, spans };
}

/** A softmax does not see what all labels share, so that part is taken off. */
function centred(from: ArrayLike<number>, start: number, size: number, member: number, isChoice: boolean): number {
  let mean = 0;
  if (isChoice) {
    for (let at = 0; at < size; at++) mean += from[start + at] ?? 0;
    mean /= size;
  }
  return (from[start + member] ?? 0) - mean;
}

function spansOf({ vectors }: TextScorer, pulls: ReadonlyMap<number, number>): SpanContribution[] {
  const { text, found } = vectors.reader;
  const shares = new Float64Array(text.length);
  for (let at = 0; at < found.length; at++) {
    const pull = pulls.get(vectors.featureOf(found.buckets[at] ?? 0));
    if (pull === undefined) continue;
    const from = found.froms[at] ?? 0;
    const to = found.tos[at] ?? 0;
    let characters = 0;
    for (let character = from; character < to; character++) if (text.codes[character] !== SPACE) characters += 1;
    for (let character = from; character < to; character++) {
      if (text.codes[character] !== SPACE) shares[character] = (shares[character] ?? 0) + pull / characters;
    }
  }
  const spans: SpanContribution[] = [];
  for (let character = 0; character < text.length; character++) {
    const contribution = shares[character] ?? 0;
    if (contribution === 0) continue;
    const start = text.starts[character] ?? 0;
    const end = text.ends[character] ?? 0;
    const last = spans.at(-1);
    if (last && start <= last.end && (last.start === start || last.contribution > 0 === contribution > 0)) {
      last.end = Math.max(last.end, end);
      last.contribution += contribution;
    } else {
      spans.push({ start, end, contribution });
    }
  }
  return spans;
}
