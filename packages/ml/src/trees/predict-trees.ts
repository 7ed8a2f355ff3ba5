import { compileTrees } from './compile-trees.ts';
import { rankValue, sumCompiled } from './compiled-trees.ts';
import { transformOutput } from './output-transform.ts';
import { readersOf, readValue, requireFeatures, requireTable } from './prepare-row.ts';
import type { TreeColumn, TreeModel } from './tree-model.ts';
import { prepareValue, sumOfLeaves } from './walk-trees.ts';

export type PredictOptions = {
  /** Answer the sum of base and leaves, before the model's transform. */
  isRaw?: boolean;
};

/**
 * A prediction for each row of `columns`, which are the model's features in its order. Missing values are NaN; a
 * category that training did not meet goes where missing ones go. Throws `BAD_ROW`.
 */
export function predictTrees(
  model: TreeModel,
  columns: readonly TreeColumn[],
  { isRaw = false }: PredictOptions = {},
): Float64Array {
  const rows = requireTable(model, columns);
  const walker = walkerOf(model);
  const predictions = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    for (let feature = 0; feature < columns.length; feature++) {
      walker.set(feature, columns[feature]?.[row] ?? Number.NaN);
    }
    predictions[row] = finish(model, walker.sum(), isRaw);
  }
  return predictions;
}

/** The prediction for one row, its values in the order of the model's features; as `predictTrees`. */
export function predictOne(model: TreeModel, row: Float64Array, { isRaw = false }: PredictOptions = {}): number {
  requireFeatures(model, row.length);
  const walker = walkerOf(model);
  for (let feature = 0; feature < row.length; feature++) walker.set(feature, row[feature] ?? Number.NaN);
  return finish(model, walker.sum(), isRaw);
}

/** Takes the values of a row and then answers the sum of its leaves. */
type Walker = { set(feature: number, value: number): void; sum(): number };

/** A model is made ready when it is first asked, and kept so for as long as it is. */
const walkers = new WeakMap<TreeModel, Walker>();

function walkerOf(model: TreeModel): Walker {
  const known = walkers.get(model);
  if (known) return known;
  const walker = createWalker(model);
  walkers.set(model, walker);
  return walker;
}

function createWalker(model: TreeModel): Walker {
  const { base, isSinglePrecision, features } = model;
  const readers = readersOf(features);
  const compiled = compileTrees(model);
  if (compiled) {
    return {
      set: (feature, value) => rankValue(compiled, feature, readValue(value, readers[feature] ?? 0)),
      sum: () => sumCompiled(compiled, base, isSinglePrecision),
    };
  }
  const prepared = new Float64Array(2 * features.length);
  return {
    set: (feature, value) => prepareValue(prepared, feature, value, readers[feature] ?? 0),
    sum: () => sumOfLeaves(model, prepared),
  };
}

function finish({ transform, isSinglePrecision }: TreeModel, sum: number, isRaw: boolean): number {
  if (isRaw) return sum;
  const prediction = transformOutput(transform, sum);
  return isSinglePrecision ? Math.fround(prediction) : prediction;
}
