import { type Calibration, expectedCalibrationError, isProbability } from './metrics.ts';

/**
 * Expected calibration error of the label each row is given, its likeliest (of equal ones the first): Guo et al. 2017,
 * "On calibration of modern neural networks". `probabilities[row * labels + label]`; `truth[row]` is a label's index,
 * or -1 where the true label is none of them, which counts as wrong. Throws `RangeError` for a probability that is not
 * within 0..1 and for sizes that do not fit.
 */
export function topLabelCalibration(
  probabilities: ArrayLike<number>,
  truth: ArrayLike<number>,
  binCount = 15,
): Calibration {
  const labels = truth.length > 0 ? probabilities.length / truth.length : 1;
  if (!Number.isInteger(labels) || labels === 0) {
    throw new RangeError(`${probabilities.length} probabilities of ${truth.length} rows`);
  }
  const best = new Float64Array(truth.length);
  const isRight: boolean[] = [];
  for (let row = 0; row < truth.length; row++) {
    let likeliest = 0;
    for (let label = 0; label < labels; label++) {
      const probability = probabilities[row * labels + label] ?? 0;
      if (!isProbability(probability)) throw new RangeError(`a probability of ${probability}`);
      if (probability > (probabilities[row * labels + likeliest] ?? 0)) likeliest = label;
    }
    best[row] = probabilities[row * labels + likeliest] ?? 0;
    isRight.push(truth[row] === likeliest);
  }
  return expectedCalibrationError(best, isRight, binCount);
}
