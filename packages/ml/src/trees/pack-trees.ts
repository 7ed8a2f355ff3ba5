import type { TreeFeature, TreeModel } from './tree-model.ts';

/** A node of a tree that is being made. `left` is the index of the left child; the right one follows it. */
export type TreeNode = { value: number; cover: number; split: NodeSplit | null };

export type NodeSplit =
  | { kind: 'number'; feature: number; left: number; isMissingLeft: boolean; threshold: number }
  | { kind: 'category'; feature: number; left: number; isMissingLeft: boolean; codesLeft: readonly number[] };

export type TreeArrays = Pick<
  TreeModel,
  'roots' | 'depths' | 'slots' | 'children' | 'thresholds' | 'values' | 'covers' | 'sets'
>;

/** Lays trees out as `TreeModel` holds them. A tree's root is its first node; children come after their parent. */
export function packTrees(trees: readonly (readonly TreeNode[])[]): TreeArrays {
  const size = trees.reduce((sum, nodes) => sum + nodes.length, 0);
  const sets: number[] = [];
  const arrays = {
    roots: new Int32Array(trees.length),
    depths: new Int32Array(trees.length),
    slots: new Int32Array(size),
    children: new Int32Array(size),
    thresholds: new Float64Array(size),
    values: new Float64Array(size),
    covers: new Float64Array(size),
  };
  let root = 0;
  for (const [tree, nodes] of trees.entries()) {
    arrays.roots[tree] = root;
    arrays.depths[tree] = depthOf(nodes);
    for (const [index, { value, cover, split }] of nodes.entries()) {
      const node = root + index;
      arrays.covers[node] = cover;
      arrays.children[node] = split ? root + split.left : node;
      if (!split) {
        arrays.values[node] = value;
        arrays.thresholds[node] = Number.POSITIVE_INFINITY;
        continue;
      }
      const slot = 2 * split.feature + (split.isMissingLeft ? 0 : 1);
      arrays.slots[node] = split.kind === 'category' ? ~slot : slot;
      arrays.thresholds[node] = split.kind === 'category' ? addSet(sets, split.codesLeft) : split.threshold;
    }
    root += nodes.length;
  }
  return { ...arrays, sets: Uint32Array.from(sets) };
}

/** Puts the trees of a model before others. */
export function joinTrees(first: TreeArrays, second: TreeArrays): TreeArrays {
  const nodes = first.slots.length;
  const thresholds = second.thresholds.map((threshold, node) =>
    (second.slots[node] ?? 0) < 0 ? threshold + first.sets.length : threshold,
  );
  return {
    roots: Int32Array.from([...first.roots, ...second.roots.map((root) => root + nodes)]),
    depths: Int32Array.from([...first.depths, ...second.depths]),
    slots: Int32Array.from([...first.slots, ...second.slots]),
    children: Int32Array.from([...first.children, ...second.children.map((child) => child + nodes)]),
    thresholds: Float64Array.from([...first.thresholds, ...thresholds]),
    values: Float64Array.from([...first.values, ...second.values]),
    covers: Float64Array.from([...first.covers, ...second.covers]),
    sets: Uint32Array.from([...first.sets, ...second.sets]),
  };
}

export function sameFeatures(first: readonly TreeFeature[], second: readonly TreeFeature[]): boolean {
  return (
    first.length === second.length &&
    first.every(({ name, kind }, at) => name === second[at]?.name && kind === second[at].kind)
  );
}

function addSet(sets: number[], codes: readonly number[]): number {
  const start = sets.length;
  const words = codes.reduce((most, code) => Math.max(most, (code >>> 5) + 1), 0);
  sets.push(words, ...Array.from({ length: words }, () => 0));
  for (const code of codes) {
    const at = start + 1 + (code >>> 5);
    sets[at] = ((sets[at] ?? 0) | (1 << (code & 31))) >>> 0;
  }
  return start;
}

function depthOf(nodes: readonly TreeNode[]): number {
  const depths = new Int32Array(nodes.length);
  let deepest = 0;
  for (const [node, { split }] of nodes.entries()) {
    if (!split) continue;
    const depth = (depths[node] ?? 0) + 1;
    depths[split.left] = depth;
    depths[split.left + 1] = depth;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
