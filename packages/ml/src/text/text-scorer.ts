import { buildLabelTree, type LabelTree } from './label-tree.ts';
import { applyLink } from './linear-head.ts';
import type { TextModel } from './text-model.ts';
import { TextVectorReader } from './text-vector.ts';

/** Below a less probable label the text is not asked: its share is divided by base rates. */
const SMALLEST_PARENT = 0.01;

/** Heads of one depth of the tree, and its labels that have no head because they are only children; those above come first. */
type Level = { heads: readonly number[]; onlyChildren: readonly number[] };

/**
 * A model made ready to be asked: look-up tables and scratch space. Kept beside the model for as long as the model
 * lives, so that asking text by text costs no more than asking for many.
 */
export class TextScorer {
  readonly model: TextModel;
  readonly tree: LabelTree;
  readonly vectors: TextVectorReader;
  /** Labels without and with children. */
  readonly leaves: Int32Array;
  readonly inner: Int32Array;
  /** Where the scores of each head begin among all scores. */
  readonly offsets: Int32Array;
  /** After `score`, the scores of all heads, divided by their temperatures; after `probabilities` of no use to others. */
  readonly scores: Float64Array;
  /** Probability of every label, by its index. */
  readonly labelProbabilities: Float64Array;
  /** In nats over all leaves, of the text last asked for by `probabilities`; of no meaning for `multi`. */
  entropy = 0;
  readonly #levels: readonly Level[];
  /** What the choices of each head are before anything is known of a text; laid out as `scores`. */
  readonly #baseRates: Float64Array;
  readonly #baseEntropies: Float64Array;
  readonly #everyHead: readonly number[];
  readonly #isAsked: Uint8Array;
  /** How many features, from the first on, have exactly one block, all of one head; 0 with more heads. */
  readonly #plainFeatures: number;
  /** Head and beginning of the weights of each block, side by side: both are fetched from memory at once. */
  readonly #blocks: Int32Array;
  /** For each head, `#capacity` places of which the first `#counts[head]` are taken. */
  #capacity = 256;
  #froms: Int32Array;
  #values: Float64Array;
  readonly #counts: Int32Array;

  constructor(model: TextModel) {
    this.model = model;
    this.tree = buildLabelTree(model.kind, model.labels);
    const isLeaf = new Set(this.tree.leaves);
    this.leaves = Int32Array.from(isLeaf);
    this.inner = Int32Array.from(model.labels.keys()).filter((label) => !isLeaf.has(label));
    this.vectors = new TextVectorReader(model.space);
    this.offsets = new Int32Array(model.heads.length + 1);
    for (const [head, { members }] of model.heads.entries()) {
      this.offsets[head + 1] = (this.offsets[head] ?? 0) + members.length;
    }
    this.scores = new Float64Array(this.offsets.at(-1) ?? 0);
    this.#baseRates = new Float64Array(this.scores.length);
    this.#baseEntropies = new Float64Array(model.heads.length);
    for (const [head, { biases, temperature, link }] of model.heads.entries()) {
      const rates = Float64Array.from(biases, (bias) => bias / temperature);
      applyLink(link, rates, rates.length);
      this.#baseRates.set(rates, this.offsets[head]);
      this.#baseEntropies[head] = entropyOf(rates, 0, rates.length);
    }
    this.labelProbabilities = new Float64Array(model.labels.length);
    this.#everyHead = [...model.heads.keys()];
    this.#isAsked = new Uint8Array(model.heads.length);
    const blocks = model.blockHeads.length;
    this.#plainFeatures = model.heads.length === 1 && model.blockStarts[blocks] === blocks ? blocks : 0;
    this.#blocks = new Int32Array(blocks * 2);
    for (let block = 0; block < blocks; block++) {
      this.#blocks[block * 2] = model.blockHeads[block] ?? 0;
      this.#blocks[block * 2 + 1] = model.weightStarts[block] ?? 0;
    }
    this.#levels = levelsOf(model, this.tree);
    this.#froms = new Int32Array(model.heads.length * this.#capacity);
    this.#values = new Float64Array(this.#froms.length);
    this.#counts = new Int32Array(model.heads.length);
  }

  /** Scores a text and answers the probability of every label; the array is reused by the next call. */
  probabilities(text: string): Float64Array {
    this.vectors.read(text);
    const { model, tree, labelProbabilities } = this;
    this.entropy = 0;
    for (const { heads, onlyChildren } of this.#levels) {
      for (const head of heads) {
        const parent = model.heads[head]?.parent ?? -1;
        this.#isAsked[head] = parent < 0 || (labelProbabilities[parent] ?? 0) >= SMALLEST_PARENT ? 1 : 0;
      }
      this.#scoreHeads(heads);
      for (const head of heads) this.#share(head);
      for (const label of onlyChildren) {
        const parent = tree.parents[label] ?? -1;
        labelProbabilities[label] = parent >= 0 ? (labelProbabilities[parent] ?? 0) : 1;
      }
    }
    return labelProbabilities;
  }

  /** Writes the scores of all heads, divided by their temperatures, to `scores`. */
  score(text: string): void {
    this.vectors.read(text);
    this.#isAsked.fill(1);
    this.#scoreHeads(this.#everyHead);
  }

  /** Turns a head's scores into its choices, and gives each of its labels its share of what their parent has. */
  #share(head: number): void {
    const { model, scores, offsets, labelProbabilities } = this;
    const { parent, members, link } = model.heads[head] ?? { parent: -1, members: [], link: 'softmax' };
    const whole = parent >= 0 ? (labelProbabilities[parent] ?? 0) : 1;
    const offset = offsets[head] ?? 0;
    const isAsked = this.#isAsked[head] === 1;
    const rates = isAsked ? scores : this.#baseRates;
    if (isAsked) applyLink(link, scores, members.length, offset);
    for (let at = 0; at < members.length; at++) {
      labelProbabilities[members[at] ?? 0] = (rates[offset + at] ?? 0) * whole;
    }
    // The entropy of a choice made in steps is the sum of the steps' own, each by how often it is come to.
    const entropy = isAsked ? entropyOf(scores, offset, members.length) : (this.#baseEntropies[head] ?? 0);
    this.entropy += whole * entropy;
  }

  /** Sets the scores of those of the heads that are asked. */
  #scoreHeads(heads: readonly number[]): void {
    const { scores, offsets, model } = this;
    this.#gatherBlocks(heads);
    for (const head of heads) {
      if (this.#isAsked[head] === 0) continue;
      const { biases, unit, temperature } = model.heads[head] ?? { biases: [], unit: 1, temperature: 1 };
      const offset = offsets[head] ?? 0;
      const count = this.#counts[head] ?? 0;
      addBlocks(model.weights, this.#froms, this.#values, head * this.#capacity, count, scores, offset, biases.length);
      for (let label = 0; label < biases.length; label++) {
        scores[offset + label] = ((scores[offset + label] ?? 0) * unit + (biases[label] ?? 0)) / temperature;
      }
    }
  }

  /** The same for a model of one head, whose blocks are as many as its features and in their order. */
  #gatherPlain(): void {
    const { length, features, values } = this.vectors.vector;
    const labels = this.model.heads[0]?.members.length ?? 0;
    let count = 0;
    for (let at = 0; at < length; at++) {
      const feature = features[at] ?? 0;
      if (feature >= this.#plainFeatures) continue;
      this.#froms[count] = feature * labels;
      this.#values[count++] = values[at] ?? 0;
    }
    this.#counts[0] = count;
  }

  /** Lists, for each asked head, where the weights of the text's features begin, and their values. */
  #gatherBlocks(heads: readonly number[]): void {
    const { blockStarts } = this.model;
    const { length, features, values } = this.vectors.vector;
    if (length > this.#capacity) {
      this.#capacity = length * 2;
      this.#froms = new Int32Array(this.model.heads.length * this.#capacity);
      this.#values = new Float64Array(this.#froms.length);
    }
    const counts = this.#counts;
    for (const head of heads) counts[head] = 0;
    if (heads.length === 0) return;
    if (this.#plainFeatures > 0) {
      this.#gatherPlain();
      return;
    }
    const blocks = this.#blocks;
    const isAsked = this.#isAsked;
    const capacity = this.#capacity;
    const froms = this.#froms;
    const blockValues = this.#values;
    const first = heads[0] ?? 0;
    const last = heads.at(-1) ?? 0;
    for (let at = 0; at < length; at++) {
      const feature = features[at] ?? 0;
      const value = values[at] ?? 0;
      const end = blockStarts[feature + 1] ?? 0;
      for (let block = blockStarts[feature] ?? 0; block < end; block++) {
        const head = blocks[block * 2] ?? 0;
        if (head > last) break;
        if (head < first || isAsked[head] === 0) continue;
        const count = counts[head] ?? 0;
        const place = head * capacity + count;
        froms[place] = blocks[block * 2 + 1] ?? 0;
        blockValues[place] = value;
        counts[head] = count + 1;
      }
    }
  }
}

/**
 * Sets `scores[offset..offset+size)` to the sums over `count` blocks of weights times value, beginning at
 * `weights[froms[start]]`. Four labels at a time, so that their sums stay in registers.
 */
function addBlocks(
  weights: Int16Array,
  froms: Int32Array,
  values: Float64Array,
  start: number,
  count: number,
  scores: Float64Array,
  offset: number,
  size: number,
): void {
  const end = start + count;
  let label = 0;
  for (; label + 3 < size; label += 4) {
    let first = 0;
    let second = 0;
    let third = 0;
    let fourth = 0;
    for (let at = start; at < end; at++) {
      const from = (froms[at] ?? 0) + label;
      const value = values[at] ?? 0;
      first += (weights[from] ?? 0) * value;
      second += (weights[from + 1] ?? 0) * value;
      third += (weights[from + 2] ?? 0) * value;
      fourth += (weights[from + 3] ?? 0) * value;
    }
    scores[offset + label] = first;
    scores[offset + label + 1] = second;
    scores[offset + label + 2] = third;
    scores[offset + label + 3] = fourth;
  }
  if (label + 2 === size) {
    let first = 0;
    let second = 0;
    for (let at = start; at < end; at++) {
      const from = (froms[at] ?? 0) + label;
      const value = values[at] ?? 0;
      first += (weights[from] ?? 0) * value;
      second += (weights[from + 1] ?? 0) * value;
    }
    scores[offset + label] = first;
    scores[offset + label + 1] = second;
    return;
  }
  for (; label < size; label++) {
    let sum = 0;
    for (let at = start; at < end; at++) sum += (weights[(froms[at] ?? 0) + label] ?? 0) * (values[at] ?? 0);
    scores[offset + label] = sum;
  }
}

/** What one outcome of this probability adds to an entropy, in nats. */
export function surprise(probability: number): number {
  // What is left out adds less than 2e-5 a label.
  return probability > 1e-6 ? -probability * Math.log(probability) : 0;
}

function entropyOf(probabilities: Float64Array, from: number, count: number): number {
  let entropy = 0;
  for (let at = from; at < from + count; at++) entropy += surprise(probabilities[at] ?? 0);
  return entropy;
}

function levelsOf(model: TextModel, tree: LabelTree): Level[] {
  const depthOf = (label: number): number => {
    let depth = 0;
    for (let at = tree.parents[label] ?? -1; at >= 0; at = tree.parents[at] ?? -1) depth += 1;
    return depth;
  };
  const headed = new Set(model.heads.flatMap(({ members }) => [...members]));
  const onlyChildren = [...tree.labels.keys()].filter((label) => !headed.has(label));
  const heads = [...model.heads.keys()];
  const depthOfHead = (head: number): number => depthOf(model.heads[head]?.members[0] ?? 0);
  const depths = Math.max(...heads.map(depthOfHead), ...onlyChildren.map(depthOf)) + 1;
  return Array.from({ length: depths }, (_, depth) => ({
    heads: heads.filter((head) => depthOfHead(head) === depth),
    onlyChildren: onlyChildren.filter((label) => depthOf(label) === depth),
  }));
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
