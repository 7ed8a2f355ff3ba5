import { averagePrecision, classificationReport, expectedCalibrationError } from '@jeoul/ml/metrics';
import {
  deserializeTextModel,
  judgeTexts,
  predictTexts,
  serializeTextModel,
  trainTextModel,
  type TextModel,
} from '@jeoul/ml/text-classifier';
import { printLine } from './installation.ts';
import { runPeers } from './peers.ts';
import { datasetOf, leafName, textTasks, type LabelledText, type TextTask } from './text-tasks.ts';

export type TextOptions = { dataDir: string; tasks: readonly string[]; hasPeers: boolean };

const seed = 1;
const sustainedMs = 1_500;

/**
 * Trains a text model for each task on its training file and measures it on its test file, on one thread; then the same
 * of the peers. Nothing is chosen by the test files. `predict_s` is one pass over the test file by a model freshly read
 * from its bytes, `texts_per_s` the rate over passes of a second and a half, as a server reaches it.
 */
export async function benchText({ dataDir, tasks, hasPeers }: TextOptions): Promise<void> {
  const chosen = textTasks.filter(({ name }) => tasks.length === 0 || tasks.includes(name));
  for (const task of chosen) {
    const { train, test } = await task.read(dataDir);
    console.error(`${task.name}: ${train.length} texts to learn from, ${test.length} to be tested on`);
    printLine({ bench: 'text', task: task.name, system: 'jeoul', ...measure(task, train, test) });
  }
  if (hasPeers) await runPeers('text', { dataDir, tasks: [...new Set(chosen.map(({ peer }) => peer))] });
}

type Measured = [figures: Record<string, number>, predictSeconds: number];

function measure(task: TextTask, train: readonly LabelledText[], test: readonly LabelledText[]) {
  const dataset = datasetOf(task, train);
  const [trained, trainSeconds] = timed(() => trainTextModel(dataset, { seed }));
  const bytes = serializeTextModel(trained);
  const model = deserializeTextModel(bytes);
  const texts = test.map(({ text }) => text);
  const truth = test.map(({ labelKey }) => leafName(labelKey));
  const [quality, predictSeconds] =
    task.positive === null ? qualityOfBest(model, texts, truth) : qualityOfOne(model, texts, truth, task.positive);
  return {
    ...quality,
    train_s: trainSeconds,
    predict_s: predictSeconds,
    texts_per_s: Math.round(sustainedRate(model, texts)),
    model_bytes: bytes.byteLength,
    rows: `${train.length}/${test.length}`,
  };
}

/** Of the most probable label, whatever its probability. */
function qualityOfBest(model: TextModel, texts: readonly string[], truth: readonly string[]): Measured {
  const [predictions, seconds] = timed(() => predictTexts(model, texts, { top: 1 }));
  const best = predictions.map(({ scores }) => scores[0]);
  const predicted = best.map((label) => leafName(label?.labelKey ?? ''));
  const report = classificationReport(truth, predicted);
  const ece = expectedCalibrationError(
    best.map((label) => label?.probability ?? 0),
    predicted.map((labelKey, at) => labelKey === truth[at]),
  ).error;
  return [{ accuracy: report.accuracy, macro_f1: report.macro.f1, ece }, seconds];
}

/** Of having the one label or not, by the threshold that was chosen for the best F1 when the model was trained. */
function qualityOfOne(
  model: TextModel,
  texts: readonly string[],
  truth: readonly string[],
  positive: string,
): Measured {
  const [verdicts, seconds] = timed(() => judgeTexts(model, texts));
  const other = truth.find((labelKey) => labelKey !== positive) ?? '';
  const predicted = verdicts.map(({ labels }) => (labels[0]?.isLikely === true ? positive : other));
  const probabilities = verdicts.map(({ labels }) => labels[0]?.probability ?? 0);
  const isPositive = truth.map((labelKey) => labelKey === positive);
  const report = classificationReport(truth, predicted);
  const figures = {
    accuracy: report.accuracy,
    macro_f1: report.macro.f1,
    f1: report.perLabel.find(({ labelKey }) => labelKey === positive)?.f1 ?? 0,
    average_precision: averagePrecision(probabilities, isPositive),
    ece: expectedCalibrationError(probabilities, isPositive).error,
  };
  return [figures, seconds];
}

function sustainedRate(model: TextModel, texts: readonly string[]): number {
  const began = performance.now();
  let scored = 0;
  while (performance.now() - began < sustainedMs) {
    predictTexts(model, texts, { top: 1 });
    scored += texts.length;
  }
  return scored / ((performance.now() - began) / 1000);
}

function timed<Result>(work: () => Result): [Result, seconds: number] {
  const began = performance.now();
  return [work(), (performance.now() - began) / 1000];
}
