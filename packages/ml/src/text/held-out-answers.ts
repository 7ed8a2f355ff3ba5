import { certainFrom, chooseThresholds, bestF1From, fallingOrder, FEWEST_TEXTS } from './choose-thresholds.ts';
import type { HeldOutLabel, LabelThresholds, StatedRates } from './choose-thresholds.ts';
import type { FittedHead } from './fit-head.ts';
import type { LabelFamily, LabelTree } from './label-tree.ts';
import { applyLink, scoreRow } from './linear-head.ts';
import type { TextMatrix } from './text-matrix.ts';

/** With fewer held-out texts answered with a label, what is enough for all labels is taken to be enough for it. */
const FEWEST_ANSWERS = 60;

const NO_LABELS = new Int32Array();

/** What the heads make of the held-out texts before they have learned from them: a probability for every label. */
export class HeldOutAnswers {
  readonly #tree: LabelTree;
  readonly #matrix: TextMatrix;
  readonly #rows: Int32Array;
  readonly #probabilities: Float64Array;

  constructor(tree: LabelTree, matrix: TextMatrix, rows: Int32Array) {
    this.#tree = tree;
    this.#matrix = matrix;
    this.#rows = rows;
    this.#probabilities = new Float64Array(rows.length * tree.labels.length).fill(1);
  }

  /** Adds a head that has not learned from the held-out texts; those of parents come first. */
  add({ parent, members }: LabelFamily, features: Int32Array, { head, temperature, lines }: FittedHead): void {
    const labels = this.#tree.labels.length;
    const matrix = localRows(this.#matrix, this.#rows, features);
    const scores = new Float64Array(head.labels);
    for (let at = 0; at < this.#rows.length; at++) {
      scoreRow(head, matrix, at, scores);
      for (let member = 0; member < scores.length; member++) {
        const { slope, shift } = lines?.[member] ?? { slope: 1 / temperature, shift: 0 };
        scores[member] = (scores[member] ?? 0) * slope + shift;
      }
      applyLink(head.link, scores, scores.length);
      const above = parent >= 0 ? (this.#probabilities[at * labels + parent] ?? 0) : 1;
      for (const [member, label] of members.entries()) {
        this.#probabilities[at * labels + label] = above * (scores[member] ?? 0);
      }
    }
    this.#passDown(members);
  }

  /** An only child is as probable as its parent, and has no head that would say so. */
  #passDown(members: readonly number[]): void {
    const labels = this.#tree.labels.length;
    for (const member of members) {
      const children = [...this.#tree.parents.keys()].filter((label) => this.#tree.parents[label] === member);
      const [only] = children;
      if (children.length !== 1 || only === undefined) continue;
      for (let at = 0; at < this.#rows.length; at++) {
        this.#probabilities[at * labels + only] = this.#probabilities[at * labels + member] ?? 0;
      }
      this.#passDown([only]);
    }
  }

  /** The thresholds of every label; null for labels with children, and for all where too few texts were held out. */
  thresholds(labelsOf: readonly Int32Array[], stated: StatedRates): (LabelThresholds | null)[] {
    const { kind, labels, leaves } = this.#tree;
    // An example known only to an upper level says nothing of the leaves.
    const isLeaf = new Set(leaves);
    const rows = [...this.#rows.keys()].filter(
      (at) => kind === 'multi' || isLeaf.has(labelsOf[this.#rows[at] ?? 0]?.[0] ?? -1),
    );
    if (rows.length < FEWEST_TEXTS) return labels.map(() => null);
    const given = rows.map((at) => labelsOf[this.#rows[at] ?? 0] ?? NO_LABELS);
    const held = (label: number): HeldOutLabel => {
      const probabilities = new Float64Array(rows.length);
      const isTrue = new Uint8Array(rows.length);
      for (const [place, at] of rows.entries()) {
        probabilities[place] = this.#probabilities[at * labels.length + label] ?? 0;
        isTrue[place] = given[place]?.includes(label) ? 1 : 0;
      }
      return { probabilities, isTrue };
    };
    if (kind === 'multi') return labels.map((_, label) => chooseThresholds(held(label), stated));
    const best = this.#bestLeaves(rows);
    const everywhere = this.#certainFrom(rows, best, labelsOf, stated.precision);
    return labels.map((_, label) => {
      if (!isLeaf.has(label)) return null;
      const answers = rows.filter((_at, place) => best[place] === label);
      const certain =
        answers.length < FEWEST_ANSWERS
          ? everywhere
          : this.#certainFrom(
              answers,
              answers.map(() => label),
              labelsOf,
              stated.precision,
            );
      return { likely: bestF1From(held(label)), certain, unlikely: 0 };
    });
  }

  #bestLeaves(rows: readonly number[]): number[] {
    const { labels, leaves } = this.#tree;
    return rows.map((at) => {
      let best = leaves[0] ?? 0;
      for (const leaf of leaves) {
        const probability = this.#probabilities[at * labels.length + leaf] ?? 0;
        if (probability > (this.#probabilities[at * labels.length + best] ?? 0)) best = leaf;
      }
      return best;
    });
  }

  #certainFrom(
    rows: readonly number[],
    best: readonly number[],
    labelsOf: readonly Int32Array[],
    precision: number,
  ): number | null {
    const labels = this.#tree.labels.length;
    const probabilities = Float64Array.from(
      rows,
      (at, place) => this.#probabilities[at * labels + (best[place] ?? 0)] ?? 0,
    );
    const isTrue = Uint8Array.from(rows, (at, place) => (labelsOf[this.#rows[at] ?? 0]?.[0] === best[place] ? 1 : 0));
    return certainFrom({ probabilities, isTrue }, fallingOrder(probabilities), precision);
  }
}

/** The rows asked for, over a head's own features; what it does not know is left out. */
function localRows(matrix: TextMatrix, rows: Int32Array, features: Int32Array): TextMatrix {
  const known = new Int32Array((features.at(-1) ?? -1) + 1).fill(-1);
  for (const [local, feature] of features.entries()) known[feature] = local;
  const starts = new Int32Array(rows.length + 1);
  const columns: number[] = [];
  const values: number[] = [];
  for (const [at, row] of rows.entries()) {
    for (let entry = matrix.starts[row] ?? 0; entry < (matrix.starts[row + 1] ?? 0); entry++) {
      const local = known[matrix.columns[entry] ?? 0] ?? -1;
      if (local < 0) continue;
      columns.push(local);
      values.push(matrix.values[entry] ?? 0);
    }
    starts[at + 1] = columns.length;
  }
  return { rows: rows.length, starts, columns: Int32Array.from(columns), values: Float32Array.from(values) };
}
