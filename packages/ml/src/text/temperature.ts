import { applyLink, crossEntropy, type Link, type Targets } from './linear-head.ts';

/** Rows' worth of reluctance to leave a temperature of 1. */
const PRIOR_ROWS = 4;

/**
 * The temperature by which scores are best divided before they become probabilities: the one with the lowest mean
 * cross-entropy on rows the model has not learned from (Guo, Pleiss, Sun and Weinberger 2017, "On calibration of
 * modern neural networks"). `scores` holds `goal.labels` numbers for each row of `rows`. Between 1/8 and 8, by golden
 * section search over its logarithm; 1 when there are no rows. Few rows that are all right are no reason to be all but
 * certain, so that the logarithm is held to 0 as strongly as a few rows would.
 */
export function fitTemperature(link: Link, scores: Float64Array, goal: Targets, rows: Int32Array): number {
  if (rows.length === 0) return 1;
  const ratio = (Math.sqrt(5) - 1) / 2;
  const loss = (logarithm: number) =>
    heldOutLoss(link, scores, goal, rows, Math.exp(logarithm)) + (PRIOR_ROWS * logarithm ** 2) / rows.length;
  let low = -Math.log(8);
  let high = Math.log(8);
  let left = high - ratio * (high - low);
  let right = low + ratio * (high - low);
  let leftLoss = loss(left);
  let rightLoss = loss(right);
  for (let step = 0; step < 24; step++) {
    if (leftLoss <= rightLoss) {
      high = right;
      right = left;
      rightLoss = leftLoss;
      left = high - ratio * (high - low);
      leftLoss = loss(left);
    } else {
      low = left;
      left = right;
      leftLoss = rightLoss;
      right = low + ratio * (high - low);
      rightLoss = loss(right);
    }
  }
  return Math.exp((low + high) / 2);
}

/** Mean cross-entropy in nats of the rows' scores divided by `temperature`. */
export function heldOutLoss(
  link: Link,
  scores: Float64Array,
  goal: Targets,
  rows: Int32Array,
  temperature: number,
): number {
  const { labels } = goal;
  const probabilities = new Float64Array(labels);
  let loss = 0;
  let total = 0;
  for (const [at, row] of rows.entries()) {
    for (let label = 0; label < labels; label++)
      probabilities[label] = (scores[at * labels + label] ?? 0) / temperature;
    applyLink(link, probabilities, labels);
    const weight = goal.weights[row] ?? 1;
    for (let label = 0; label < labels; label++) {
      loss += weight * crossEntropy(link, goal.targets[row * labels + label] ?? 0, probabilities[label] ?? 0);
    }
    total += weight;
  }
  return total > 0 ? loss / total : 0;
}
