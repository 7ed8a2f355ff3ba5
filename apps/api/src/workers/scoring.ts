import { taskPriorities } from '@jeoul/ml/active-learning';
import { createRandom } from '@jeoul/ml/random';
import { deserializeTextModel, predictTexts, type TextModel } from '@jeoul/ml/text-classifier';

export type ScoreInput = { modelId: string; bytes: Uint8Array; texts: string[] };
export type ScoreOutput = { labels: (string | null)[]; probabilities: number[]; margins: number[] };

export type PrioritiseInput = {
  rule: string;
  isScored: boolean;
  textKeys: string[];
  /** Texts that were decided already. */
  resolvedTextKeys: string[];
  /** Orders a week the item stands in. */
  impacts: Float32Array;
  margins: Float32Array;
};

const prioritySeed = 1;

let loaded: { modelId: string; model: TextModel } | null = null;

/** The model's best label of each text, how probable and how doubtful it is. Keeps the last model between calls. */
export function scoreTexts({ modelId, bytes, texts }: ScoreInput): ScoreOutput {
  if (loaded?.modelId !== modelId) loaded = { modelId, model: deserializeTextModel(bytes) };
  const predictions = predictTexts(loaded.model, texts, { top: 1 });
  return {
    labels: predictions.map((p) => p.scores[0]?.labelKey ?? null),
    probabilities: predictions.map((p) => p.scores[0]?.probability ?? 0),
    margins: predictions.map((p) => p.margin),
  };
}

/** The place of each waiting task in its queue: higher is sooner. */
export function prioritiseTasks(input: PrioritiseInput): Float32Array {
  if (input.rule === 'model-doubt') {
    return taskPriorities({
      textKeys: input.textKeys,
      decidedTextKeys: input.resolvedTextKeys,
      impacts: input.impacts,
      margins: input.isScored ? input.margins : null,
      seed: prioritySeed,
    });
  }
  // Tasks come in the order of their ids, which is that of their making.
  const count = input.textKeys.length;
  const ranks = Float32Array.from({ length: count }, (_, at) => 1 - at / count);
  return input.rule === 'random' ? shuffled(ranks, createRandom(prioritySeed)) : ranks;
}

function shuffled(values: Float32Array, random: (below: number) => number): Float32Array {
  for (let at = values.length - 1; at > 0; at--) {
    const other = random(at + 1);
    [values[at], values[other]] = [values[other] ?? 0, values[at] ?? 0];
  }
  return values;
}
