import { packTrees, type NodeSplit, type TreeArrays, type TreeNode } from './pack-trees.ts';
import { TreeModelError } from './tree-model-error.ts';

/** A node as another library describes it: a leaf's value, or a split and the names of its two children. */
export type ForeignNode =
  | { cover: number; value: number }
  | { cover: number; left: number; right: number; split: ForeignSplit };

export type ForeignSplit =
  | { kind: 'number'; feature: number; isMissingLeft: boolean; threshold: number }
  | { kind: 'category'; feature: number; isMissingLeft: boolean; codesLeft: readonly number[] };

/**
 * Brings a tree's nodes into the order that `packTrees` wants, from the root on; nodes that nothing leads to are left
 * out. Throws `CORRUPT` where a node is its own ancestor or has two parents.
 */
export function orderTree(root: number, read: (node: number) => ForeignNode): TreeNode[] {
  const nodes: TreeNode[] = [];
  const names = [root];
  const met = new Set(names);
  for (let at = 0; at < names.length; at++) {
    const node = read(names[at] ?? root);
    if ('value' in node) {
      nodes.push({ value: node.value, cover: node.cover, split: null });
      continue;
    }
    for (const child of [node.left, node.right]) {
      if (met.has(child)) throw new TreeModelError('CORRUPT', `node ${child} of a tree is reached twice`);
      met.add(child);
    }
    const split: NodeSplit = { ...node.split, left: names.length };
    names.push(node.left, node.right);
    nodes.push({ value: 0, cover: node.cover, split });
  }
  return nodes;
}

/** What this evaluator takes on; XGBoost itself has no higher code. */
const HIGHEST_CODE = 2 ** 24;
const MOST_FEATURES = 1e6;
const DEEPEST = 500;

/**
 * As `packTrees`, after checking that features and numbers are as they must be. Throws `CORRUPT`, or
 * `UNSUPPORTED_MODEL` where there is too much of something.
 */
export function packForeignTrees(trees: readonly (readonly TreeNode[])[], features: number): TreeArrays {
  for (const nodes of trees) {
    for (const { value, cover, split } of nodes) {
      if (!Number.isFinite(value) || !Number.isFinite(cover) || (split && !isSound(split, features))) {
        throw new TreeModelError('CORRUPT', 'a node of a tree has no finite number, or no such feature or category');
      }
    }
  }
  const arrays = packTrees(trees);
  if (arrays.depths.some((depth) => depth > DEEPEST)) {
    throw new TreeModelError('UNSUPPORTED_MODEL', `a tree is deeper than ${DEEPEST}`);
  }
  return arrays;
}

/** Throws `UNSUPPORTED_MODEL` for a number of features that no model here has. */
export function requireFeatureCount(features: number): void {
  if (!(features >= 0 && features <= MOST_FEATURES)) {
    throw new TreeModelError('UNSUPPORTED_MODEL', `the model has ${features} features`);
  }
}

function isSound(split: NodeSplit, features: number): boolean {
  if (!(Number.isInteger(split.feature) && split.feature >= 0 && split.feature < features)) return false;
  if (split.kind === 'number') return Number.isFinite(split.threshold);
  return split.codesLeft.every((code) => Number.isInteger(code) && code >= 0 && code <= HIGHEST_CODE);
}
