import { predictTexts, type TextModel } from '@jeoul/ml/text-classifier';
import { readTextModel } from '../lib/text-models.ts';

export type ScoreInput = { modelId: string; bytes: Uint8Array; texts: string[] };
export type ScoreOutput = { labels: (string | null)[]; probabilities: number[]; margins: number[] };

let loaded: { modelId: string; model: TextModel | null } | null = null;

/**
 * The model's best label of each text, how probable and how doubtful it is; null when the model can't be read. Keeps the
 * last model between calls.
 */
export function scoreTexts({ modelId, bytes, texts }: ScoreInput): ScoreOutput | null {
  if (loaded?.modelId !== modelId) loaded = { modelId, model: readTextModel(bytes) };
  if (loaded.model === null) return null;
  const predictions = predictTexts(loaded.model, texts, { top: 1 });
  return {
    labels: predictions.map((p) => p.scores[0]?.labelKey ?? null),
    probabilities: predictions.map((p) => p.scores[0]?.probability ?? 0),
    margins: predictions.map((p) => p.margin),
  };
}
