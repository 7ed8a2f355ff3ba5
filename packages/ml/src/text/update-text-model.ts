import { createRandom } from '../random.ts';
import { checkModel, type CheckFigures } from './check-model.ts';
import { gatherHeadData, resolveLabels, type TextExample } from './head-data.ts';
import { buildLabelTree } from './label-tree.ts';
import { createLinearHead, learnEpoch } from './linear-head.ts';
import { movedModel, weightsStart, type HeadMove } from './moved-model.ts';
import type { TextMatrix } from './text-matrix.ts';
import { TextModelError } from './text-model-error.ts';
import type { TextModel } from './text-model.ts';
import { TextVectorReader } from './text-vector.ts';

export type UpdateOptions = {
  /** The same model, examples, options and seed give the same result. */
  seed: number;
  /** Labelled texts from earlier that are not learned from: the update must not make the model worse on them. */
  check: readonly TextExample[];
  /** By how much the accuracy on the check set may fall, 0..1; 0.005 by default. */
  mostAccuracyLoss?: number;
  /** By which share the mean loss on the check set may rise; 0.02 by default. */
  mostLossRise?: number;
  /** How far an example may pull the model, as the training option of that name; 1 by default. */
  strength?: number;
  passes?: number;
  isCancelled?: () => boolean;
};

export type UpdateResult = {
  model: TextModel;
  /** How much of the way to what the examples ask for was gone, 0..1: less where the whole way failed the check. */
  share: number;
  before: CheckFigures;
  after: CheckFigures;
};

const SHARES = [1, 0.5, 0.25, 0.125];

/**
 * Learns from a few hundred new examples in a fraction of the time a training run takes, without the old ones.
 *
 * Each head minimises its loss on the new examples plus the squared distance from the weights it has, by the same dual
 * coordinate ascent as in training, which cannot diverge. What comes out is accepted only when the check set says so:
 * otherwise half of the way is tried, a quarter, an eighth, and then the update is refused with `WORSE_UPDATE`. The given
 * model is never changed. Pieces of text the model has no weights for teach nothing, and thresholds stay what they were:
 * train anew from time to time. Throws `TextModelError` (`NO_EXAMPLES`, `UNKNOWN_LABEL`, `BAD_EXAMPLE`, `BAD_OPTIONS`,
 * `CANCELLED`, `WORSE_UPDATE`).
 */
export function updateTextModel(
  model: TextModel,
  examples: readonly TextExample[],
  options: UpdateOptions,
): UpdateResult {
  const { seed, check, mostAccuracyLoss, mostLossRise, strength, passes } = updateSettings(options);
  const tree = buildLabelTree(model.kind, model.labels);
  const labelsOf = resolveLabels(tree, examples);
  const checkLabels = resolveLabels(tree, check);
  if (examples.length === 0) throw new TextModelError('NO_EXAMPLES', 'there is no example to learn from');
  if (check.length === 0) throw new TextModelError('NO_EXAMPLES', 'there is no example to check the update by');
  const rows = readRows(model, examples);
  const random = createRandom(seed);
  const moves = model.heads.map((one, index): HeadMove => {
    const { matrix, features } = rowsOfHead(model, rows, index);
    const data = gatherHeadData(tree, one, matrix, labelsOf, examples, 0);
    const head = createLinearHead(one.link, strength, data.goal, data.features.length);
    const starts = data.features.map((feature) => weightsStart(model, features[feature] ?? -1, index));
    const { labels } = head;
    for (const [feature, start] of starts.entries()) {
      for (let label = 0; label < labels; label++) {
        head.weights[feature * labels + label] = (model.weights[start + label] ?? 0) * one.unit;
      }
    }
    head.biases.set(one.biases);
    const before = head.weights.slice();
    const order = data.origins.map((_, row) => row);
    for (let pass = 0; pass < passes; pass++) {
      if (options.isCancelled?.()) throw new TextModelError('CANCELLED', 'the update was cancelled');
      learnEpoch(head, data.matrix, data.goal, order, random);
    }
    return {
      starts,
      weights: head.weights.map((weight, at) => weight - (before[at] ?? 0)),
      biases: head.biases.map((bias, at) => bias - (one.biases[at] ?? 0)),
    };
  });
  const before = checkModel(model, check, checkLabels);
  for (const share of SHARES) {
    if (options.isCancelled?.()) throw new TextModelError('CANCELLED', 'the update was cancelled');
    const moved = movedModel(model, moves, share);
    if (!moved) continue;
    const after = checkModel(moved, check, checkLabels);
    const isNoWorse =
      after.accuracy >= before.accuracy - mostAccuracyLoss && after.loss <= before.loss * (1 + mostLossRise);
    if (isNoWorse) return { model: moved, share, before, after };
  }
  throw new TextModelError('WORSE_UPDATE', 'the examples make the model worse on the check set than is allowed');
}

function updateSettings(options: UpdateOptions) {
  const settings = { mostAccuracyLoss: 0.005, mostLossRise: 0.02, strength: 1, passes: 4, ...options };
  const ranges: [string, number, number, number][] = [
    ['mostAccuracyLoss', settings.mostAccuracyLoss, 0, 1],
    ['mostLossRise', settings.mostLossRise, 0, 1e6],
    ['strength', settings.strength, 1e-6, 1e6],
    ['passes', settings.passes, 1, 1000],
    ['seed', settings.seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  ];
  for (const [name, value, least, most] of ranges) {
    if (!(value >= least && value <= most)) {
      throw new TextModelError('BAD_OPTIONS', `${name} is ${value}, not within ${least}..${most}`);
    }
  }
  return settings;
}

/** The texts as the model reads them. */
function readRows(model: TextModel, examples: readonly TextExample[]): TextMatrix {
  const reader = new TextVectorReader(model.space);
  const starts = new Int32Array(examples.length + 1);
  const columns: number[] = [];
  const values: number[] = [];
  for (const [row, { text }] of examples.entries()) {
    const vector = reader.read(text);
    for (let at = 0; at < vector.length; at++) {
      columns.push(vector.features[at] ?? 0);
      values.push(vector.values[at] ?? 0);
    }
    starts[row + 1] = columns.length;
  }
  return { rows: examples.length, starts, columns: Int32Array.from(columns), values: Float32Array.from(values) };
}

/** The rows over those of their features that a head has weights for; `features` are their numbers in the model. */
function rowsOfHead(model: TextModel, rows: TextMatrix, head: number): { matrix: TextMatrix; features: Int32Array } {
  const localOf = new Map<number, number>();
  const starts = new Int32Array(rows.rows + 1);
  const columns: number[] = [];
  const values: number[] = [];
  for (let row = 0; row < rows.rows; row++) {
    for (let at = rows.starts[row] ?? 0; at < (rows.starts[row + 1] ?? 0); at++) {
      const feature = rows.columns[at] ?? 0;
      if (weightsStart(model, feature, head) < 0) continue;
      const local = localOf.get(feature) ?? localOf.size;
      localOf.set(feature, local);
      columns.push(local);
      values.push(rows.values[at] ?? 0);
    }
    starts[row + 1] = columns.length;
  }
  return {
    matrix: { rows: rows.rows, starts, columns: Int32Array.from(columns), values: Float32Array.from(values) },
    features: Int32Array.from(localOf.keys()),
  };
}
