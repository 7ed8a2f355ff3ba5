import { buildLabelTree, type LabelTree } from './label-tree.ts';
import { applyLink } from './linear-head.ts';
import { FeatureReader } from './text-features.ts';
import { featureLookup, featureValue } from './text-matrix.ts';
import type { TextModel } from './text-model.ts';

/** The distinct features of one text and their values; only the first `length` entries count. */
export type TextVector = { length: number; features: Int32Array; values: Float64Array; counts: Int32Array };

/**
 * A model made ready to be asked: look-up tables and scratch space. Kept beside the model for as long as the model
 * lives, so that asking text by text costs no more than asking for many.
 */
export class TextScorer {
  readonly model: TextModel;
  readonly tree: LabelTree;
  readonly reader: FeatureReader;
  readonly lookup: Int32Array;
  readonly vector: TextVector = {
    length: 0,
    features: new Int32Array(1024),
    values: new Float64Array(1024),
    counts: new Int32Array(1024),
  };
  /** Where the scores of each head begin among all scores. */
  readonly offsets: Int32Array;
  /** Scores of all heads, divided by their temperatures; after `probabilities`, the choices within each family. */
  readonly scores: Float64Array;
  /** Probability of every label, by its index. */
  readonly labelProbabilities: Float64Array;
  readonly #slots: Int32Array;
  readonly #sums: Float64Array;
  readonly #order: Int32Array;
  readonly #scoreOf: Int32Array;

  constructor(model: TextModel) {
    this.model = model;
    this.tree = buildLabelTree(model.kind, model.labels);
    this.reader = new FeatureReader(model.space.shape);
    this.lookup = featureLookup(model.space);
    this.#slots = new Int32Array(model.space.buckets.length).fill(-1);
    this.offsets = new Int32Array(model.heads.length + 1);
    this.#scoreOf = new Int32Array(model.labels.length).fill(-1);
    for (const [head, { members }] of model.heads.entries()) {
      const offset = this.offsets[head] ?? 0;
      this.offsets[head + 1] = offset + members.length;
      for (const [at, member] of members.entries()) this.#scoreOf[member] = offset + at;
    }
    this.scores = new Float64Array(this.offsets.at(-1) ?? 0);
    this.#sums = new Float64Array(this.scores.length);
    this.labelProbabilities = new Float64Array(model.labels.length);
    this.#order = parentsFirst(this.tree);
  }

  /** Reads a text into `vector`. The order of features is that of their first occurrence. */
  read(text: string): TextVector {
    const { vector, lookup } = this;
    const slots = this.#slots;
    const { length, buckets } = this.reader.read(text);
    if (vector.features.length < length) {
      vector.features = new Int32Array(length * 2);
      vector.values = new Float64Array(length * 2);
      vector.counts = new Int32Array(length * 2);
    }
    const { features, values, counts } = vector;
    let used = 0;
    for (let at = 0; at < length; at++) {
      const feature = lookup[buckets[at] ?? 0] ?? -1;
      if (feature < 0) continue;
      const slot = slots[feature] ?? -1;
      if (slot >= 0) {
        counts[slot] = (counts[slot] ?? 0) + 1;
      } else {
        slots[feature] = used;
        features[used] = feature;
        counts[used++] = 1;
      }
    }
    const { worths } = this.model.space;
    let squares = 0;
    for (let at = 0; at < used; at++) {
      const feature = features[at] ?? 0;
      slots[feature] = -1;
      const value = featureValue(counts[at] ?? 1, worths[feature] ?? 0);
      values[at] = value;
      squares += value * value;
    }
    const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (let at = 0; at < used; at++) values[at] = (values[at] ?? 0) * scale;
    vector.length = used;
    return vector;
  }

  /** Scores a text and answers the probability of every label; the array is reused by the next call. */
  probabilities(text: string): Float64Array {
    this.score(text);
    const { model, scores, offsets, labelProbabilities } = this;
    for (const [head, { link, members }] of model.heads.entries()) {
      const offset = offsets[head] ?? 0;
      applyLink(link, scores.subarray(offset, offset + members.length), members.length);
    }
    const { parents } = this.tree;
    for (const label of this.#order) {
      const parent = parents[label] ?? -1;
      const score = this.#scoreOf[label] ?? -1;
      const choice = score >= 0 ? (scores[score] ?? 0) : 1;
      labelProbabilities[label] = (parent >= 0 ? (labelProbabilities[parent] ?? 0) : 1) * choice;
    }
    return labelProbabilities;
  }

  /** Writes the scores of all heads, divided by their temperatures, to `scores`. */
  score(text: string): void {
    const { length, features, values } = this.read(text);
    const { heads, blockStarts, blockHeads, weightStarts, weights } = this.model;
    const { offsets, scores } = this;
    const sums = this.#sums;
    sums.fill(0);
    for (let at = 0; at < length; at++) {
      const feature = features[at] ?? 0;
      const value = values[at] ?? 0;
      const last = blockStarts[feature + 1] ?? 0;
      for (let block = blockStarts[feature] ?? 0; block < last; block++) {
        const from = weightStarts[block] ?? 0;
        const size = (weightStarts[block + 1] ?? 0) - from;
        const offset = offsets[blockHeads[block] ?? 0] ?? 0;
        for (let label = 0; label < size; label++) {
          sums[offset + label] = (sums[offset + label] ?? 0) + (weights[from + label] ?? 0) * value;
        }
      }
    }
    for (const [index, { biases, temperature, unit }] of heads.entries()) {
      const offset = offsets[index] ?? 0;
      for (let label = 0; label < biases.length; label++) {
        scores[offset + label] = ((sums[offset + label] ?? 0) * unit + (biases[label] ?? 0)) / temperature;
      }
    }
  }
}

function parentsFirst(tree: LabelTree): Int32Array {
  const depthOf = (label: number): number => {
    let depth = 0;
    for (let at = tree.parents[label] ?? -1; at >= 0; at = tree.parents[at] ?? -1) depth++;
    return depth;
  };
  return Int32Array.from(tree.labels.keys()).sort((a, b) => depthOf(a) - depthOf(b) || a - b);
}

const scorers = new WeakMap<TextModel, TextScorer>();

/** The scorer of a model: made on the first call, the same one afterwards. */
export function scorerOf(model: TextModel): TextScorer {
  const known = scorers.get(model);
  if (known) return known;
  const made = new TextScorer(model);
  scorers.set(model, made);
  return made;
}
