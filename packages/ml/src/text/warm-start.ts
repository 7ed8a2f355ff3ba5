import type { LabelFamily, LabelTree } from './label-tree.ts';
import { applyLink } from './linear-head.ts';
import type { TextModel } from './text-model.ts';
import { scorerOf } from './text-scorer.ts';

/**
 * What an earlier model, before calibration, makes of the texts at `rows`: a probability for each member of `family`,
 * row by row; 0 for labels it did not know. Null when it chose between none of these labels.
 */
export function earlierProbabilities(
  model: TextModel,
  tree: LabelTree,
  family: LabelFamily,
  texts: readonly string[],
  rows: Int32Array,
): Float32Array | null {
  const keys = family.members.map((member) => tree.labels[member]?.key);
  const index = model.heads.findIndex(({ members }) => members.some((one) => keys.includes(model.labels[one]?.key)));
  const head = model.heads[index];
  if (!head) return null;
  const sources = keys.map((key) => head.members.findIndex((member) => model.labels[member]?.key === key));
  const scorer = scorerOf(model);
  const offset = scorer.offsets[index] ?? 0;
  const scores = new Float64Array(head.members.length);
  const probabilities = new Float32Array(rows.length * sources.length);
  for (const [at, row] of rows.entries()) {
    scorer.score(texts[row] ?? '');
    for (let member = 0; member < scores.length; member++) {
      scores[member] = (scorer.scores[offset + member] ?? 0) * head.temperature;
    }
    applyLink(head.link, scores, scores.length);
    for (const [label, source] of sources.entries()) {
      if (source >= 0) probabilities[at * sources.length + label] = scores[source] ?? 0;
    }
  }
  return probabilities;
}
