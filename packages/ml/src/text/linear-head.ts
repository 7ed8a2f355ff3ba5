import { shuffle, type Random } from '../random.ts';
import type { TextMatrix } from './text-matrix.ts';

/** How scores become probabilities: `softmax` over the labels of the head, or `sigmoid` for each label alone. */
export type Link = 'softmax' | 'sigmoid';

/**
 * A linear classifier while it learns. `weights` holds `labels` numbers for each feature, side by side. `pulls` holds,
 * for each row, how strongly it pulls each label (the dual variables): weights and biases are at all times the sum of
 * `strength` × row weight × pull × feature values.
 */
export type LinearHead = {
  link: Link;
  labels: number;
  /** Inverse of regularisation, liblinear's C. */
  strength: number;
  weights: Float32Array;
  biases: Float32Array;
  pulls: Float32Array;
};

/** What row `r` should be: probability `targets[r * labels + k]` for each label `k`, counted `weights[r]` times. */
export type Targets = { labels: number; targets: Float32Array; weights: Float32Array };

export function createLinearHead(link: Link, strength: number, goal: Targets, features: number): LinearHead {
  const { labels } = goal;
  return {
    link,
    labels,
    strength,
    weights: new Float32Array(features * labels),
    biases: new Float32Array(labels),
    pulls: new Float32Array(goal.targets.length),
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
 * One pass over `rows` in random order by stochastic dual coordinate ascent (Shalev-Shwartz and Zhang 2013, option V,
 * with the step their theorem allows): no learning rate, and the regularised loss has one minimum, so that it can't
 * diverge. Returns the mean loss met on the way.
 */
export function learnEpoch(
  head: LinearHead,
  matrix: TextMatrix,
  goal: Targets,
  rows: Int32Array,
  random: Random,
): number {
  const { labels, link, strength, pulls } = head;
  const moves = new Float64Array(labels);
  const curvature = link === 'softmax' ? 0.5 : 0.25;
  shuffle(rows, random);
  let loss = 0;
  let total = 0;
  for (let turn = 0; turn < rows.length; turn++) {
    const row = rows[turn] ?? 0;
    const weight = goal.weights[row] ?? 1;
    const offset = row * labels;
    scoreRow(head, matrix, row, moves);
    applyLink(link, moves, labels);
    let squares = 0;
    for (let label = 0; label < labels; label++) {
      const target = goal.targets[offset + label] ?? 0;
      const probability = moves[label] ?? 0;
      loss += weight * crossEntropy(link, target, probability);
      const move = target - probability - (pulls[offset + label] ?? 0);
      moves[label] = move;
      squares += move * move;
    }
    total += weight;
    if (squares < SMALLEST_SQUARES) continue;
    const step = 1 / (1 + curvature * ROW_SQUARES * strength * weight);
    for (let label = 0; label < labels; label++) {
      const move = (moves[label] ?? 0) * step;
      pulls[offset + label] = (pulls[offset + label] ?? 0) + move;
      moves[label] = move * strength * weight;
    }
    addRow(head, matrix, row, moves);
  }
  return total > 0 ? loss / total : 0;
}

/** Sets the pulls of `rows` as they are where `probabilities` come from the best weights, and the weights with them. */
export function startFrom(
  head: LinearHead,
  matrix: TextMatrix,
  goal: Targets,
  rows: Int32Array,
  probabilities: Float32Array,
): void {
  const moves = new Float64Array(head.labels);
  for (const row of rows) {
    const offset = row * head.labels;
    for (let label = 0; label < head.labels; label++) {
      const pull = (goal.targets[offset + label] ?? 0) - (probabilities[offset + label] ?? 0);
      head.pulls[offset + label] = pull;
      moves[label] = pull * head.strength * (goal.weights[row] ?? 1);
    }
    addRow(head, matrix, row, moves);
  }
}

function addRow({ labels, weights, biases }: LinearHead, matrix: TextMatrix, row: number, moves: Float64Array): void {
  const { starts, columns, values } = matrix;
  for (let label = 0; label < labels; label++) {
    biases[label] = (biases[label] ?? 0) + (moves[label] ?? 0) * BIAS_VALUE ** 2;
  }
  const end = starts[row + 1] ?? 0;
  for (let at = starts[row] ?? 0; at < end; at++) {
    const offset = (columns[at] ?? 0) * labels;
    const value = values[at] ?? 0;
    for (let label = 0; label < labels; label++) {
      weights[offset + label] = (weights[offset + label] ?? 0) + (moves[label] ?? 0) * value;
    }
  }
}

/** The bias is one more feature, that every row has with this value: small, or the last rows seen would sway it. */
const BIAS_VALUE = 0.2;
/** Rows are of length one without their bias. */
const ROW_SQUARES = 1 + BIAS_VALUE ** 2;
/** A row whose pulls are this near to right is left alone for the epoch. */
const SMALLEST_SQUARES = 1e-6;
const SMALLEST_PROBABILITY = 1e-12;

/** The part of the loss, in nats, that one label adds. */
export function crossEntropy(link: Link, target: number, probability: number): number {
  let loss = target > 0 ? -target * Math.log(Math.max(probability, SMALLEST_PROBABILITY)) : 0;
  if (link === 'sigmoid' && target < 1)
    loss -= (1 - target) * Math.log(Math.max(1 - probability, SMALLEST_PROBABILITY));
  return loss;
}
