import { shuffle, type Random } from '../random.ts';
import type { TextMatrix } from './text-matrix.ts';

/** How scores become probabilities: `softmax` over the labels of the head, or `sigmoid` for each label alone. */
export type Link = 'softmax' | 'sigmoid';

/**
 * A linear classifier while it learns. `weights` holds `labels` numbers for each feature, side by side; `slopes` sums
 * each feature's squared gradients.
 */
export type LinearHead = {
  link: Link;
  labels: number;
  weights: Float32Array;
  biases: Float32Array;
  slopes: Float32Array;
  biasSlope: number;
};

/** What row `r` should be: probability `targets[r * labels + k]` for each label `k`, counted `weights[r]` times. */
export type Targets = { labels: number; targets: Float32Array; weights: Float32Array };

export function createLinearHead(link: Link, labels: number, features: number): LinearHead {
  return {
    link,
    labels,
    weights: new Float32Array(features * labels),
    biases: new Float32Array(labels),
    slopes: new Float32Array(features),
    biasSlope: 1,
  };
}

/** Writes the scores of `row` to `scores`. */
export function scoreRow(head: LinearHead, matrix: TextMatrix, row: number, scores: Float64Array): void {
  const { labels, weights, biases } = head;
  const { columns, values } = matrix;
  for (let label = 0; label < labels; label++) scores[label] = biases[label] ?? 0;
  const end = matrix.starts[row + 1] ?? 0;
  for (let at = matrix.starts[row] ?? 0; at < end; at++) {
    const offset = (columns[at] ?? 0) * labels;
    const value = values[at] ?? 0;
    for (let label = 0; label < labels; label++) {
      scores[label] = (scores[label] ?? 0) + (weights[offset + label] ?? 0) * value;
    }
  }
}

/** Turns scores into probabilities, in place. */
export function applyLink(link: Link, scores: Float64Array, labels: number): void {
  if (link === 'sigmoid') {
    for (let label = 0; label < labels; label++) scores[label] = 1 / (1 + Math.exp(-(scores[label] ?? 0)));
    return;
  }
  let highest = Number.NEGATIVE_INFINITY;
  for (let label = 0; label < labels; label++) highest = Math.max(highest, scores[label] ?? 0);
  let sum = 0;
  for (let label = 0; label < labels; label++) {
    const power = Math.exp((scores[label] ?? 0) - highest);
    scores[label] = power;
    sum += power;
  }
  for (let label = 0; label < labels; label++) scores[label] = (scores[label] ?? 0) / sum;
}

/**
 * One pass over `rows` in random order with AdaGrad (Duchi, Hazan and Singer 2011), with one step size a feature
 * shared by its labels. Returns the mean loss met on the way.
 */
export function learnEpoch(
  head: LinearHead,
  matrix: TextMatrix,
  goal: Targets,
  rows: Int32Array,
  rate: number,
  random: Random,
): number {
  const { labels, weights, biases, slopes } = head;
  const { starts, columns, values } = matrix;
  const errors = new Float64Array(labels);
  shuffle(rows, random);
  let loss = 0;
  let total = 0;
  for (let turn = 0; turn < rows.length; turn++) {
    const row = rows[turn] ?? 0;
    const weight = goal.weights[row] ?? 1;
    scoreRow(head, matrix, row, errors);
    applyLink(head.link, errors, labels);
    let squares = 0;
    for (let label = 0; label < labels; label++) {
      const target = goal.targets[row * labels + label] ?? 0;
      const probability = errors[label] ?? 0;
      loss += weight * crossEntropy(head.link, target, probability);
      const error = weight * (target - probability);
      errors[label] = error;
      squares += error * error;
    }
    total += weight;
    head.biasSlope += squares;
    const biasStep = (BIAS_SHARE * rate) / Math.sqrt(head.biasSlope);
    for (let label = 0; label < labels; label++) {
      biases[label] = (biases[label] ?? 0) + biasStep * (errors[label] ?? 0);
    }
    const end = starts[row + 1] ?? 0;
    for (let at = starts[row] ?? 0; at < end; at++) {
      const feature = columns[at] ?? 0;
      const value = values[at] ?? 0;
      const slope = (slopes[feature] ?? 0) + squares * value * value;
      slopes[feature] = slope;
      const step = (rate * value) / Math.sqrt(slope + SMALLEST_SLOPE);
      const offset = feature * labels;
      for (let label = 0; label < labels; label++) {
        weights[offset + label] = (weights[offset + label] ?? 0) + (errors[label] ?? 0) * step;
      }
    }
  }
  return total > 0 ? loss / total : 0;
}

/** Biases see every row, so they move with a smaller step than features do. */
const BIAS_SHARE = 0.3;
const SMALLEST_SLOPE = 1e-6;
const SMALLEST_PROBABILITY = 1e-12;

/** The part of the loss, in nats, that one label adds. */
export function crossEntropy(link: Link, target: number, probability: number): number {
  let loss = target > 0 ? -target * Math.log(Math.max(probability, SMALLEST_PROBABILITY)) : 0;
  if (link === 'sigmoid' && target < 1)
    loss -= (1 - target) * Math.log(Math.max(1 - probability, SMALLEST_PROBABILITY));
  return loss;
}
