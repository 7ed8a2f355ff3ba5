import { TreeModelError } from './tree-model-error.ts';
import type { TreeModel } from './tree-model.ts';

/** As deep as any tree that is read from elsewhere. */
const DEEPEST = 500;

/**
 * Throws `CORRUPT` unless every walk through the trees ends in a leaf and reads only what is there. Bytes that match
 * their checksum may still have been written by anyone. Takes time linear in the size of the model.
 */
export function requireSoundTrees(model: TreeModel): void {
  const { features, base, transform, roots, depths, slots, children } = model;
  const isDescribed =
    Array.isArray(features) &&
    features.every(({ name, kind }) => typeof name === 'string' && (kind === 'number' || kind === 'category')) &&
    Number.isFinite(base) &&
    typeof transform.kind === 'string';
  if (!isDescribed) throw corrupt('its description is not that of a tree model');
  const depthOf = new Int32Array(slots.length);
  for (let node = slots.length - 1; node >= 0; node--) {
    const child = children[node] ?? -1;
    if (child === node) continue;
    if (!(child > node && child + 1 < slots.length)) throw corrupt(`node ${node} has child ${child}`);
    if (!isSoundSplit(model, node)) throw corrupt(`node ${node} splits by what is not there`);
    depthOf[node] = 1 + Math.max(depthOf[child] ?? 0, depthOf[child + 1] ?? 0);
  }
  for (const [tree, root] of roots.entries()) {
    const depth = depths[tree] ?? -1;
    if (!(root >= 0 && root < slots.length && depth <= DEEPEST && depthOf[root] === depth)) {
      throw corrupt(`tree ${tree} is not ${depth} deep`);
    }
  }
}

function isSoundSplit({ features, slots, thresholds, sets }: TreeModel, node: number): boolean {
  const slot = slots[node] ?? 0;
  const threshold = thresholds[node] ?? Number.NaN;
  const feature = features[(slot < 0 ? ~slot : slot) >> 1];
  if (slot >= 0) return feature?.kind === 'number' && !Number.isNaN(threshold);
  return feature?.kind === 'category' && threshold + (sets[threshold] ?? Number.POSITIVE_INFINITY) < sets.length;
}

function corrupt(problem: string): TreeModelError {
  return new TreeModelError('CORRUPT', `the model contradicts itself: ${problem}`);
}
