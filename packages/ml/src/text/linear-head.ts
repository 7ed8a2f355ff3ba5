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

/** Writes the scores of `row` to `scores`. Four labels at a time, so that their sums stay in registers. */
export function scoreRow(head: LinearHead, matrix: TextMatrix, row: number, scores: Float64Array): void {
  const { labels, weights, biases } = head;
  const { columns, values } = matrix;
  const start = matrix.starts[row] ?? 0;
  const end = matrix.starts[row + 1] ?? 0;
  let label = 0;
  for (; label + 3 < labels; label += 4) {
    let first = 0;
    let second = 0;
    let third = 0;
    let fourth = 0;
    for (let at = start; at < end; at++) {
      const from = (columns[at] ?? 0) * labels + label;
      const value = values[at] ?? 0;
      first += (weights[from] ?? 0) * value;
      second += (weights[from + 1] ?? 0) * value;
      third += (weights[from + 2] ?? 0) * value;
      fourth += (weights[from + 3] ?? 0) * value;
    }
    scores[label] = first + (biases[label] ?? 0);
    scores[label + 1] = second + (biases[label + 1] ?? 0);
    scores[label + 2] = third + (biases[label + 2] ?? 0);
    scores[label + 3] = fourth + (biases[label + 3] ?? 0);
  }
  for (; label < labels; label++) {
    let sum = 0;
    for (let at = start; at < end; at++) sum += (weights[(columns[at] ?? 0) * labels + label] ?? 0) * (values[at] ?? 0);
    scores[label] = sum + (biases[label] ?? 0);
  }
}

/** Turns scores into probabilities, in place. */
export function applyLink(link: Link, scores: Float64Array, labels: number, from = 0): void {
  const end = from + labels;
  if (link === 'sigmoid') {
    for (let at = from; at < end; at++) scores[at] = 1 / (1 + Math.exp(-(scores[at] ?? 0)));
    return;
  }
  let highest = Number.NEGATIVE_INFINITY;
  for (let at = from; at < end; at++) {
    const score = scores[at] ?? 0;
    if (score > highest) highest = score;
  }
  let sum = 0;
  for (let at = from; at < end; at++) {
    const power = Math.exp((scores[at] ?? 0) - highest);
    scores[at] = power;
    sum += power;
  }
  for (let at = from; at < end; at++) scores[at] = (scores[at] ?? 0) / sum;
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
  const probabilities = new Float64Array(labels);
  const moves = createMoves(labels);
  const curvature = link === 'softmax' ? 0.5 : 0.25;
  shuffle(rows, random);
  let loss = 0;
  let total = 0;
  for (let turn = 0; turn < rows.length; turn++) {
    const row = rows[turn] ?? 0;
    const weight = goal.weights[row] ?? 1;
    const offset = row * labels;
    scoreRow(head, matrix, row, probabilities);
    applyLink(link, probabilities, labels);
    const step = 1 / (1 + curvature * ROW_SQUARES * strength * weight);
    moves.count = 0;
    for (let label = 0; label < labels; label++) {
      const target = goal.targets[offset + label] ?? 0;
      const probability = probabilities[label] ?? 0;
      loss += weight * crossEntropy(link, target, probability);
      const distance = target - probability - (pulls[offset + label] ?? 0);
      if (distance < SMALLEST_DISTANCE && distance > -SMALLEST_DISTANCE) continue;
      pulls[offset + label] = (pulls[offset + label] ?? 0) + distance * step;
      addMove(moves, label, distance * step * strength * weight);
    }
    total += weight;
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
  const moves = createMoves(head.labels);
  for (const row of rows) {
    const offset = row * head.labels;
    moves.count = 0;
    for (let label = 0; label < head.labels; label++) {
      const pull = (goal.targets[offset + label] ?? 0) - (probabilities[offset + label] ?? 0);
      head.pulls[offset + label] = pull;
      addMove(moves, label, pull * head.strength * (goal.weights[row] ?? 1));
    }
    addRow(head, matrix, row, moves);
  }
}

/** The labels a row moves, and by how much: most rows move few of many labels. */
type Moves = { count: number; labels: Int32Array; by: Float64Array };

function createMoves(labels: number): Moves {
  return { count: 0, labels: new Int32Array(labels), by: new Float64Array(labels) };
}

function addMove(moves: Moves, label: number, by: number): void {
  moves.labels[moves.count] = label;
  moves.by[moves.count] = by;
  moves.count += 1;
}

function addRow({ labels, weights, biases }: LinearHead, matrix: TextMatrix, row: number, moves: Moves): void {
  const { count, labels: moved, by } = moves;
  if (count === 0) return;
  const { starts, columns, values } = matrix;
  for (let at = 0; at < count; at++) {
    const label = moved[at] ?? 0;
    biases[label] = (biases[label] ?? 0) + (by[at] ?? 0) * BIAS_VALUE ** 2;
  }
  const end = starts[row + 1] ?? 0;
  for (let entry = starts[row] ?? 0; entry < end; entry++) {
    const offset = (columns[entry] ?? 0) * labels;
    const value = values[entry] ?? 0;
    for (let at = 0; at < count; at++) {
      const weight = offset + (moved[at] ?? 0);
      weights[weight] = (weights[weight] ?? 0) + (by[at] ?? 0) * value;
    }
  }
}

/** The bias is one more feature, that every row has with this value: small, or the last rows seen would sway it. */
const BIAS_VALUE = 0.2;
/** Rows are of length one without their bias. */
const ROW_SQUARES = 1 + BIAS_VALUE ** 2;
/** A label whose pull is this near to right is left alone for the epoch. */
const SMALLEST_DISTANCE = 0.005;
const SMALLEST_PROBABILITY = 1e-12;

/** The part of the loss, in nats, that one label adds. */
export function crossEntropy(link: Link, target: number, probability: number): number {
  let loss = target > 0 ? -target * Math.log(Math.max(probability, SMALLEST_PROBABILITY)) : 0;
  if (link === 'sigmoid' && target < 1)
    loss -= (1 - target) * Math.log(Math.max(1 - probability, SMALLEST_PROBABILITY));
  return loss;
}
