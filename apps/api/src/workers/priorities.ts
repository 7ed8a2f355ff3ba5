import { createHash } from 'node:crypto';
import { taskPriorities } from '@jeoul/ml/active-learning';
import { createRandom } from '@jeoul/ml/random';
import { isHeldOut } from '@jeoul/shared/models/rules';

export type PrioritiseInput = {
  rule: string;
  isScored: boolean;
  /** Share of the texts that no model learns from. */
  heldOutShare: number;
  textKeys: string[];
  /** Texts that were decided already. */
  resolvedTextKeys: string[];
  /** Orders a week the item stands in. */
  impacts: Float32Array;
  margins: Float32Array;
};

const prioritySeed = 1;

/**
 * The place of each waiting task in its queue: higher is sooner, from 1 towards 0. By doubt, tasks that models learn
 * from come in the order in which they teach most. Held-out ones teach nothing: they come in a random order, spread
 * evenly among the others, so that those decided so far are at any time a fair sample of all items and a model's figures
 * on them are those of production (docs/adr/0008-learning-curve.md).
 */
export function prioritiseTasks(input: PrioritiseInput): Float32Array {
  const count = input.textKeys.length;
  const all = Int32Array.from({ length: count }, (_, at) => at);
  // Tasks come in the order of their ids, which is that of their making.
  if (input.rule !== 'model-doubt') {
    return placesOf(input.rule === 'random' ? shuffled(all) : all, new Float32Array(count));
  }
  const isTested = (key: string) => isHeldOut(createHash('sha256').update(key).digest('hex'), input.heldOutShare);
  const tested = all.filter((at) => isTested(input.textKeys[at] ?? ''));
  const taught = all.filter((at) => !isTested(input.textKeys[at] ?? ''));
  const worth = taskPriorities({
    textKeys: Array.from(taught, (at) => input.textKeys[at] ?? ''),
    decidedTextKeys: input.resolvedTextKeys.filter((key) => !isTested(key)),
    impacts: Float32Array.from(taught, (at) => input.impacts[at] ?? 0),
    margins: input.isScored ? Float32Array.from(taught, (at) => input.margins[at] ?? 0) : null,
    seed: prioritySeed,
  });
  const places = placesOf(shuffled(tested), new Float32Array(count));
  for (const [n, at] of taught.entries()) places[at] = worth[n] ?? 0;
  return places;
}

/** Gives the tasks of `order` evenly spaced places, the first the highest. */
function placesOf(order: Int32Array, places: Float32Array): Float32Array {
  for (const [rank, at] of order.entries()) places[at] = 1 - (rank + 0.5) / order.length;
  return places;
}

function shuffled(tasks: Int32Array): Int32Array {
  const random = createRandom(prioritySeed);
  for (let at = tasks.length - 1; at > 0; at--) {
    const other = random(at + 1);
    [tasks[at], tasks[other]] = [tasks[other] ?? 0, tasks[at] ?? 0];
  }
  return tasks;
}
