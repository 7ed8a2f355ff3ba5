import { createRandom } from './random.ts';
import { ServingOrder } from './serving-order.ts';
import { pieceShape, readPieces, type TextPieces } from './text-pieces.ts';

export type WaitingTasks = {
  /** One key a task; tasks with equal keys are the same text to a model. */
  textKeys: readonly string[];
  /** Keys people have decided already: one each, or one a decision. */
  decidedTextKeys: readonly string[];
  /** What hangs on each label besides the text itself (orders a week); >= 0, and NaN counts as 0. */
  impacts: ArrayLike<number>;
  /** Best probability less the second best, 0..1; NaN where a task has none, null while there is no model. */
  margins: ArrayLike<number> | null;
  /**
   * Entropies of the predictions, of one unit and >= 0, NaN where a task has none; where they are given they say how
   * doubtful a task is, not `margins`. Unlike a margin an entropy also counts how many labels are in the running.
   */
  entropies?: ArrayLike<number>;
  seed: number;
};

/** So many tasks are chosen one by one, each in the light of those before it; the rest follow as they then stand. */
const HEAD_TASKS = 20_000;
/** A sure answer still comes up one day. */
const LEAST_DOUBT = 0.001;
/** No number of labels has so large an entropy. */
const MOST_DOUBT = 100;
/** Share by which chance may move a task among its equals. */
const CHANCE = 0.01;

/**
 * How soon each task should be decided: a rank, 1 for the first and falling towards 0 for the last, such that the next
 * decisions teach a model the most. A task's worth is the product of
 *
 * - doubt: one less the margin (Scheffer, Decomain and Wrobel 2001, "Active hidden Markov models"), or the entropy
 *   (Settles 2009, 3.1); without a model all texts are equally doubtful;
 * - news: the mean over the text's pieces of ln(how many waiting tasks have the piece) / (1 + how often it was decided
 *   or stands further ahead). Pieces that many texts share and nobody has decided come first, a second copy has little
 *   left to teach, and near-copies move apart. It joins information density (Settles and Craven 2008) and batch
 *   diversity (Brinker 2003) in one submodular gain, chosen greedily (Nemhauser, Wolsey and Fisher 1978);
 * - impact: 1 + log10(1 + impact) / 4, so that ten thousand orders double a task's worth.
 *
 * Deterministic under a seed. Time grows with the letters of all texts; a few seconds for a million tasks.
 */
export function taskPriorities(tasks: WaitingTasks): Float32Array {
  const { textKeys, decidedTextKeys, impacts, seed } = tasks;
  const shape = pieceShape(textKeys.length);
  const waiting = readPieces(textKeys, shape);
  const decided = readPieces(decidedTextKeys, shape);
  const random = createRandom(seed);
  const factors = Float64Array.from(textKeys, (_, task) => {
    const hanging = Math.min(Number.MAX_VALUE, Math.max(0, impacts[task] || 0));
    const impact = 1 + Math.log10(1 + hanging) / 4;
    return doubtOfTask(tasks, task) * impact * (1 + (CHANCE * random(1 << 20)) / (1 << 20));
  });
  const order = new ServingOrder(waiting, factors, timesSeen(decided)).take(HEAD_TASKS);
  const priorities = new Float32Array(textKeys.length);
  for (const [rank, task] of order.entries()) priorities[task] = 1 - rank / order.length;
  return priorities;
}

function doubtOfTask({ margins, entropies }: WaitingTasks, task: number): number {
  const doubt = entropies ? (entropies[task] ?? 1) : margins === null ? 1 : 1 - (margins[task] ?? 0);
  return Number.isNaN(doubt) ? 1 : Math.min(MOST_DOUBT, Math.max(LEAST_DOUBT, doubt));
}

function timesSeen({ pieces, buckets }: TextPieces): Float32Array {
  const times = new Float32Array(buckets);
  for (let at = 0; at < pieces.length; at++) times[pieces[at] ?? 0] = (times[pieces[at] ?? 0] ?? 0) + 1;
  return times;
}
