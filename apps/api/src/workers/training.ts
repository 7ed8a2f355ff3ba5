import { classificationReport, expectedCalibrationError } from '@jeoul/ml/metrics';
import { comparePredictions } from '@jeoul/ml/paired-bootstrap';
import {
  deserializeTextModel,
  predictTexts,
  serializeTextModel,
  trainTextModel,
  type LabelNode,
  type TextModel,
  type TextPrediction,
  type TrainProgress,
} from '@jeoul/ml/text-classifier';
import type { ModelComparison, ModelMetrics } from '@jeoul/shared/models/contract';

export type TrainAndEvaluateInput = {
  kind: 'single' | 'tree';
  labels: LabelNode[];
  rows: { text: string; labelKey: string; isHeldOut: boolean }[];
  seed: number;
  champion: { id: string; number: number; bytes: Uint8Array } | null;
};
export type TrainAndEvaluateOutput = {
  bytes: Uint8Array<ArrayBuffer>;
  trainSeconds: number;
  metrics: ModelMetrics;
  comparison: ModelComparison | null;
};
export type TrainingProgress = TrainProgress | { stage: 'evaluate'; fraction: number; epoch: 0; loss: 0; validationLoss: null };

const trainingShare = 0.9;

/**
 * Trains a challenger on what is not held out, measures it on what is, and the champion on the same rows: neither has
 * seen them, since an item's part never changes. The difference is of accuracy, with its interval by paired bootstrap.
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
      examples: learned.map(({ text, labelKey }) => ({ text, labelKeys: [labelKey] })),
    },
    { seed: input.seed },
    (progress) => onProgress({ ...progress, fraction: progress.fraction * trainingShare }),
  );
  const trainSeconds = (performance.now() - startedAt) / 1000;
  onProgress({ stage: 'evaluate', fraction: trainingShare, epoch: 0, loss: 0, validationLoss: null });
  const heldOut = input.rows.filter((row) => row.isHeldOut);
  const challenger = evaluate(model, heldOut);
  return {
    bytes: new Uint8Array(serializeTextModel(model)),
    trainSeconds,
    metrics: challenger.metrics,
    comparison: input.champion ? compare(input.champion, heldOut, challenger.answers, input.seed) : null,
  };
}

type HeldOut = TrainAndEvaluateInput['rows'];

function evaluate(model: TextModel, rows: HeldOut): { answers: string[]; metrics: ModelMetrics } {
  const predictions = predictTexts(model, rows.map((row) => row.text), { top: 1 });
  const answers = predictions.map(answerOf);
  const truth = rows.map((row) => row.labelKey);
  const report = classificationReport(truth, answers);
  const calibration = expectedCalibrationError(
    predictions.map((prediction) => prediction.scores[0]?.probability ?? 0),
    answers.map((answer, n) => answer === truth[n]),
  );
  const perLabel = report.perLabel.map(({ labelKey, support, precision, recall, f1 }) => ({ labelKey, support, precision, recall, f1 }));
  return { answers, metrics: { accuracy: report.accuracy, macroF1: report.macro.f1, ece: calibration.error, rows: rows.length, perLabel } };
}

function answerOf(prediction: TextPrediction): string {
  return prediction.scores[0]?.labelKey ?? '';
}

function compare(
  champion: NonNullable<TrainAndEvaluateInput['champion']>,
  rows: HeldOut,
  challengerAnswers: string[],
  seed: number,
): ModelComparison {
  const standing = evaluate(deserializeTextModel(champion.bytes), rows);
  const truth = rows.map((row) => row.labelKey);
  const { difference, low, high, p } = comparePredictions(
    { truth, first: standing.answers, second: challengerAnswers, metric: 'accuracy' },
    { seed },
  );
  const flips = (isNowRight: boolean) =>
    truth.filter((label, n) => (challengerAnswers[n] === label) === isNowRight && (standing.answers[n] === label) !== isNowRight).length;
  return {
    championId: champion.id,
    championNumber: champion.number,
    championMetrics: standing.metrics,
    difference,
    low,
    high,
    pNoDifference: p,
    nowRight: flips(true),
    nowWrong: flips(false),
  };
}
