import { createRandom } from './random.ts';

export type WaitingTasks = {
  /** One key a task; tasks with equal keys are the same text to a model. */
  textKeys: readonly string[];
  /** Keys people have decided already. */
  decidedTextKeys: readonly string[];
  /** What hangs on each label besides the text itself (orders a week); >= 0. */
  impacts: ArrayLike<number>;
  /** Best probability less the second best, 0..1; null while there is no model. */
  margins: ArrayLike<number> | null;
  seed: number;
};

/** Two texts of a queue's head that share their letters are put this many places apart at the most. */
const headTasks = 4_000;
const windowTasks = 50;
/** More of it parts near-copies further and costs the model some of what it could learn first. */
const stalenessWeight = 0.3;

/**
 * How soon each task should be decided: a rank, 1 for the first and falling to 0 for the last, so that what is learned
 * from the next decisions is the most.
 *
 * - Doubt: one less the margin (Scheffer, Decomain and Wrobel 2001, "Active hidden Markov models"), floored so that a
 *   sure answer still comes up one day. Without a model every text is equally doubtful, and chance breaks ties.
 * - Impact: the square root of how many waiting tasks carry the same text, and the logarithm of their orders: an answer
 *   serves them all (information density: Settles and Craven 2008, with exact copies for neighbours).
 * - Copies: the second of equal texts, or one whose text was decided, comes after everything that can still teach.
 * - Diversity: within the head of the queue the next task is the one of the following fifty whose doubt and impact,
 *   divided by how often its letter pairs were just seen, is highest; no ten near-copies in a row (greedy batch
 *   diversity as in Brinker 2003).
 *
 * Deterministic under a seed. Takes about a second for a million tasks.
 */
export function taskPriorities(tasks: WaitingTasks): Float32Array {
  const count = tasks.textKeys.length;
  const scores = scoreTasks(tasks);
  const order = Array.from({ length: count }, (_, at) => at).sort(
    (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b,
  );
  const spread = spreadHead(order, scores, tasks.textKeys);
  const priorities = new Float32Array(count);
  for (const [rank, at] of spread.entries()) priorities[at] = 1 - rank / count;
  return priorities;
}

function scoreTasks({ textKeys, decidedTextKeys, impacts, margins, seed }: WaitingTasks): Float64Array {
  const random = createRandom(seed);
  const copies = new Map<string, number>();
  for (const key of textKeys) copies.set(key, (copies.get(key) ?? 0) + 1);
  const seen = new Set(decidedTextKeys);
  return Float64Array.from(textKeys, (key, at) => {
    const doubt = margins === null ? 0.5 + random(1 << 20) / (1 << 20) : Math.max(0.001, 1 - (margins[at] ?? 0));
    const reach = Math.sqrt(copies.get(key) ?? 1) * (1 + Math.log10(1 + Math.max(0, impacts[at] ?? 0)) / 4);
    // Far below any first copy, and still in the order of doubt and reach among themselves.
    const copyFactor = seen.has(key) ? 1e-6 : 1;
    seen.add(key);
    return doubt * reach * copyFactor;
  });
}

/** The order with near-copies of the head moved apart; the tail as it was. */
function spreadHead(order: readonly number[], scores: Float64Array, textKeys: readonly string[]): number[] {
  const waiting = order.slice(0, headTasks);
  const pairsOf = new Map(waiting.map((at) => [at, letterPairs(textKeys[at] ?? '')]));
  const timesSeen = new Map<string, number>();
  const spread: number[] = [];
  while (waiting.length > 0) {
    let best = 0;
    let bestScore = -1;
    for (let place = 0; place < Math.min(windowTasks, waiting.length); place++) {
      const at = waiting[place] ?? 0;
      const score = (scores[at] ?? 0) / (1 + stalenessWeight * staleness(pairsOf.get(at) ?? [], timesSeen));
      if (score > bestScore) [best, bestScore] = [place, score];
    }
    const [next = 0] = waiting.splice(best, 1);
    spread.push(next);
    for (const pair of pairsOf.get(next) ?? []) timesSeen.set(pair, (timesSeen.get(pair) ?? 0) + 1);
  }
  return [...spread, ...order.slice(headTasks)];
}

/** How often, on average, the pairs were seen in this head so far. */
function staleness(pairs: readonly string[], timesSeen: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const pair of pairs) sum += timesSeen.get(pair) ?? 0;
  return pairs.length === 0 ? 0 : sum / pairs.length;
}

/** The distinct pairs of neighbouring letters, the text's ends being letters too. */
function letterPairs(text: string): string[] {
  const letters = [' ', ...text, ' '];
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < letters.length; at++) pairs.add(`${letters[at] ?? ''}${letters[at + 1] ?? ''}`);
  return [...pairs];
}
