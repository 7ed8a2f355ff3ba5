import { fitHead, type EpochReport, type FitSettings } from './fit-head.ts';
import { gatherHeadData, resolveLabels, type HeadData, type TextExample } from './head-data.ts';
import { buildLabelTree, type LabelKind, type LabelNode } from './label-tree.ts';
import type { LinearHead, Link } from './linear-head.ts';
import { packModel, unpackHead, type TrainedHead } from './pack-model.ts';
import type { FeatureShape } from './text-features.ts';
import { chooseFeatures, countFeatures, documentFrequencies, weighCounts } from './text-matrix.ts';
import { TextModelError } from './text-model-error.ts';
import type { TextModel } from './text-model.ts';

/** What a text model learns from. */
export type TextDataset = { kind: LabelKind; labels: readonly LabelNode[]; examples: readonly TextExample[] };

export type TrainOptions = {
  /** The same data set, options and seed give the same model, byte for byte. */
  seed: number;
  /** A model whose weights to start from: fewer epochs are needed when little has changed since. */
  warmStart?: TextModel;
  /** Asked a few times a second; training ends with `CANCELLED` once it answers true. */
  isCancelled?: () => boolean;
  /** Which pieces of text become features. */
  shape?: FeatureShape;
  /** A piece must occur in as many texts to become a feature. */
  fewestTexts?: number;
  /** Step size of the first epochs. */
  rate?: number;
  mostEpochs?: number;
  /** Epochs without a better validation loss before training stops. */
  patience?: number;
  /** Share of the texts, by hash, that decides when to stop and calibrates; learned from afterwards. */
  validationShare?: number;
};

export type TrainProgress = {
  stage: 'features' | 'fit' | 'calibrate';
  /** Share of the whole training done, 0..1; never falls. */
  fraction: number;
  epoch: number;
  epochs: number;
  /** Mean cross-entropy in nats of the epoch. */
  loss: number;
  validationLoss: number | null;
};

export const DEFAULT_SHAPE: FeatureShape = { syllables: [1, 4], jamo: [1, 0], words: [1, 2], bits: 20 };
const FEATURES_FRACTION = 0.2;

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
  const settings = checkOptions(options);
  const tree = buildLabelTree(dataset.kind, dataset.labels);
  const labelsOf = resolveLabels(tree, dataset.examples);
  if (labelsOf.length === 0) throw new TextModelError('NO_EXAMPLES', 'there is no example to learn from');
  const report = (progress: TrainProgress): void => {
    if (options.isCancelled?.()) throw new TextModelError('CANCELLED', 'training was cancelled');
    onProgress(progress);
  };
  const reportFeatures = (fraction: number): void =>
    report({
      stage: 'features',
      fraction: fraction * FEATURES_FRACTION,
      epoch: 0,
      epochs: 0,
      loss: 0,
      validationLoss: null,
    });
  reportFeatures(0);
  const texts = dataset.examples.map(({ text }) => text);
  const counts = countFeatures(texts, settings.shape, reportFeatures);
  const space = chooseFeatures(counts, documentFrequencies(counts), settings.fewestTexts);
  const matrix = weighCounts(counts, space);
  const isHeldOut = heldOutRows(texts, options.seed, settings.validationShare);
  const link: Link = dataset.kind === 'multi' ? 'sigmoid' : 'softmax';

  const jobs = tree.families.map((family) => ({
    family,
    data: gatherHeadData(tree, family, matrix, labelsOf, dataset.examples),
  }));
  const work = jobs.reduce((sum, job) => sum + workOf(job.data), 0);
  let done = 0;
  const heads = jobs.map(({ family, data }): TrainedHead => {
    const share = work > 0 ? workOf(data) / work : 0;
    const { warmStart } = options;
    const start = warmStart
      ? (head: LinearHead) => unpackHead(warmStart, tree, family, space, data.features, head)
      : null;
    const fitted = fitHead(
      link,
      data,
      (row) => isHeldOut[row] === 1,
      settings,
      start,
      (epoch) => {
        const fraction = FEATURES_FRACTION + (1 - FEATURES_FRACTION) * (done + share * epochFraction(epoch));
        report({ stage: 'fit', fraction: Math.min(fraction, 1), ...epoch });
      },
    );
    done += share;
    return { family, ...fitted, features: data.features };
  });
  const model = packModel(dataset.kind, dataset.labels, space, heads);
  report({ stage: 'calibrate', fraction: 1, epoch: 0, epochs: 0, loss: 0, validationLoss: null });
  return model;
}

/** The search for the number of epochs is the first half of a head's work, the final fit the second. */
function epochFraction({ epoch, epochs, validationLoss }: EpochReport): number {
  return validationLoss === null ? 0.5 + (0.5 * epoch) / epochs : (0.5 * epoch) / epochs;
}

function workOf(data: HeadData): number {
  return (data.matrix.columns.length + data.matrix.rows) * data.goal.labels;
}

/** By hash of the text, so that copies of one text are never on both sides. */
function heldOutRows(texts: readonly string[], seed: number, share: number): Uint8Array {
  const limit = share * 2 ** 32;
  return Uint8Array.from(texts, (text) => (hashText(text, seed) < limit ? 1 : 0));
}

function hashText(text: string, seed: number): number {
  let hash = Math.imul(seed ^ 0x2c1b3c6d, 0x297a2d39);
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x9e3779b1) ^ (hash >>> 15);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  return (hash ^ (hash >>> 15)) >>> 0;
}

type Settings = FitSettings & { shape: FeatureShape; fewestTexts: number; validationShare: number };

function checkOptions(options: TrainOptions): Settings {
  const {
    seed,
    shape = DEFAULT_SHAPE,
    fewestTexts = 2,
    rate = 0.5,
    mostEpochs = 8,
    patience = 1,
    validationShare = 0.1,
  } = options;
  if (!Number.isSafeInteger(seed)) throw new TextModelError('BAD_OPTIONS', 'seed is not a whole number');
  if (!(rate > 0 && Number.isFinite(rate))) throw new TextModelError('BAD_OPTIONS', 'rate is not a positive number');
  if (!(mostEpochs >= 1)) throw new TextModelError('BAD_OPTIONS', 'mostEpochs is less than 1');
  if (!(validationShare >= 0 && validationShare <= 0.5))
    throw new TextModelError('BAD_OPTIONS', 'validationShare is not within 0..0.5');
  if (!(shape.bits >= 8 && shape.bits <= 22)) throw new TextModelError('BAD_OPTIONS', 'shape.bits is not within 8..22');
  return { seed, shape, fewestTexts, rate, mostEpochs, patience, validationShare };
}
