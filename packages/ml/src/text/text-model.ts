import type { LabelThresholds } from './choose-thresholds.ts';
import type { LabelKind, LabelNode } from './label-tree.ts';
import type { Link } from './linear-head.ts';
import type { FeatureSpace } from './text-matrix.ts';

/** One family of labels in a model. `temperature` divides its scores before they become probabilities. */
export type ModelHead = {
  link: Link;
  /** Index of the label these belong to, or -1. */
  parent: number;
  /** Indexes of the labels chosen between. */
  members: readonly number[];
  biases: Float32Array;
  temperature: number;
  /** What one unit of the head's whole-number weights is worth. */
  unit: number;
};

/**
 * A trained text model: plain data, safe to pass between threads, and exactly what its serialised form holds.
 *
 * Weights lie together by feature: feature `f` has the blocks `blockStarts[f]..blockStarts[f+1]`, and block `b` holds
 * one number for each member of the head `blockHeads[b]`, beginning at `weights[weightStarts[b]]`.
 */
export type TextModel = {
  kind: LabelKind;
  labels: readonly LabelNode[];
  /** One for each label; null for labels with children and where too few texts were held out to tell. */
  thresholds: readonly (LabelThresholds | null)[];
  space: FeatureSpace;
  heads: readonly ModelHead[];
  blockStarts: Uint32Array;
  blockHeads: Uint16Array;
  weightStarts: Uint32Array;
  weights: Int16Array;
};
