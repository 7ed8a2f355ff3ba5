import { TreeModelError } from './tree-model-error.ts';
import type { TreeModel } from './tree-model.ts';

/**
 * What is made small. `squared` leads to means, `absolute` to medians, and `quantile` to the value that a share `alpha`
 * of targets lies below.
 */
export type TreeLoss = { kind: 'squared' } | { kind: 'absolute' } | { kind: 'quantile'; alpha: number };

/** Along a number: predictions never fall (`rising`) or never rise (`falling`) while all else stays. */
export type Monotone = 'rising' | 'falling';

export type TreeOptions = {
  /** The same data set, options and seed give the same model, byte for byte. */
  seed: number;
  loss?: TreeLoss;
  /** Trees at most; fewer when training stops early or nothing is left to split. */
  mostTrees?: number;
  /** What a tree's leaves are multiplied by. */
  learningRate?: number;
  /** `leaf` splits what gains most next; `depth` splits level by level. */
  growth?: 'leaf' | 'depth';
  mostLeaves?: number;
  mostDepth?: number;
  /** Rows in a leaf at least, and their weight. */
  fewestRows?: number;
  leastWeight?: number;
  /** Added to a leaf's weight: pulls its value to 0. */
  l2?: number;
  /** The same, in splits of a category, and in the order its codes are tried in. */
  categoryL2?: number;
  /** A split must lower the loss by more. */
  leastGain?: number;
  /** Share of rows, and of features, that each tree is grown from. */
  rowShare?: number;
  columnShare?: number;
  /** Bins that a number's values are sorted into, 2..255. */
  mostBins?: number;
  /** By feature name. */
  monotone?: Readonly<Record<string, Monotone>>;
  /** Share of rows kept apart to decide when to stop; 0 keeps none. */
  validationShare?: number;
  /** Which rows those are: drawn at random, or the last ones, where rows are in order of time. */
  validationRows?: 'random' | 'last';
  /** Trees without a better validation loss before training stops; those trees are dropped. */
  patience?: number;
  /** An earlier model of the same features: its trees are kept and more are added. */
  warmStart?: TreeModel;
  /** Asked before each tree; training ends with `CANCELLED` once it answers true. */
  isCancelled?: () => boolean;
};

export type TreeSettings = Required<Omit<TreeOptions, 'warmStart' | 'isCancelled'>>;

const DEFAULTS: Omit<TreeSettings, 'seed'> = {
  loss: { kind: 'squared' },
  mostTrees: 300,
  learningRate: 0.1,
  growth: 'leaf',
  mostLeaves: 31,
  mostDepth: 8,
  fewestRows: 20,
  leastWeight: 1e-3,
  l2: 1,
  categoryL2: 10,
  leastGain: 0,
  rowShare: 1,
  columnShare: 1,
  mostBins: 255,
  monotone: {},
  validationShare: 0,
  validationRows: 'random',
  patience: 20,
};

/** Fills in what was left out. Throws `BAD_OPTIONS`. */
export function treeSettings({
  warmStart: _warmStart,
  isCancelled: _isCancelled,
  ...given
}: TreeOptions): TreeSettings {
  const settings = { ...DEFAULTS, ...given };
  const ranges: [string, number, number, number][] = [
    ['seed', settings.seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    ['loss.alpha', settings.loss.kind === 'quantile' ? settings.loss.alpha : 0.5, 1e-6, 1 - 1e-6],
    ['mostTrees', settings.mostTrees, 0, 1e5],
    ['learningRate', settings.learningRate, 1e-6, 1],
    ['mostLeaves', settings.mostLeaves, 2, 4096],
    ['mostDepth', settings.mostDepth, 1, 32],
    ['fewestRows', settings.fewestRows, 1, 1e9],
    ['leastWeight', settings.leastWeight, 0, 1e12],
    ['l2', settings.l2, 0, 1e12],
    ['categoryL2', settings.categoryL2, 0, 1e12],
    ['leastGain', settings.leastGain, 0, 1e300],
    ['rowShare', settings.rowShare, 0.01, 1],
    ['columnShare', settings.columnShare, 0.01, 1],
    ['mostBins', settings.mostBins, 2, 255],
    ['validationShare', settings.validationShare, 0, 0.5],
    ['patience', settings.patience, 1, 1e5],
  ];
  for (const [name, value, least, most] of ranges) {
    if (!(value >= least && value <= most)) {
      throw new TreeModelError('BAD_OPTIONS', `${name} is ${value}, not within ${least}..${most}`);
    }
  }
  return settings;
}
