import type { BinnedFeature } from './feature-bins.ts';
import { findSplit } from './find-split.ts';
import {
  createHistogram,
  fillHistogram,
  subtractHistogram,
  type Histogram,
  type HistogramLayout,
  type NodeSums,
  type RowGradients,
} from './histogram.ts';
import type { NodeSplit, TreeNode } from './pack-trees.ts';
import { leafValue, type Bounds } from './split-score.ts';
import type { FoundSplit, SplitRules } from './split-search.ts';
import { splitRows } from './split-rows.ts';

export type GrowthRules = SplitRules & { growth: 'leaf' | 'depth'; mostLeaves: number; mostDepth: number };

/** A range of `GrownTree.rows` and one of `GrownTree.others`. */
export type RowRange = { from: number; to: number; othersFrom: number; othersTo: number };

/** Which rows ended in the leaf `node`. */
export type GrownLeaf = { node: number; range: RowRange };

/** Leaf values are before the learning rate. `rows` and `others` are those given, reordered by leaf. */
export type GrownTree = { nodes: TreeNode[]; leaves: GrownLeaf[]; rows: Int32Array; others: Int32Array };

/** A leaf that could be split further, and how. */
type Candidate = GrownLeaf & {
  depth: number;
  sums: NodeSums;
  bounds: Bounds | null;
  histogram: Histogram | null;
  split: FoundSplit | null;
};

export type TreeGrower = {
  /**
   * Grows a tree from `rows` over the features of `chosen`; `others` are led through it without being learned from.
   * Both arrays are reordered in place.
   */
  grow(rows: Int32Array, others: Int32Array, chosen: readonly number[], gradients: RowGradients): GrownTree;
};

/** Grows trees on histograms, each child's sums by subtraction where that is less work (Ke et al. 2017). */
export function createTreeGrower(layout: HistogramLayout, rules: GrowthRules, rowCount: number): TreeGrower {
  const spare: Histogram[] = [];
  const gathered = new Float64Array(rowCount);
  const scratch = new Int32Array(rowCount);
  const goesLeft = new Uint8Array(256);

  function grow(rows: Int32Array, others: Int32Array, chosen: readonly number[], data: RowGradients): GrownTree {
    const nodes: TreeNode[] = [];
    const finished: GrownLeaf[] = [];
    const open: Candidate[] = [];

    const addLeaf = (leaf: Candidate): void => {
      const { gradient, weight } = leaf.sums;
      nodes[leaf.node] = { value: leafValue(gradient, weight, rules.l2, leaf.bounds), cover: weight, split: null };
    };
    const mayBeSplit = ({ depth, sums }: Candidate): boolean =>
      depth < rules.mostDepth && sums.rows >= 2 * rules.fewestRows && (nodes.length + 1) / 2 < rules.mostLeaves;
    const fill = (leaf: Candidate): Histogram => {
      const histogram = spare.pop() ?? createHistogram(layout, data.weights !== null);
      fillHistogram(histogram, layout, chosen, data, rows.subarray(leaf.range.from, leaf.range.to), gathered);
      return histogram;
    };
    /** Puts a leaf among those to be split, or among the finished. */
    const settle = (leaf: Candidate): void => {
      const { histogram, sums, bounds } = leaf;
      leaf.split = histogram ? findSplit(layout, chosen, { histogram, sums, bounds }, rules) : null;
      if (leaf.split) {
        open.push(leaf);
        return;
      }
      if (histogram) spare.push(histogram);
      finished.push(leaf);
    };

    const everything = { from: 0, to: rows.length, othersFrom: 0, othersTo: others.length };
    const root = leafOf(0, 0, everything, sumUp(rows, data), null);
    addLeaf(root);
    if (mayBeSplit(root)) root.histogram = fill(root);
    settle(root);

    while (open.length > 0 && open.length + finished.length < rules.mostLeaves) {
      const leaf = takeNext(open, rules.growth);
      const { split, histogram } = leaf;
      if (!split || !histogram) continue;
      const [left, right] = divide(leaf, split);
      addLeaf(left);
      addLeaf(right);
      const small = left.sums.rows <= right.sums.rows ? left : right;
      const large = small === left ? right : left;
      if (mayBeSplit(large)) {
        const part = fill(small);
        subtractHistogram(histogram, part, layout, chosen);
        large.histogram = histogram;
        if (mayBeSplit(small)) small.histogram = part;
        else spare.push(part);
      } else {
        spare.push(histogram);
      }
      settle(left);
      settle(right);
    }
    for (const { histogram } of open) if (histogram) spare.push(histogram);
    return { nodes, leaves: [...finished, ...open], rows, others };

    /** Splits a leaf's rows, makes its node an inner one, and answers its two children. */
    function divide({ node, depth, range, sums, bounds }: Candidate, split: FoundSplit): [Candidate, Candidate] {
      const { from, to, othersFrom, othersTo } = range;
      const binned = layout.features[split.feature];
      const codes = binned?.codes ?? new Uint8Array();
      markLeft(goesLeft, split, binned?.bins ?? 0);
      const middle = from + splitRows(rows.subarray(from, to), codes, goesLeft, scratch);
      const othersMiddle = othersFrom + splitRows(others.subarray(othersFrom, othersTo), codes, goesLeft, scratch);
      const left = nodes.length;
      nodes[node] = { value: 0, cover: sums.weight, split: nodeSplit(split, binned, left) };
      const rest: NodeSums = {
        gradient: sums.gradient - split.left.gradient,
        weight: sums.weight - split.left.weight,
        rows: sums.rows - split.left.rows,
      };
      const [leftBounds, rightBounds] = boundsBelow(bounds, split, rest, rules);
      const leftRange = { from, to: middle, othersFrom, othersTo: othersMiddle };
      const rightRange = { from: middle, to, othersFrom: othersMiddle, othersTo };
      return [
        leafOf(left, depth + 1, leftRange, split.left, leftBounds),
        leafOf(left + 1, depth + 1, rightRange, rest, rightBounds),
      ];
    }
  }
  return { grow };
}

function leafOf(node: number, depth: number, range: RowRange, sums: NodeSums, bounds: Bounds | null): Candidate {
  return { node, depth, range, sums, bounds, histogram: null, split: null };
}

/** Writes which bins a split sends left. */
function markLeft(goesLeft: Uint8Array, split: FoundSplit, missingBin: number): void {
  goesLeft.fill(0).fill(1, 0, split.bin + 1);
  for (const bin of split.binsLeft) goesLeft[bin] = 1;
  goesLeft[missingBin] = split.isMissingLeft ? 1 : 0;
}

function nodeSplit(found: FoundSplit, binned: BinnedFeature | undefined, left: number): NodeSplit {
  const { feature, bin, binsLeft, isMissingLeft } = found;
  if (binned?.kind === 'category') {
    const codesLeft = binsLeft.map((each) => binned.categories[each] ?? 0);
    return { kind: 'category', feature, left, isMissingLeft, codesLeft };
  }
  // Past the last bin only missing values lie: such a split parts them from all others.
  const threshold = binned?.thresholds[bin] ?? Number.MAX_VALUE;
  return { kind: 'number', feature, left, isMissingLeft, threshold };
}

/** The leaf that gains most, or that was there first; taken out of `open`. */
function takeNext(open: Candidate[], growth: 'leaf' | 'depth'): Candidate {
  let next = 0;
  if (growth === 'leaf') {
    for (const [at, { split }] of open.entries()) {
      if ((split?.gain ?? 0) > (open[next]?.split?.gain ?? 0)) next = at;
    }
  }
  const [taken] = open.splice(next, 1);
  if (!taken) throw new RangeError('no leaf is open');
  return taken;
}

/** Below a split along a constrained number, both sides keep to their side of the middle between the two values. */
function boundsBelow(
  bounds: Bounds | null,
  split: FoundSplit,
  right: NodeSums,
  { directions, l2 }: SplitRules,
): [Bounds | null, Bounds | null] {
  const direction = directions[split.feature] ?? 0;
  if (direction === 0) return [bounds, bounds];
  const middle =
    (leafValue(split.left.gradient, split.left.weight, l2, bounds) +
      leafValue(right.gradient, right.weight, l2, bounds)) /
    2;
  const { lower, upper } = bounds ?? { lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY };
  const below = { lower, upper: middle };
  const above = { lower: middle, upper };
  return direction > 0 ? [below, above] : [above, below];
}

function sumUp(rows: Int32Array, { gradients, weights }: RowGradients): NodeSums {
  let gradient = 0;
  let weight = 0;
  for (const row of rows) {
    gradient += gradients[row] ?? 0;
    weight += weights ? (weights[row] ?? 0) : 1;
  }
  return { gradient, weight, rows: rows.length };
}
