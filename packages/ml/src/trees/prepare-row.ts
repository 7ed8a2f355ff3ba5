import { TreeModelError } from './tree-model-error.ts';
import type { TreeColumn, TreeFeature, TreeModel } from './tree-model.ts';

const READ_NUMBER = 0;
const READ_ZERO_AS_MISSING = 1;
const READ_CATEGORY = 2;
const READ_CATEGORY_OR_UNSEEN = 3;

/** LightGBM's `kZeroThreshold`: what lies this near 0 is 0. */
const NEAR_ZERO = 1e-35;

const HIGHEST_CODE = 2 ** 31 - 1;

/** How each feature's values are read; for `readValue`. */
export function readersOf(features: readonly TreeFeature[]): Uint8Array {
  return Uint8Array.from(features, ({ kind, isZeroMissing, isNegativeUnseen }) => {
    if (kind === 'category') return isNegativeUnseen ? READ_CATEGORY_OR_UNSEEN : READ_CATEGORY;
    return isZeroMissing ? READ_ZERO_AS_MISSING : READ_NUMBER;
  });
}

/**
 * A value as the trees compare it, NaN if it is missing. Infinite numbers become the largest finite ones, so that
 * missing values alone lie beyond every threshold.
 */
export function readValue(value: number, reader: number): number {
  const known = Math.min(Math.max(value, -Number.MAX_VALUE), Number.MAX_VALUE);
  if (reader === READ_NUMBER) return known;
  if (reader === READ_ZERO_AS_MISSING) return Math.abs(known) <= NEAR_ZERO ? Number.NaN : known;
  if (reader === READ_CATEGORY_OR_UNSEEN && known < 0) return HIGHEST_CODE;
  const code = Math.trunc(Math.min(known, HIGHEST_CODE));
  return code < 0 ? Number.NaN : code;
}

/** Throws `BAD_ROW` unless there are as many values as the model has features. */
export function requireFeatures(model: TreeModel, given: number): void {
  if (given !== model.features.length) {
    throw new TreeModelError('BAD_ROW', `${given} features given; the model has ${model.features.length}`);
  }
}

/** Rows of a table that has the model's features. Throws `BAD_ROW`. */
export function requireTable(model: TreeModel, columns: readonly TreeColumn[]): number {
  requireFeatures(model, columns.length);
  const rows = columns[0]?.length ?? 0;
  const odd = columns.findIndex((column) => column.length !== rows);
  if (odd >= 0) {
    throw new TreeModelError('BAD_ROW', `column ${odd} has ${columns[odd]?.length} rows; the first has ${rows}`);
  }
  return rows;
}
