import type { TreeNode } from './pack-trees.ts';

/**
 * Moves leaf values, where they contradict a constrained split, to the middle between the two sides: afterwards no leaf
 * below a rising split's left child is above one below its right child. For leaves whose values were fitted again after
 * the tree was grown. From the root down: moving leaves further below keeps them on their side.
 */
export function enforceDirections(nodes: readonly TreeNode[], directions: Int8Array): void {
  for (const { split } of nodes) {
    const direction = split ? (directions[split.feature] ?? 0) : 0;
    if (!split || direction === 0) continue;
    const first = leavesBelow(nodes, split.left);
    const second = leavesBelow(nodes, split.left + 1);
    const [low, high] = direction > 0 ? [first, second] : [second, first];
    const top = low.reduce((most, { value }) => Math.max(most, value), Number.NEGATIVE_INFINITY);
    const bottom = high.reduce((least, { value }) => Math.min(least, value), Number.POSITIVE_INFINITY);
    if (top <= bottom) continue;
    const middle = top / 2 + bottom / 2;
    for (const leaf of low) leaf.value = Math.min(leaf.value, middle);
    for (const leaf of high) leaf.value = Math.max(leaf.value, middle);
  }
}

function leavesBelow(nodes: readonly TreeNode[], from: number): TreeNode[] {
  const leaves: TreeNode[] = [];
  const waiting = [from];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const found = nodes[node];
    if (found?.split) waiting.push(found.split.left, found.split.left + 1);
    else if (found) leaves.push(found);
  }
  return leaves;
}
