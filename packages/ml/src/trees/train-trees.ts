import { createRandom } from '../random.ts';
import { drawFeatures, drawRows } from './draw-rows.ts';
import { binFeatures } from './feature-bins.ts';
import { createTreeGrower } from './grow-tree.ts';
import { layOutHistogram } from './histogram.ts';
import { enforceDirections } from './monotone-leaves.ts';
import { joinTrees, packTrees, sameFeatures, type TreeNode } from './pack-trees.ts';
import { predictTrees } from './predict-trees.ts';
import { treeSettings, type TreeOptions, type TreeSettings } from './train-options.ts';
import { checkDataset, type TreeDataset } from './tree-dataset.ts';
import { bestConstant, fillGradients, meanLoss, refitLeaves, type Goal } from './tree-losses.ts';
import { TreeModelError } from './tree-model-error.ts';
import type { TreeFeature, TreeModel } from './tree-model.ts';

export type TreeProgress = {
  /** Share of the whole training done, 0..1; never falls. */
  fraction: number;
  /** Trees grown by this training, and how many there will be at most. */
  trees: number;
  mostTrees: number;
  /** Mean loss (squared error, absolute error or pinball) over the rows learned from. */
  loss: number;
  /** The same of the rows kept apart; null where none are. */
  validationLoss: number | null;
};

/**
 * Trains gradient-boosted trees on histograms (Friedman 2001; Ke et al. 2017, "LightGBM").
 *
 * Values are sorted into at most 255 bins, each node's best split is found from sums by bin, and missing values go to
 * the side that gains more. Pure and synchronous: run it in a worker thread. Throws `TreeModelError` (`BAD_DATASET`,
 * `BAD_OPTIONS`, `CANCELLED`).
 */
export function trainTrees(
  dataset: TreeDataset,
  options: TreeOptions,
  onProgress: (progress: TreeProgress) => void = () => undefined,
): TreeModel {
  const settings = treeSettings(options);
  checkDataset(dataset);
  const features = dataset.features.map(({ name, kind }): TreeFeature => ({ name, kind }));
  const directions = directionsOf(features, settings);
  const { warmStart } = options;
  if (warmStart && !(sameFeatures(warmStart.features, features) && warmStart.transform.kind === 'identity')) {
    throw new TreeModelError('BAD_OPTIONS', 'the model to start from has other features or another kind of output');
  }

  const random = createRandom(settings.seed);
  const goal: Goal = {
    target: Float64Array.from(dataset.target),
    weights: dataset.weights ? Float64Array.from(dataset.weights) : null,
  };
  const [learned, keptApart] = keepApart(goal.target.length, settings, random);
  const base = warmStart?.base ?? bestConstant(settings.loss, goal, learned);
  const predictions = warmStart
    ? predictTrees(
        warmStart,
        dataset.features.map(({ values }) => values),
      )
    : new Float64Array(goal.target.length).fill(base);
  const isConstant = goal.target.every((value) => value === goal.target[0]);
  const trees = isConstant && !warmStart ? [] : boost();
  const packed = packTrees(trees);
  return {
    features,
    base: isConstant && !warmStart ? (goal.target[0] ?? base) : base,
    transform: { kind: 'identity' },
    isSinglePrecision: warmStart?.isSinglePrecision ?? false,
    ...(warmStart ? joinTrees(warmStart, packed) : packed),
  };

  function boost(): TreeNode[][] {
    const layout = layOutHistogram(binFeatures(dataset.features, settings.mostBins, random));
    const grower = createTreeGrower(layout, { ...settings, directions }, goal.target.length);
    const gradients = new Float64Array(goal.target.length);
    const grown: TreeNode[][] = [];
    let best = { trees: 0, loss: meanLoss(settings.loss, goal, predictions, keptApart) };
    for (let round = 1; round <= settings.mostTrees; round++) {
      if (options.isCancelled?.()) throw new TreeModelError('CANCELLED', 'training was cancelled');
      fillGradients(settings.loss, goal, predictions, gradients);
      const [rows, rest] = drawRows(learned, settings.rowShare, random);
      const others = concatenate(rest, keptApart);
      const chosen = drawFeatures(features.length, settings.columnShare, random);
      const tree = grower.grow(rows, others, chosen, { gradients, weights: goal.weights });
      const isDrawn = settings.rowShare < 1 || settings.columnShare < 1;
      if (tree.leaves.length === 1 && !isDrawn) break;
      refitLeaves(tree, settings.loss, goal, predictions);
      if (settings.loss.kind !== 'squared') enforceDirections(tree.nodes, directions);
      for (const node of tree.nodes) node.value *= settings.learningRate;
      for (const { node, range } of tree.leaves) {
        const value = tree.nodes[node]?.value ?? 0;
        addTo(predictions, tree.rows.subarray(range.from, range.to), value);
        addTo(predictions, tree.others.subarray(range.othersFrom, range.othersTo), value);
      }
      grown.push(tree.nodes);
      const validationLoss = keptApart.length > 0 ? meanLoss(settings.loss, goal, predictions, keptApart) : null;
      const { mostTrees } = settings;
      const loss = meanLoss(settings.loss, goal, predictions, learned);
      onProgress({ fraction: round / mostTrees, trees: round, mostTrees, loss, validationLoss });
      if (validationLoss === null) continue;
      if (validationLoss < best.loss) best = { trees: round, loss: validationLoss };
      else if (round - best.trees >= settings.patience) break;
    }
    return keptApart.length > 0 ? grown.slice(0, best.trees) : grown;
  }
}

function concatenate(first: Int32Array, second: Int32Array): Int32Array {
  const both = new Int32Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

function addTo(predictions: Float64Array, rows: Int32Array, value: number): void {
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    predictions[row] = (predictions[row] ?? 0) + value;
  }
}

function directionsOf(features: readonly TreeFeature[], { monotone }: TreeSettings): Int8Array {
  const directions = new Int8Array(features.length);
  for (const [name, monotony] of Object.entries(monotone)) {
    const feature = features.findIndex((candidate) => candidate.name === name);
    if (features[feature]?.kind !== 'number') {
      throw new TreeModelError('BAD_OPTIONS', `monotone.${name} is no number among the features`);
    }
    directions[feature] = monotony === 'rising' ? 1 : -1;
  }
  return directions;
}

/** Rows to learn from, and those that decide when to stop. At least one is learned from. */
function keepApart(
  rows: number,
  { validationShare, validationRows }: TreeSettings,
  random: (below: number) => number,
): [Int32Array, Int32Array] {
  const all = Int32Array.from({ length: rows }, (_, row) => row);
  const kept = Math.min(Math.round(validationShare * rows), rows - 1);
  if (kept === 0) return [all, new Int32Array()];
  if (validationRows === 'last') return [all.subarray(0, rows - kept), all.subarray(rows - kept)];
  return drawRows(all, 1 - kept / rows, random);
}
