import { readValue } from './prepare-row.ts';
import type { TreeModel } from './tree-model.ts';

/** Writes a feature's two prepared values (see `TreeModel`). */
export function prepareValue(prepared: Float64Array, feature: number, value: number, reader: number): void {
  const known = readValue(value, reader);
  const isMissing = Number.isNaN(known);
  prepared[2 * feature] = isMissing ? Number.NEGATIVE_INFINITY : known;
  prepared[2 * feature + 1] = isMissing ? Number.POSITIVE_INFINITY : known;
}

/** Whether a code is in the set that starts at `start`. */
export function isInSet(sets: Uint32Array, start: number, code: number): boolean {
  if (!(code >= 0 && code < (sets[start] ?? 0) * 32)) return false;
  return (((sets[start + 1 + (code >>> 5)] ?? 0) >>> (code & 31)) & 1) === 1;
}

/** Where a row goes from an inner node. A missing category goes left or right by its slot, as a missing number does. */
export function goesLeft({ slots, thresholds, sets }: TreeModel, node: number, prepared: Float64Array): boolean {
  const slot = slots[node] ?? 0;
  const threshold = thresholds[node] ?? 0;
  if (slot >= 0) return (prepared[slot] ?? 0) <= threshold;
  const code = prepared[~slot] ?? 0;
  return code === Number.NEGATIVE_INFINITY || isInSet(sets, threshold, code);
}

/** Base and leaves of a prepared row added up, for any model. */
export function sumOfLeaves(model: TreeModel, prepared: Float64Array): number {
  const { roots, children, values, isSinglePrecision } = model;
  let sum = model.base;
  for (const root of roots) {
    let node = root;
    let child = children[node] ?? node;
    while (child !== node) {
      node = goesLeft(model, node, prepared) ? child : child + 1;
      child = children[node] ?? node;
    }
    sum += values[node] ?? 0;
    if (isSinglePrecision) sum = Math.fround(sum);
  }
  return sum;
}
