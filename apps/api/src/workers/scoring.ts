import type { TextModel } from '@jeoul/ml/text-classifier';
import { proposalsOf } from '../lib/proposals.ts';
import { readTextModel } from '../lib/text-models.ts';

export type ScoreInput = { modelId: string; bytes: Uint8Array; texts: string[] };
export type ScoreOutput = { labels: (string | null)[]; probabilities: number[]; margins: number[] };

let loaded: { modelId: string; model: TextModel | null } | null = null;

/**
 * The model's answer to each text in one word, how probable and how doubtful it is; null when the model can't be read. Keeps the
 * last model between calls.
 */
export function scoreTexts({ modelId, bytes, texts }: ScoreInput): ScoreOutput | null {
  if (loaded?.modelId !== modelId) loaded = { modelId, model: readTextModel(bytes) };
  if (loaded.model === null) return null;
  const proposals = proposalsOf(loaded.model, texts, { top: 1 });
  return {
    labels: proposals.map((proposal) => proposal?.answerKey ?? null),
    probabilities: proposals.map((proposal) => proposal?.probability ?? 0),
    margins: proposals.map((proposal) => proposal?.margin ?? 0),
  };
}
