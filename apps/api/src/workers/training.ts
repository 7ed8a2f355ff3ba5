import {
  deserializeTextModel,
  serializeTextModel,
  trainTextModel,
  type LabelNode,
  type TrainProgress,
} from '@jeoul/ml/text-classifier';
import type { LabelSetKind } from '@jeoul/shared/labeling/contract';
import type { ModelComparison, ModelMetrics } from '@jeoul/shared/models/contract';
import { readTextModel } from '../lib/text-models.ts';
import { compareModels, type ComparedRow } from './comparison.ts';
import { evaluateModel, type HeldOutRow } from './evaluation.ts';

export type TrainAndEvaluateInput = {
  kind: LabelSetKind;
  labels: LabelNode[];
  rows: (ComparedRow & { labelKeys: string[]; isHeldOut: boolean })[];
  seed: number;
  champion: { id: string; number: number; bytes: Uint8Array } | null;
};
export type TrainAndEvaluateOutput = {
  bytes: Uint8Array<ArrayBuffer>;
  trainSeconds: number;
  metrics: ModelMetrics;
  comparison: ModelComparison | null;
};
export type TrainingProgress =
  | TrainProgress
  | { stage: 'evaluate'; fraction: number; epoch: 0; loss: 0; validationLoss: null };

export type MeasureInput = { bytes: Uint8Array; rows: HeldOutRow[] };
export type MeasureOutput = Pick<ModelMetrics, 'accuracy' | 'macroF1' | 'rows'>;

const trainingShare = 0.9;
/** With fewer rows a piece of text seen once is worth keeping: it is often a dish's whole name. */
const fewRows = 40_000;

/**
 * Trains a challenger on what is not held out, measures it on what is, and the champion on the same rows: neither has
 * seen them, since an item's part never changes. Differences come with their intervals by paired bootstrap.
 */
export function trainAndEvaluate(
  input: TrainAndEvaluateInput,
  onProgress: (progress: TrainingProgress) => void,
): TrainAndEvaluateOutput {
  const startedAt = performance.now();
  const learned = input.rows.filter((row) => !row.isHeldOut);
  const model = trainTextModel(
    {
      kind: input.kind,
      labels: input.labels,
      examples: learned.map(({ text, labelKeys }) => ({ text, labelKeys })),
    },
    { seed: input.seed, fewestTexts: learned.length < fewRows ? 1 : 2 },
    (progress) => onProgress({ ...progress, fraction: progress.fraction * trainingShare }),
  );
  const trainSeconds = (performance.now() - startedAt) / 1000;
  const tellEvaluated = (share: number) =>
    onProgress({
      stage: 'evaluate',
      fraction: trainingShare + (1 - trainingShare) * share,
      epoch: 0,
      loss: 0,
      validationLoss: null,
    });
  tellEvaluated(0);
  const rows = input.rows.filter((row) => row.isHeldOut);
  const challenger = evaluateModel(model, rows);
  const { champion, seed } = input;
  // What can't be read can't be beaten either.
  const standing = champion && readTextModel(champion.bytes);
  return {
    bytes: new Uint8Array(serializeTextModel(model)),
    trainSeconds,
    metrics: challenger.metrics,
    comparison:
      champion && standing
        ? compareModels(
            {
              championId: champion.id,
              championNumber: champion.number,
              rows,
              champion: evaluateModel(standing, rows),
              challenger,
              seed,
            },
            tellEvaluated,
          )
        : null,
  };
}

/** A stored model's figures on any rows it has not learned from. */
export function measureModel({ bytes, rows }: MeasureInput): MeasureOutput {
  const { accuracy, macroF1, rows: measured } = evaluateModel(deserializeTextModel(bytes), rows).metrics;
  return { accuracy, macroF1, rows: measured };
}
