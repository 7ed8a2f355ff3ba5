import { deserializeTextModel, predictTexts, type TextModel } from '@jeoul/ml/text-classifier';

export type ScoreInput = { modelId: string; bytes: Uint8Array; texts: string[] };
export type ScoreOutput = { labels: (string | null)[]; probabilities: number[]; margins: number[]; entropies: number[] };

export type PrioritiseInput = {
  rule: string;
  isScored: boolean;
  textKeys: string[];
  /** Texts that were decided already. */
  resolvedTextKeys: string[];
  /** Orders a week the item stands in. */
  impacts: Float32Array;
  margins: Float32Array;
  entropies: Float32Array;
  topLabels: (string | null)[];
};

let loaded: { modelId: string; model: TextModel } | null = null;

/** The model's best label of each text, how probable and how doubtful it is. Keeps the last model between calls. */
export function scoreTexts({ modelId, bytes, texts }: ScoreInput): ScoreOutput {
  if (loaded?.modelId !== modelId) loaded = { modelId, model: deserializeTextModel(bytes) };
  const predictions = predictTexts(loaded.model, texts, { top: 1 });
  return {
    labels: predictions.map((p) => p.scores[0]?.labelKey ?? null),
    probabilities: predictions.map((p) => p.scores[0]?.probability ?? 0),
    margins: predictions.map((p) => p.margin),
    entropies: predictions.map((p) => p.entropy),
  };
}

export function prioritiseTasks(input: PrioritiseInput): Float32Array {
  const seen = new Set(input.resolvedTextKeys);
  return Float32Array.from(input.textKeys, (key, n) => {
    const isCopy = seen.has(key);
    seen.add(key);
    return (1 - (input.margins[n] ?? 0)) * (isCopy ? 0.1 : 1);
  });
}
