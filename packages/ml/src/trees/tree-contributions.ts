import { readersOf, requireFeatures } from './prepare-row.ts';
import type { TreeModel } from './tree-model.ts';
import { goesLeft, prepareValue } from './walk-trees.ts';

/**
 * `values[f]` is what feature `f` added; `base` and all values add up to the raw prediction (to 32 bits where the model
 * adds its leaves up in 32 bits).
 */
export type Contributions = { base: number; values: Float64Array };

/**
 * What each feature adds to one row's raw prediction (before the model's transform): path-dependent TreeSHAP, Algorithm 2
 * of Lundberg, Erion and Lee 2018, "Consistent individualized feature attribution for tree ensembles"; also Lundberg et
 * al. 2020. A feature that is unknown is averaged over by the training weight that reached each node, and `base` is the
 * prediction with all of them unknown. Throws `BAD_ROW`.
 */
export function contributions(model: TreeModel, row: Float64Array): Contributions {
  requireFeatures(model, row.length);
  const prepared = new Float64Array(2 * row.length);
  const readers = readersOf(model.features);
  for (const [feature, value] of row.entries()) prepareValue(prepared, feature, value, readers[feature] ?? 0);
  const values = new Float64Array(row.length);
  const deepest = model.depths.reduce((most, depth) => Math.max(most, depth), 0);
  const paths = Array.from({ length: deepest + 2 }, () => createPath(deepest + 2));
  for (const root of model.roots) explainTree(model, root, prepared, paths, values);
  return { base: expectedOutput(model), values };
}

const expectedOutputs = new WeakMap<TreeModel, number>();

/** The mean of the raw prediction over the weight that trained the model. */
export function expectedOutput(model: TreeModel): number {
  const known = expectedOutputs.get(model);
  if (known !== undefined) return known;
  const { children, values } = model;
  const means = values.slice();
  for (let node = means.length - 1; node >= 0; node--) {
    const child = children[node] ?? node;
    if (child === node) continue;
    const share = shareOf(model, child);
    means[node] = share * (means[child] ?? 0) + (1 - share) * (means[child + 1] ?? 0);
  }
  const sum = model.roots.reduce((total, root) => total + (means[root] ?? 0), model.base);
  expectedOutputs.set(model, sum);
  return sum;
}

/** Share of a node's weight that went to its left child. */
function shareOf({ covers }: TreeModel, left: number): number {
  const both = (covers[left] ?? 0) + (covers[left + 1] ?? 0);
  return both > 0 ? (covers[left] ?? 0) / both : 0.5;
}

/**
 * The distinct features on the way to a node. Of each: the share of weight that passes when it is unknown, whether the
 * row passes when it is known (1 or 0), and the weight of the subsets of each size.
 */
type Path = { features: Int32Array; unknown: Float64Array; known: Float64Array; weights: Float64Array };

function createPath(size: number): Path {
  return {
    features: new Int32Array(size),
    unknown: new Float64Array(size),
    known: new Float64Array(size),
    weights: new Float64Array(size),
  };
}

function explainTree(
  model: TreeModel,
  root: number,
  prepared: Float64Array,
  paths: readonly Path[],
  values: Float64Array,
): void {
  const { children, slots } = model;

  function visit(node: number, level: number, length: number, unknown: number, known: number, feature: number): void {
    const path = paths[level];
    if (!path) return;
    const before = paths[level - 1];
    if (before) copyPath(before, path, length);
    extend(path, length, unknown, known, feature);
    const child = children[node] ?? node;
    if (child === node) {
      for (let at = 1; at <= length; at++) {
        const of = path.features[at] ?? 0;
        const weight = unwoundSum(path, length, at) * ((path.known[at] ?? 0) - (path.unknown[at] ?? 0));
        values[of] = (values[of] ?? 0) + weight * (model.values[node] ?? 0);
      }
      return;
    }
    const slot = slots[node] ?? 0;
    const split = (slot < 0 ? ~slot : slot) >> 1;
    let unknownBefore = 1;
    let knownBefore = 1;
    let end = length;
    for (let at = 1; at <= length; at++) {
      if (path.features[at] !== split) continue;
      unknownBefore = path.unknown[at] ?? 0;
      knownBefore = path.known[at] ?? 0;
      unwind(path, length, at);
      end -= 1;
      break;
    }
    const isLeft = goesLeft(model, node, prepared);
    const share = shareOf(model, child);
    visit(child, level + 1, end + 1, unknownBefore * share, isLeft ? knownBefore : 0, split);
    visit(child + 1, level + 1, end + 1, unknownBefore * (1 - share), isLeft ? 0 : knownBefore, split);
  }

  visit(root, 0, 0, 1, 1, -1);
}

function copyPath(from: Path, to: Path, length: number): void {
  for (let at = 0; at < length; at++) {
    to.features[at] = from.features[at] ?? 0;
    to.unknown[at] = from.unknown[at] ?? 0;
    to.known[at] = from.known[at] ?? 0;
    to.weights[at] = from.weights[at] ?? 0;
  }
}

/** EXTEND of Algorithm 2: adds a feature at `length`. */
function extend(path: Path, length: number, unknown: number, known: number, feature: number): void {
  const { weights } = path;
  path.features[length] = feature;
  path.unknown[length] = unknown;
  path.known[length] = known;
  weights[length] = length === 0 ? 1 : 0;
  for (let at = length - 1; at >= 0; at--) {
    const weight = weights[at] ?? 0;
    weights[at + 1] = (weights[at + 1] ?? 0) + (known * weight * (at + 1)) / (length + 1);
    weights[at] = (unknown * weight * (length - at)) / (length + 1);
  }
}

/** UNWIND of Algorithm 2: takes the feature at `index` out again. */
function unwind(path: Path, length: number, index: number): void {
  const { features, weights } = path;
  const unknown = path.unknown[index] ?? 0;
  const known = path.known[index] ?? 0;
  let next = weights[length] ?? 0;
  for (let at = length - 1; at >= 0; at--) {
    const weight = weights[at] ?? 0;
    if (known !== 0) {
      weights[at] = (next * (length + 1)) / ((at + 1) * known);
      next = weight - ((weights[at] ?? 0) * unknown * (length - at)) / (length + 1);
    } else {
      weights[at] = unknown === 0 ? 0 : (weight * (length + 1)) / (unknown * (length - at));
    }
  }
  for (let at = index; at < length; at++) {
    features[at] = features[at + 1] ?? 0;
    path.unknown[at] = path.unknown[at + 1] ?? 0;
    path.known[at] = path.known[at + 1] ?? 0;
  }
}

/** The weights' sum were the feature at `index` taken out. */
function unwoundSum({ weights, unknown, known }: Path, length: number, index: number): number {
  const share = unknown[index] ?? 0;
  const passes = known[index] ?? 0;
  let next = weights[length] ?? 0;
  let sum = 0;
  for (let at = length - 1; at >= 0; at--) {
    if (passes !== 0) {
      const weight = (next * (length + 1)) / ((at + 1) * passes);
      sum += weight;
      next = (weights[at] ?? 0) - (weight * share * (length - at)) / (length + 1);
    } else if (share !== 0) {
      sum += ((weights[at] ?? 0) * (length + 1)) / (share * (length - at));
    }
  }
  return sum;
}
