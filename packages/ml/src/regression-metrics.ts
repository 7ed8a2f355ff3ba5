import { requireFinite, requireSameLength } from './metrics.ts';

/**
 * How good predicted numbers are. Every function names the source of its formula, answers 0 where there are no rows, and
 * throws `RangeError` for numbers that are NaN or infinite and for lists of different lengths.
 */

/** Root of the mean squared error (Hyndman and Koehler 2006, "Another look at measures of forecast accuracy", 2.1). */
export function rootMeanSquaredError(truth: ArrayLike<number>, predicted: ArrayLike<number>): number {
  return Math.sqrt(meanOver(truth, predicted, (error) => error * error));
}

/** Mean absolute error (the same, 2.1). */
export function meanAbsoluteError(truth: ArrayLike<number>, predicted: ArrayLike<number>): number {
  return meanOver(truth, predicted, Math.abs);
}

/**
 * Mean pinball loss of a predicted quantile: what lies above the prediction costs `alpha` a unit, what lies below it
 * `1 - alpha` (Koenker and Bassett 1978, eq. 2.2; Steinwart and Christmann 2011; scikit-learn's `mean_pinball_loss`).
 */
export function meanPinballLoss(truth: ArrayLike<number>, predicted: ArrayLike<number>, alpha: number): number {
  if (!(alpha >= 0 && alpha <= 1)) throw new RangeError(`alpha is ${alpha}, not within 0..1`);
  return meanOver(truth, predicted, (error) => (error > 0 ? (1 - alpha) * error : -alpha * error));
}

/**
 * Share of rows that are at most what was predicted for them: of a p90, 0.9 is right (Christoffersen 1998, "Evaluating
 * interval forecasts", the unconditional coverage of a one-sided interval).
 */
export function coverage(truth: ArrayLike<number>, predicted: ArrayLike<number>): number {
  return meanOver(truth, predicted, (error) => (error >= 0 ? 1 : 0));
}

/** Share of rows from `low` to `high`, both included (the same, of an interval with two ends). */
export function intervalCoverage(truth: ArrayLike<number>, low: ArrayLike<number>, high: ArrayLike<number>): number {
  requireSameLength(truth, low);
  requireSameLength(truth, high);
  for (const values of [truth, low, high]) requireFinite(values);
  let inside = 0;
  for (let row = 0; row < truth.length; row++) {
    const value = truth[row] ?? 0;
    if (value >= (low[row] ?? 0) && value <= (high[row] ?? 0)) inside += 1;
  }
  return truth.length > 0 ? inside / truth.length : 0;
}

/** Mean of `cost(predicted - truth)`, compensated for rounding (Kahan 1965). 0 where there are no rows. */
function meanOver(truth: ArrayLike<number>, predicted: ArrayLike<number>, cost: (error: number) => number): number {
  requireSameLength(truth, predicted);
  requireFinite(truth);
  requireFinite(predicted);
  let sum = 0;
  let lost = 0;
  for (let row = 0; row < truth.length; row++) {
    const term = cost((predicted[row] ?? 0) - (truth[row] ?? 0)) - lost;
    const next = sum + term;
    lost = next - sum - term;
    sum = next;
  }
  return truth.length > 0 ? sum / truth.length : 0;
}
