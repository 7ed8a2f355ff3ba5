import type { FeatureShape } from './text-features.ts';
import { TextModelError } from './text-model-error.ts';
import type { TextModel } from './text-model.ts';

export type TrainOptions = {
  /** The same data set, options and seed give the same model, byte for byte. */
  seed: number;
  /** An earlier model to start from: the result is much the same, but fewer epochs lead to it. */
  warmStart?: TextModel;
  /** Asked between epochs and every few thousand texts; training ends with `CANCELLED` once it answers true. */
  isCancelled?: () => boolean;
  /** Which pieces of text become features; more and longer ones where texts are short. */
  shape?: FeatureShape;
  /** A piece must occur in as many texts to become a feature: 1 by default for few and short texts, else 2. */
  fewestTexts?: number;
  /** Inverse of regularisation, as scikit-learn's C: higher follows the examples more closely. */
  strength?: number;
  /**
   * How far rare labels count for more, 0..1: an example counts (rows / (labels × rows of its label))^balance times.
   * Not for `multi`.
   */
  balance?: number;
  mostEpochs?: number;
  /** Epochs without a better validation loss before training stops. */
  patience?: number;
  /** How often what the model is certain of must be right; see `LabelThresholds`. */
  precision?: number;
  /** `multi`: which share of the texts with a label must not be called unlikely to have it. */
  recall?: number;
  /** Share of the texts, by hash, that decides when to stop and calibrates; learned from afterwards. */
  validationShare?: number;
};

export type TrainSettings = Required<Omit<TrainOptions, 'warmStart' | 'isCancelled'>>;

/** Names of dishes and the like, whose few pieces must say all. */
const SHORT_TEXTS: FeatureShape = {
  syllables: [1, 3],
  phrases: [2, 4],
  jamo: [1, 0],
  words: [1, 2],
  swearWords: true,
  bits: 20,
};
/** Sentences, where longer pieces are many and say little more. */
const LONG_TEXTS: FeatureShape = {
  syllables: [1, 3],
  phrases: [2, 3],
  jamo: [1, 0],
  words: [1, 1],
  swearWords: true,
  bits: 20,
};
const LONGEST_SHORT_MEAN = 20;
const FEW_TEXTS = 10_000;

/** Fills in what was left out, by what the texts are like. Throws `BAD_OPTIONS`. */
export function trainSettings(options: TrainOptions, texts: readonly string[]): TrainSettings {
  const meanLength = texts.reduce((sum, text) => sum + text.length, 0) / Math.max(1, texts.length);
  const areShort = meanLength <= LONGEST_SHORT_MEAN;
  const settings: TrainSettings = {
    shape: areShort ? SHORT_TEXTS : LONG_TEXTS,
    fewestTexts: areShort && texts.length < FEW_TEXTS ? 1 : 2,
    strength: 4,
    balance: 0.15,
    mostEpochs: 12,
    patience: 1,
    precision: 0.95,
    recall: 0.95,
    validationShare: 0.1,
    ...options,
  };
  const { seed, shape, fewestTexts, strength, balance, mostEpochs, patience, precision, recall, validationShare } =
    settings;
  const ranges: [string, number, number, number][] = [
    ['seed', seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    ['shape.bits', shape.bits, 8, 22],
    ['fewestTexts', fewestTexts, 1, 1e9],
    ['strength', strength, 1e-6, 1e6],
    ['balance', balance, 0, 1],
    ['mostEpochs', mostEpochs, 1, 1000],
    ['patience', patience, 1, 1000],
    ['precision', precision, 0, 1],
    ['recall', recall, 0, 1],
    ['validationShare', validationShare, 0, 0.5],
  ];
  for (const [name, value, least, most] of ranges) {
    if (!(value >= least && value <= most)) {
      throw new TextModelError('BAD_OPTIONS', `${name} is ${value}, not within ${least}..${most}`);
    }
  }
  return { seed, shape, fewestTexts, strength, balance, mostEpochs, patience, precision, recall, validationShare };
}
