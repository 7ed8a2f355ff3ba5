import type { GrownTree } from './grow-tree.ts';
import { quantileOf, weightedQuantileOf } from './quantile.ts';
import type { TreeLoss } from './train-options.ts';

/** What is learned: a target and a weight (null: 1 each) for every row. */
export type Goal = { target: Float64Array; weights: Float64Array | null };

/** The constant prediction with the least loss over `rows`: mean, median or quantile. */
export function bestConstant(loss: TreeLoss, { target, weights }: Goal, rows: Int32Array): number {
  if (loss.kind !== 'squared') return weightedQuantileAt(loss, { target, weights }, rows, null);
  let sum = 0;
  let total = 0;
  for (const row of rows) {
    const weight = weights ? (weights[row] ?? 0) : 1;
    sum += weight * (target[row] ?? 0);
    total += weight;
  }
  return total > 0 ? sum / total : 0;
}

/**
 * Derivative of each row's loss by its prediction, times its weight. The second derivative is taken as 1 for every loss:
 * that of absolute and quantile loss is 0, and their leaves get their values from `refitLeaves` instead.
 */
export function fillGradients(
  loss: TreeLoss,
  { target, weights }: Goal,
  predictions: Float64Array,
  gradients: Float64Array,
): void {
  const above = loss.kind === 'quantile' ? 1 - loss.alpha : 1;
  const below = loss.kind === 'quantile' ? -loss.alpha : -1;
  const isSquared = loss.kind === 'squared';
  for (let row = 0; row < gradients.length; row++) {
    const error = (predictions[row] ?? 0) - (target[row] ?? 0);
    const gradient = isSquared ? error : error > 0 ? above : below;
    gradients[row] = weights ? gradient * (weights[row] ?? 0) : gradient;
  }
}

/** Weighted mean over `rows` of squared error, absolute error or pinball loss. 0 where there are no rows. */
export function meanLoss(
  loss: TreeLoss,
  { target, weights }: Goal,
  predictions: Float64Array,
  rows: Int32Array,
): number {
  const above = loss.kind === 'quantile' ? 1 - loss.alpha : 1;
  const below = loss.kind === 'quantile' ? loss.alpha : 1;
  const isSquared = loss.kind === 'squared';
  let sum = 0;
  let total = 0;
  for (const row of rows) {
    const error = (predictions[row] ?? 0) - (target[row] ?? 0);
    const weight = weights ? (weights[row] ?? 0) : 1;
    sum += weight * (isSquared ? error * error : error > 0 ? above * error : -below * error);
    total += weight;
  }
  return total > 0 ? sum / total : 0;
}

/**
 * For absolute and quantile loss, gives each leaf the median or quantile of what its rows still lack: the step along the
 * leaf that lowers the loss most (Friedman 2001, 4.3).
 */
export function refitLeaves(tree: GrownTree, loss: TreeLoss, goal: Goal, predictions: Float64Array): void {
  if (loss.kind === 'squared') return;
  for (const { node, range } of tree.leaves) {
    const leaf = tree.nodes[node];
    if (leaf) leaf.value = weightedQuantileAt(loss, goal, tree.rows.subarray(range.from, range.to), predictions);
  }
}

function weightedQuantileAt(
  loss: TreeLoss,
  { target, weights }: Goal,
  rows: Int32Array,
  predictions: Float64Array | null,
): number {
  const alpha = loss.kind === 'quantile' ? loss.alpha : 0.5;
  const lacking = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    lacking[at] = (target[row] ?? 0) - (predictions ? (predictions[row] ?? 0) : 0);
  }
  if (!weights) return quantileOf(lacking, alpha);
  return weightedQuantileOf(
    lacking,
    Float64Array.from(rows, (row) => weights[row] ?? 0),
    alpha,
  );
}
