import { isHeldOut } from '../held-out.ts';
import { weighByLabels } from './feature-worth.ts';
import { fitHead, type EpochReport } from './fit-head.ts';
import { gatherHeadData, resolveLabels, type HeadData, type TextExample } from './head-data.ts';
import { HeldOutAnswers } from './held-out-answers.ts';
import { buildLabelTree, type LabelKind, type LabelNode } from './label-tree.ts';
import { packModel, type TrainedHead } from './pack-model.ts';
import { chooseFeatures, countFeatures, documentFrequencies, weighCounts } from './text-matrix.ts';
import { TextModelError } from './text-model-error.ts';
import type { TextModel } from './text-model.ts';
import { trainSettings, type TrainOptions } from './train-options.ts';
import { earlierProbabilities } from './warm-start.ts';

/** What a text model learns from. */
export type TextDataset = { kind: LabelKind; labels: readonly LabelNode[]; examples: readonly TextExample[] };

export type TrainProgress = {
  stage: 'features' | 'fit' | 'calibrate';
  /** Share of the whole training done, 0..1; never falls. */
  fraction: number;
  /** Epochs done, and how many there will be at most, of the family of labels being learned. */
  epoch: number;
  epochs: number;
  /** Mean cross-entropy in nats met in the epoch. */
  loss: number;
  /** The same of the texts kept apart; null where none are. */
  validationLoss: number | null;
};

const FEATURES_FRACTION = 0.2;
const NOTHING_YET = { epoch: 0, epochs: 0, loss: 0, validationLoss: null };

/**
 * Trains a text model.
 *
 * A family of siblings is a softmax over hashed pieces of text (`multi`: a logistic regression for each label); in a
 * tree the probability of a leaf is the product along its path, so that a prediction never contradicts its parent.
 * Pure and synchronous: run it in a worker thread. Throws `TextModelError` (`BAD_LABELS`, `UNKNOWN_LABEL`,
 * `BAD_EXAMPLE`, `NO_EXAMPLES`, `BAD_OPTIONS`, `CANCELLED`).
 */
export function trainTextModel(
  dataset: TextDataset,
  options: TrainOptions,
  onProgress: (progress: TrainProgress) => void = () => undefined,
): TextModel {
  const { kind, labels, examples } = dataset;
  const texts = examples.map(({ text }) => text);
  const settings = trainSettings(options, texts);
  const tree = buildLabelTree(kind, labels);
  const labelsOf = resolveLabels(tree, examples);
  if (examples.length === 0) throw new TextModelError('NO_EXAMPLES', 'there is no example to learn from');
  const report = (progress: TrainProgress): void => {
    if (options.isCancelled?.()) throw new TextModelError('CANCELLED', 'training was cancelled');
    onProgress(progress);
  };
  const reportFeatures = (fraction: number): void =>
    report({ stage: 'features', fraction: fraction * FEATURES_FRACTION, ...NOTHING_YET });
  reportFeatures(0);
  const counts = countFeatures(texts, settings.shape, reportFeatures);
  const isKeptApart = texts.map((text) => isHeldOut(text, settings.validationShare, settings.seed));
  const learned = Int32Array.from(texts.keys()).filter((row) => !isKeptApart[row]);
  const chosen = chooseFeatures(counts, documentFrequencies(counts), settings.fewestTexts);
  const space = weighByLabels(chosen, counts, { kind, labels: labels.length, labelsOf }, learned);
  const matrix = weighCounts(counts, space);

  const kept = Int32Array.from(texts.keys()).filter((row) => isKeptApart[row]);
  const answers = new HeldOutAnswers(tree, matrix, kept);
  const jobs = tree.families.map((family) => ({
    family,
    data: gatherHeadData(tree, family, matrix, labelsOf, examples, settings.balance),
  }));
  const work = jobs.reduce((sum, { data }) => sum + workOf(data), 0);
  let done = 0;
  const heads = jobs.map(({ family, data }): TrainedHead => {
    const share = work > 0 ? workOf(data) / work : 0;
    const start = options.warmStart ? earlierProbabilities(options.warmStart, tree, family, texts, data.origins) : null;
    const fitted = fitHead(
      kind === 'multi' ? 'sigmoid' : 'softmax',
      data,
      (row) => isKeptApart[row] ?? false,
      settings,
      start,
      {
        epoch: (epoch) => {
          const fraction = FEATURES_FRACTION + (1 - FEATURES_FRACTION) * (done + share * shareDone(epoch));
          report({ stage: 'fit', fraction: Math.min(fraction, 1), ...epoch });
        },
        learned: (one) => answers.add(family, data.features, one),
      },
    );
    done += share;
    return { family, ...fitted, features: data.features };
  });
  const model = packModel(kind, labels, space, heads, answers.thresholds(labelsOf, settings));
  report({ stage: 'calibrate', fraction: 1, ...NOTHING_YET });
  return model;
}

function shareDone({ epoch, epochs }: EpochReport): number {
  return epoch / epochs;
}

function workOf({ matrix, goal }: HeadData): number {
  return (matrix.columns.length + matrix.rows) * goal.labels;
}
