import { classificationReport, confusionMatrix, expectedCalibrationError, multiLabelReport } from '@jeoul/ml/metrics';
import type { TextModel } from '@jeoul/ml/text-classifier';
import { labelKeysOf } from '@jeoul/shared/labeling/answers';
import { mostConfusions, type Confusion, type ModelMetrics } from '@jeoul/shared/models/contract';
import { proposalsOf } from '../lib/proposals.ts';

/** `labelKey` is the answer key: of several labels, all of them in one word. */
export type HeldOutRow = { text: string; labelKey: string };

/** A model's best answer to each row and how sure it was, with the figures that follow. */
export type Evaluation = { isMulti: boolean; answers: string[]; probabilities: number[]; metrics: ModelMetrics };

/**
 * Measures a model on rows it has not learned from. Without rows every figure is 0. Of several labels an answer is right
 * when all of it is, and the labels' own figures are of each by itself.
 */
export function evaluateModel(model: TextModel, rows: readonly HeldOutRow[]): Evaluation {
  const proposals = proposalsOf(
    model,
    rows.map((row) => row.text),
    { top: 1 },
  );
  const answers = proposals.map((proposal) => proposal?.answerKey ?? '');
  const probabilities = proposals.map((proposal) => proposal?.probability ?? 0);
  const truth = rows.map((row) => row.labelKey);
  const isMulti = model.kind === 'multi';
  const report = isMulti
    ? multiLabelReport(truth.map(labelKeysOf), answers.map(labelKeysOf))
    : classificationReport(truth, answers);
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
  return { isMulti, answers, probabilities, metrics };
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
