import { classificationReport, confusionMatrix, expectedCalibrationError } from '@jeoul/ml/metrics';
import { predictTexts, type TextModel } from '@jeoul/ml/text-classifier';
import { mostConfusions, type Confusion, type ModelMetrics } from '@jeoul/shared/models/contract';

export type HeldOutRow = { text: string; labelKey: string };

/** A model's best answer to each row and how sure it was, with the figures that follow. */
export type Evaluation = { answers: string[]; probabilities: number[]; metrics: ModelMetrics };

/** Measures a model on rows it has not learned from. Without rows every figure is 0. */
export function evaluateModel(model: TextModel, rows: readonly HeldOutRow[]): Evaluation {
  const predictions = predictTexts(
    model,
    rows.map((row) => row.text),
    { top: 1 },
  );
  const answers = predictions.map((prediction) => prediction.scores[0]?.labelKey ?? '');
  const probabilities = predictions.map((prediction) => prediction.scores[0]?.probability ?? 0);
  const truth = rows.map((row) => row.labelKey);
  const report = classificationReport(truth, answers);
  const calibration = expectedCalibrationError(
    probabilities,
    answers.map((answer, n) => answer === truth[n]),
  );
  const metrics = {
    accuracy: report.accuracy,
    macroF1: report.macro.f1,
    ece: calibration.error,
    rows: rows.length,
    perLabel: report.perLabel.map(({ labelKey, support, precision, recall, f1 }) => ({
      labelKey,
      support,
      precision,
      recall,
      f1,
    })),
    confusions: confusionsOf(truth, answers),
    reliability: calibration.bins
      .filter((bin) => bin.rows > 0)
      .map(({ meanProbability, shareRight, rows: inBin }) => ({ meanProbability, shareRight, rows: inBin })),
  };
  return { answers, probabilities, metrics };
}

function confusionsOf(truth: string[], answers: string[]): Confusion[] {
  const { labelKeys, counts } = confusionMatrix(truth, answers);
  return labelKeys
    .flatMap((expected, row) =>
      labelKeys.map((predicted, column) => ({
        truth: expected,
        predicted,
        rows: counts[row * labelKeys.length + column] ?? 0,
      })),
    )
    .filter((cell) => cell.rows > 0 && cell.truth !== cell.predicted)
    .sort((a, b) => b.rows - a.rows)
    .slice(0, mostConfusions);
}
