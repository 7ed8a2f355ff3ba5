import { type ModelFormat, readModelFile, writeModelFile } from '../model-file.ts';
import { requireSoundTrees } from './sound-trees.ts';
import { TreeModelError } from './tree-model-error.ts';
import type { TreeModel } from './tree-model.ts';

const FORMAT: ModelFormat = {
  letters: 'JTRM',
  version: 1,
  alignment: 8,
  name: 'tree model',
  error: (problem, message) => new TreeModelError(problem, message),
};

/** Sizes are those of the arrays that follow. `base` is written as text that reads back as the same number. */
type Description = Pick<TreeModel, 'features' | 'base' | 'transform' | 'isSinglePrecision'> & {
  trees: number;
  nodes: number;
  setWords: number;
};

/** A model as bytes: a `model-file` with the arrays thresholds, values, covers, roots, depths, slots, children, sets. */
export function serializeTrees(model: TreeModel): Uint8Array {
  const { features, base, transform, isSinglePrecision, roots, slots, sets } = model;
  const sizes = { trees: roots.length, nodes: slots.length, setWords: sets.length };
  const description: Description = { features, base, transform, isSinglePrecision, ...sizes };
  const { thresholds, values, covers, depths, children } = model;
  return writeModelFile(FORMAT, description, [thresholds, values, covers, roots, depths, slots, children, sets]);
}

/**
 * Reads what `serializeTrees` wrote. Throws `TreeModelError`: `NOT_A_MODEL` for foreign bytes, `UNSUPPORTED_VERSION` for
 * another format version, `TRUNCATED` when bytes are missing, `CORRUPT` when they were changed, or when they match their
 * checksum and yet no walk from root to leaf would end.
 */
export function deserializeTrees(bytes: Uint8Array): TreeModel {
  return readModelFile(FORMAT, bytes, (described, take) => {
    const { features, base, transform, isSinglePrecision, trees, nodes, setWords } = described as Description; // Checked next.
    const model: TreeModel = {
      features,
      base,
      transform,
      isSinglePrecision,
      thresholds: take(Float64Array, nodes),
      values: take(Float64Array, nodes),
      covers: take(Float64Array, nodes),
      roots: take(Int32Array, trees),
      depths: take(Int32Array, trees),
      slots: take(Int32Array, nodes),
      children: take(Int32Array, nodes),
      sets: take(Uint32Array, setWords),
    };
    requireSoundTrees(model);
    return model;
  });
}
