/** One input of a model. A category's values are whole numbers from 0; a negative one counts as missing. */
export type TreeFeature = {
  name: string;
  kind: 'number' | 'category';
  /** LightGBM's `zero_as_missing`: 0 counts as missing too. */
  isZeroMissing?: boolean;
  /** XGBoost: a negative code is one that no split names, not a missing one. */
  isNegativeUnseen?: boolean;
};

/** What turns the sum of leaves into a prediction; `s` is the sum. */
export type OutputTransform =
  | { kind: 'identity' }
  /** 1 / (1 + exp(-slope · s)) */
  | { kind: 'logistic'; slope: number }
  | { kind: 'exponential' }
  /** sign(s) · s² */
  | { kind: 'signedSquare' }
  /** log(1 + exp(s)) */
  | { kind: 'softplus' }
  /** 1 where s > 0, else 0 */
  | { kind: 'step' };

/**
 * A trained tree model: plain data, safe to pass between threads, and exactly what its serialised form holds.
 *
 * The nodes of all trees lie one after the other, a tree's root first, siblings side by side, children after their
 * parent. Node `n` reads the prepared value `slots[n]`: a number goes to `children[n]` if it is at most
 * `thresholds[n]`, else to `children[n] + 1`. A category node has `~slot` in `slots[n]` and the start of its set in
 * `thresholds[n]`: `sets[start]` words follow there, whose bits are the codes that go to `children[n]`. A leaf is its own
 * child with threshold +∞, so that any number of steps stays there.
 *
 * Feature `f` has two prepared values: `2f` where a missing value lies below, and `2f + 1` where it lies above all
 * others. A node's choice between them is its learned default direction.
 */
export type TreeModel = {
  features: readonly TreeFeature[];
  /** What the sum of leaves begins with. */
  base: number;
  transform: OutputTransform;
  /** Whether leaves are added up in 32 bits, as XGBoost does. */
  isSinglePrecision: boolean;
  roots: Int32Array;
  depths: Int32Array;
  slots: Int32Array;
  children: Int32Array;
  thresholds: Float64Array;
  /** What a leaf adds; 0 elsewhere. */
  values: Float64Array;
  /** Training weight that reached the node, for contributions. */
  covers: Float64Array;
  sets: Uint32Array;
};

/** Values of one feature, one a row; NaN where missing. */
export type TreeColumn = Float32Array | Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;
