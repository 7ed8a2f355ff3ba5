/**
 * From which probability on a label counts, chosen on texts the model had not learned from.
 *
 * - `likely`: the best F1; what to answer where an answer must be given.
 * - `certain`: from here on the label is right as often as was stated. Null where no probability is enough.
 * - `unlikely`: below it the label is absent as often as was stated, and no more texts that have it are missed than was
 *   stated. Never above `certain`. Only for `multi`; 0 otherwise, since there one label is right.
 *
 * Between `unlikely` and `certain` a person should be asked.
 */
export type LabelThresholds = { likely: number; certain: number | null; unlikely: number };

/** How often what is done without a person must be right, and which share of a label's texts must not be missed. */
export type StatedRates = { precision: number; recall: number };

/** One label on held-out texts: its probability in each, and whether it is right. */
export type HeldOutLabel = { probabilities: Float64Array; isTrue: Uint8Array };

/** With fewer texts nothing is chosen. */
export const FEWEST_TEXTS = 50;
/** With fewer texts that have the label no F1 is worth following. */
const FEWEST_POSITIVES = 5;
const HALF = 0.5;

/** Chooses the thresholds of one label of a `multi` model. */
export function chooseThresholds(label: HeldOutLabel, stated: StatedRates): LabelThresholds {
  const order = fallingOrder(label.probabilities);
  const certain = certainFrom(label, order, stated.precision);
  const unlikely = unlikelyBelow(label, order, stated);
  return {
    likely: bestF1From(label, order),
    certain,
    unlikely: Math.min(unlikely, certain ?? unlikely),
  };
}

/**
 * The probability from which F1 is best. For calibrated probabilities that is half of the best F1 (Lipton, Elkan and
 * Naryanaswamy 2014, "Optimal thresholding of classifiers to maximize F1 measure"), which a few hundred texts tell far
 * more reliably than where exactly the highest F1 happens to lie.
 */
export function bestF1From({ probabilities, isTrue }: HeldOutLabel, known?: Int32Array): number {
  let positives = 0;
  for (const one of isTrue) positives += one;
  if (positives < FEWEST_POSITIVES) return HALF;
  const order = known ?? fallingOrder(probabilities);
  let best = 0;
  let hits = 0;
  for (const [rank, at] of order.entries()) {
    hits += isTrue[at] ?? 0;
    if (probabilities[order[rank + 1] ?? -1] === probabilities[at]) continue;
    best = Math.max(best, (2 * hits) / (rank + 1 + positives));
  }
  return best / 2;
}

/**
 * The lowest probability from which the label is right at least `precision` of the time. One mistake more than was seen
 * is counted, so that the promise holds for new texts on average (Angelopoulos, Bates, Fisch, Lei and Schuster 2022,
 * "Conformal risk control"); where it first fails, what lies lower is not looked at, since among many places one would
 * pass by luck. Null where no probability is enough.
 */
export function certainFrom(
  { probabilities, isTrue }: HeldOutLabel,
  order: Int32Array,
  precision: number,
): number | null {
  let mistakes = 0;
  let lowest: number | null = null;
  for (const [rank, at] of order.entries()) {
    mistakes += 1 - (isTrue[at] ?? 0);
    if (probabilities[order[rank + 1] ?? -1] === probabilities[at]) continue;
    if (mistakes + 1 <= (1 - precision) * (rank + 2)) lowest = probabilities[at] ?? null;
    else if (lowest !== null) break;
  }
  return lowest;
}

function unlikelyBelow(
  { probabilities, isTrue }: HeldOutLabel,
  order: Int32Array,
  { precision, recall }: StatedRates,
): number {
  let positives = 0;
  for (const one of isTrue) positives += one;
  let highest = 0;
  let missed = 0;
  for (let rank = order.length - 1, count = 1; rank >= 0; rank--, count++) {
    const at = order[rank] ?? 0;
    missed += isTrue[at] ?? 0;
    const above = probabilities[order[rank - 1] ?? -1] ?? 1;
    if (above === probabilities[at]) continue;
    const isOften = missed + 1 <= (1 - precision) * (count + 1);
    const isWhole = positives === 0 || missed + 1 <= (1 - recall) * (positives + 1);
    if (isOften && isWhole) highest = above;
    else if (highest > 0) break;
  }
  return highest;
}

/** Indexes of the probabilities, the highest first; equals in the order they came. */
export function fallingOrder(probabilities: Float64Array): Int32Array {
  return Int32Array.from(probabilities.keys()).sort(
    (a, b) => (probabilities[b] ?? 0) - (probabilities[a] ?? 0) || a - b,
  );
}
