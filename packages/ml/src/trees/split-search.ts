import type { BinnedFeature } from './feature-bins.ts';
import type { Histogram, NodeSums } from './histogram.ts';
import type { Bounds } from './split-score.ts';

export type SplitRules = {
  l2: number;
  categoryL2: number;
  fewestRows: number;
  leastWeight: number;
  leastGain: number;
  /** By feature: 1 rising, -1 falling, 0 free. */
  directions: Int8Array;
};

export type FoundSplit = {
  gain: number;
  feature: number;
  /** Of a number: bins up to this go left. */
  bin: number;
  /** Of a category: the bins that go left. */
  binsLeft: readonly number[];
  isMissingLeft: boolean;
  left: NodeSums;
};

/** A node to be split: its histogram, sums and bounds (null where nothing constrains it). */
export type SplitNode = { histogram: Histogram; sums: NodeSums; bounds: Bounds | null };

/** One feature to look at; its bins begin at `start` of a histogram. */
export type FeatureSearch = { feature: number; binned: BinnedFeature; start: number };
