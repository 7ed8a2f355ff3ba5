import { TreeModelError } from './tree-model-error.ts';
import type { TreeColumn, TreeFeature } from './tree-model.ts';

/**
 * What a tree model learns from. Numbers may be infinite (they count as the largest there are); missing values are NaN.
 * A category's values are codes from 0 to 65,535; a negative one counts as missing.
 */
export type TreeDataset = {
  features: readonly (TreeFeature & { values: TreeColumn })[];
  target: ArrayLike<number>;
  /** How much each row counts; 1 where left out. */
  weights?: ArrayLike<number>;
};

const HIGHEST_TRAINED_CODE = 65_535;
/** Squares of larger targets, added up, might not be finite. */
const LARGEST_TARGET = 1e100;
const LARGEST_WEIGHT = 1e50;

/** Throws `BAD_DATASET` naming the first thing wrong. */
export function checkDataset({ features, target, weights }: TreeDataset): void {
  if (features.length === 0) throw new TreeModelError('BAD_DATASET', 'there is no feature to learn from');
  if (target.length === 0) throw new TreeModelError('BAD_DATASET', 'there is no row to learn from');
  for (let row = 0; row < target.length; row++) {
    if (!(Math.abs(target[row] ?? Number.NaN) <= LARGEST_TARGET)) {
      throw new TreeModelError('BAD_DATASET', `the target of row ${row} is ${target[row]}, not within ±1e100`);
    }
  }
  for (const { name, kind, values } of features) {
    if (values.length !== target.length) {
      throw new TreeModelError('BAD_DATASET', `${name} has ${values.length} rows; the target has ${target.length}`);
    }
    if (kind === 'category') checkCodes(name, values);
  }
  if (weights) checkWeights(weights, target.length);
}

function checkCodes(name: string, values: TreeColumn): void {
  for (let row = 0; row < values.length; row++) {
    if ((values[row] ?? 0) >= HIGHEST_TRAINED_CODE + 1) {
      throw new TreeModelError('BAD_DATASET', `${name} has code ${values[row]} in row ${row}; codes go to 65,535`);
    }
  }
}

function checkWeights(weights: ArrayLike<number>, rows: number): void {
  if (weights.length !== rows) {
    throw new TreeModelError('BAD_DATASET', `there are ${weights.length} weights for ${rows} rows`);
  }
  for (let row = 0; row < rows; row++) {
    const weight = weights[row] ?? Number.NaN;
    if (!(weight > 0 && weight <= LARGEST_WEIGHT)) {
      throw new TreeModelError('BAD_DATASET', `the weight of row ${row} is ${weight}, not a positive number to 1e50`);
    }
  }
}
