import { TextModelError } from './text-model-error.ts';
import type { LabelFamily, LabelTree } from './label-tree.ts';
import type { Targets } from './linear-head.ts';
import type { TextMatrix } from './text-matrix.ts';

/** An example of a text and what it should be labelled. `single` and `tree`: exactly one key, as deep as is known. */
export type TextExample = { text: string; labelKeys: readonly string[]; weight?: number };

/** The rows of a data set that teach one head, over the features that occur in them. */
export type HeadData = {
  matrix: TextMatrix;
  goal: Targets;
  /** Row of the whole data set for each row here. */
  origins: Int32Array;
  /** Feature of the whole space for each feature here. */
  features: Int32Array;
};

const HEAVIEST = 1e6;

/** Checks every example. Answers the label indexes of each. Throws `UNKNOWN_LABEL` or `BAD_EXAMPLE`. */
export function resolveLabels(tree: LabelTree, examples: readonly TextExample[]): Int32Array[] {
  return examples.map(({ labelKeys, weight }, row) => {
    if (tree.kind !== 'multi' && labelKeys.length !== 1) {
      throw new TextModelError('BAD_EXAMPLE', `example ${row} has ${labelKeys.length} labels instead of one`);
    }
    if (weight !== undefined && !(weight > 0 && weight <= HEAVIEST)) {
      throw new TextModelError(
        'BAD_EXAMPLE',
        `example ${row} has weight ${weight}, not above 0 and at most ${HEAVIEST}`,
      );
    }
    return Int32Array.from(labelKeys, (key) => {
      const label = tree.indexOf.get(key);
      if (label === undefined)
        throw new TextModelError('UNKNOWN_LABEL', `example ${row} has the unknown label "${key}"`);
      return label;
    });
  });
}

/** Picks out what teaches `family`: in a tree, the examples known to stand below its parent. */
export function gatherHeadData(
  tree: LabelTree,
  family: LabelFamily,
  matrix: TextMatrix,
  labelsOf: readonly Int32Array[],
  examples: readonly TextExample[],
  balance: number,
): HeadData {
  const position = new Int32Array(tree.labels.length).fill(-1);
  for (const [at, member] of family.members.entries()) position[member] = at;
  const rows: number[] = [];
  const members: number[][] = [];
  for (const [row, labels] of labelsOf.entries()) {
    const found = tree.kind === 'multi' ? Array.from(labels) : stepBelow(tree, labels[0] ?? -1, family.parent);
    if (tree.kind !== 'multi' && found.length === 0) continue;
    rows.push(row);
    members.push(found);
  }
  const labels = family.members.length;
  const goal: Targets = {
    labels,
    targets: new Float32Array(rows.length * labels),
    weights: Float32Array.from(rows, (row) => examples[row]?.weight ?? 1),
  };
  for (const [at, found] of members.entries()) {
    for (const label of found) goal.targets[at * labels + (position[label] ?? 0)] = 1;
  }
  if (tree.kind !== 'multi') balanceWeights(goal, balance);
  const origins = Int32Array.from(rows);
  return { ...selectRows(matrix, origins), goal, origins };
}

/** Lets rare labels count for more; see `TrainOptions.balance`. */
function balanceWeights({ labels, targets, weights }: Targets, balance: number): void {
  const rowsOf = new Float64Array(labels);
  for (let at = 0; at < targets.length; at++) rowsOf[at % labels] = (rowsOf[at % labels] ?? 0) + (targets[at] ?? 0);
  for (let row = 0; row < weights.length; row++) {
    const label = targets.subarray(row * labels, (row + 1) * labels).indexOf(1);
    const factor = (weights.length / (labels * (rowsOf[label] ?? 1))) ** balance;
    weights[row] = (weights[row] ?? 1) * factor;
  }
}

/** The ancestor of `label` (or itself) that is a child of `parent`, as a list of one; empty when there is none. */
function stepBelow(tree: LabelTree, label: number, parent: number): number[] {
  for (let at = label; at >= 0; at = tree.parents[at] ?? -1) if (tree.parents[at] === parent) return [at];
  return [];
}

function selectRows(matrix: TextMatrix, rows: Int32Array): { matrix: TextMatrix; features: Int32Array } {
  if (rows.length === matrix.rows) return { matrix, features: everyFeature(matrix) };
  const starts = new Int32Array(rows.length + 1);
  let size = 0;
  for (const [at, row] of rows.entries()) {
    size += (matrix.starts[row + 1] ?? 0) - (matrix.starts[row] ?? 0);
    starts[at + 1] = size;
  }
  const columns = new Int32Array(size);
  const values = new Float32Array(size);
  for (const [at, row] of rows.entries()) {
    const from = matrix.starts[row] ?? 0;
    const to = matrix.starts[row + 1] ?? 0;
    columns.set(matrix.columns.subarray(from, to), starts[at]);
    values.set(matrix.values.subarray(from, to), starts[at]);
  }
  const features = columns.slice().sort();
  let distinct = 0;
  for (let at = 0; at < features.length; at++) {
    if (at === 0 || features[at] !== features[at - 1]) features[distinct++] = features[at] ?? 0;
  }
  const local = features.slice(0, distinct);
  const indexOf = new Int32Array((local.at(-1) ?? 0) + 1);
  for (let at = 0; at < local.length; at++) indexOf[local[at] ?? 0] = at;
  for (let at = 0; at < columns.length; at++) columns[at] = indexOf[columns[at] ?? 0] ?? 0;
  return { matrix: { rows: rows.length, starts, columns, values }, features: local };
}

function everyFeature(matrix: TextMatrix): Int32Array {
  let highest = -1;
  for (let at = 0; at < matrix.columns.length; at++) highest = Math.max(highest, matrix.columns[at] ?? -1);
  return Int32Array.from({ length: highest + 1 }, (_, feature) => feature);
}
