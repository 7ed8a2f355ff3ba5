import { type Estimate, wilsonInterval } from './intervals.ts';
import { hashText } from './held-out.ts';

/** Keeps the draw apart from the other draws that are made with the same seed. */
const SALT = 0x6a09e667;

/**
 * A task's place in a random order, 0..1 (1 left out), from its id and the seed alone: the same for ever, whatever the
 * model thinks of the task. Tasks below some place are a random sample of all tasks.
 */
export function randomPlace(taskId: string, seed: number): number {
  return hashText(taskId, (seed ^ SALT) | 0) / 2 ** 32;
}

/**
 * Whether a task belongs to the random share: the part, `share` (0..1) of all tasks, that people decide whatever the
 * model thinks, so that what it gets wrong in production can be estimated without bias. The tasks that a queue serves
 * because they are hard can't tell that. Who is in it stays in it when the share grows.
 *
 * Serve the random share in the order of `randomPlace`: then what has been decided of it at any time is a random sample
 * too. Throws `RangeError` for a share outside 0..1.
 */
export function isInRandomShare(taskId: string, share: number, seed: number): boolean {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`a random share of ${share}, not within 0..1`);
  return randomPlace(taskId, seed) < share;
}

/** A decided task of the random share. */
export type SharedTask = {
  /** The labels that are right, and those the model gave in production: one, or any number. */
  truth: readonly string[];
  predicted: readonly string[];
  /** The share that held for this task, where not all tasks had the same: above 0, at most 1. */
  share?: number;
};

/** 0, from 0 to 1, where nothing was predicted (precision) or true (recall): the counts tell. */
export type LabelEstimate = {
  labelKey: string;
  /** Tasks for which the label is right, and was given. */
  support: number;
  predicted: number;
  precision: Estimate;
  recall: Estimate;
};

export type ProductionEstimates = { tasks: number; accuracy: Estimate; perLabel: LabelEstimate[] };

/**
 * How good the model is in production, estimated from decided tasks of the random share; `confidence` is of each
 * interval by itself. Accuracy is the share of tasks whose labels are all right and no others.
 *
 * Where all tasks had the same share, precision, recall and accuracy are shares of a simple random sample, with Wilson's
 * interval. Where shares differ, each task stands for 1 / share tasks and each rate is a ratio of such sums (Hájek's
 * estimator; Särndal, Swensson and Wretman 1992, "Model assisted survey sampling", 5.7 and 5.11): unbiased but for
 * terms that vanish with the number of tasks. Its interval is Wilson's with the number of tasks that would give the same
 * variance (Korn and Graubard 1998, "Confidence intervals for proportions with small expected number of positive
 * counts estimated from survey data"). Throws `RangeError` for a share that is not above 0 and at most 1.
 */
export function productionEstimates(tasks: readonly SharedTask[], confidence = 0.95): ProductionEstimates {
  const all = new RateSums();
  const sums = new Map<string, { precision: RateSums; recall: RateSums }>();
  const sumsOf = (labelKey: string) => {
    const known = sums.get(labelKey) ?? { precision: new RateSums(), recall: new RateSums() };
    sums.set(labelKey, known);
    return known;
  };
  for (const { truth, predicted, share = 1 } of tasks) {
    if (!(share > 0 && share <= 1)) throw new RangeError(`a task's share is ${share}, not above 0 and at most 1`);
    const [right, given] = [new Set(truth), new Set(predicted)];
    for (const labelKey of given) sumsOf(labelKey).precision.add(right.has(labelKey), 1 / share);
    for (const labelKey of right) sumsOf(labelKey).recall.add(given.has(labelKey), 1 / share);
    all.add(right.size === given.size && [...right].every((labelKey) => given.has(labelKey)), 1 / share);
  }
  const perLabel = [...sums]
    .map(([labelKey, { precision, recall }]) => ({
      labelKey,
      support: recall.tasks,
      predicted: precision.tasks,
      precision: precision.estimate(confidence),
      recall: recall.estimate(confidence),
    }))
    .sort((a, b) => (a.labelKey < b.labelKey ? -1 : 1));
  return { tasks: tasks.length, accuracy: all.estimate(confidence), perLabel };
}

/** A share of weighted tasks: how many hit, how many did not, with the sums of weights and of their squares. */
class RateSums {
  tasks = 0;
  #hits = 0;
  #weights = 0;
  #squaresOfHits = 0;
  #squares = 0;

  add(isHit: boolean, weight: number): void {
    this.tasks += 1;
    this.#weights += weight;
    this.#squares += weight * weight;
    if (!isHit) return;
    this.#hits += weight;
    this.#squaresOfHits += weight * weight;
  }

  estimate(confidence: number): Estimate {
    if (this.tasks === 0) return wilsonInterval(0, 0, confidence);
    const rate = this.#hits / this.#weights;
    const tasks = Math.min(this.tasks, this.#tasksOfEqualWeight(rate));
    return { ...wilsonInterval(rate * tasks, tasks, confidence), value: rate };
  }

  /** So many tasks of equal weight would leave the rate as uncertain (Kish 1965 where none or all hit). */
  #tasksOfEqualWeight(rate: number): number {
    const misses = this.#squares - this.#squaresOfHits;
    const residuals = this.#squaresOfHits * (1 - rate) ** 2 + misses * rate ** 2;
    const spread = rate * (1 - rate);
    return this.#weights ** 2 * (spread > 0 ? spread / residuals : 1 / this.#squares);
  }
}
