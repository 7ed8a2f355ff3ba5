import { calibrateLabels, type ScoreLine } from './calibrate-labels.ts';
import type { HeadData } from './head-data.ts';
import { createLinearHead, learnEpoch, scoreRow, startFrom, type LinearHead, type Link } from './linear-head.ts';
import { createRandom, type Random } from '../random.ts';
import { fitTemperature, heldOutLoss } from './temperature.ts';

export type FitSettings = { seed: number; strength: number; mostEpochs: number; patience: number };

export type EpochReport = { epoch: number; epochs: number; loss: number; validationLoss: number | null };

/** `lines` takes the place of the temperature where each label is calibrated by itself. */
export type FittedHead = { head: LinearHead; temperature: number; lines: readonly ScoreLine[] | null };

/** `epoch` may throw to stop; `learned` sees the head before it learns from the held-out rows. */
export type FitListener = { epoch: (report: EpochReport) => void; learned: (fitted: FittedHead) => void };

/** Fewer held-out rows than this say too little to stop or calibrate by. */
const FEWEST_HELD_OUT = 50;
/** Epochs over all rows that take the held-out ones in, once the others are learned. */
const CLOSING_EPOCHS = 3;
/** An epoch that lowers the validation loss by a smaller share than this has not helped. */
const LEAST_GAIN = 0.002;

/**
 * Fits one head: first without the held-out rows, until they are predicted no better, which also tells how far the
 * scores overstate; then on all rows, going on from there. `start` holds the probabilities an earlier model gives, row
 * by row, or null.
 */
export function fitHead(
  link: Link,
  data: HeadData,
  isHeldOut: (row: number) => boolean,
  settings: FitSettings,
  start: Float32Array | null,
  listener: FitListener,
): FittedHead {
  const report = listener.epoch;
  const { matrix, goal } = data;
  const all = data.origins.map((_, row) => row);
  const held = all.filter((row) => isHeldOut(data.origins[row] ?? 0));
  const canStopEarly = held.length >= FEWEST_HELD_OUT;
  const learned = canStopEarly ? all.filter((row) => !isHeldOut(data.origins[row] ?? 0)) : all.slice();
  const head = createLinearHead(link, settings.strength, goal, data.features.length);
  const random = createRandom(settings.seed);
  if (start) startFrom(head, matrix, goal, learned, start);
  if (!canStopEarly) {
    if (held.length > 0) listener.learned(rehearse(link, data, isHeldOut, settings));
    for (let epoch = 1; epoch <= settings.mostEpochs; epoch++) {
      const loss = learnEpoch(head, matrix, goal, learned, random);
      report({ epoch, epochs: settings.mostEpochs, loss, validationLoss: null });
    }
    const fitted = { head, temperature: 1, lines: null };
    if (held.length === 0) listener.learned(fitted);
    return fitted;
  }
  const { epochs, scores } = learnUntilNoBetter(head, data, learned, held, settings, random, report);
  const temperature = fitTemperature(link, scores, goal, held);
  const fitted = {
    head,
    temperature,
    lines: link === 'sigmoid' ? calibrateLabels(scores, goal, held, temperature) : null,
  };
  listener.learned(fitted);
  for (let epoch = 1; epoch <= CLOSING_EPOCHS; epoch++) {
    const loss = learnEpoch(head, matrix, goal, all, random);
    report({ epoch: epochs + epoch, epochs: epochs + CLOSING_EPOCHS, loss, validationLoss: null });
  }
  return fitted;
}

/** A head for few rows, without the held-out ones: what it makes of those tells how good the real one will be. */
function rehearse(
  link: Link,
  { matrix, goal, features, origins }: HeadData,
  isHeldOut: (row: number) => boolean,
  settings: FitSettings,
): FittedHead {
  const head = createLinearHead(link, settings.strength, goal, features.length);
  const random = createRandom(settings.seed);
  const rows = origins.map((_, row) => row).filter((row) => !isHeldOut(origins[row] ?? 0));
  for (let epoch = 1; epoch <= settings.mostEpochs; epoch++) learnEpoch(head, matrix, goal, rows, random);
  return { head, temperature: 1, lines: null };
}

function learnUntilNoBetter(
  head: LinearHead,
  data: HeadData,
  learned: Int32Array,
  held: Int32Array,
  settings: FitSettings,
  random: Random,
  report: (epoch: EpochReport) => void,
): { epochs: number; scores: Float64Array } {
  const most = settings.mostEpochs;
  let scores: Float64Array = new Float64Array();
  let best = Number.POSITIVE_INFINITY;
  let idle = 0;
  let epochs = 0;
  while (epochs < most && idle < settings.patience) {
    const loss = learnEpoch(head, data.matrix, data.goal, learned, random);
    epochs += 1;
    scores = scoreRows(head, data, held);
    const validationLoss = heldOutLoss(head.link, scores, data.goal, held, 1);
    report({ epoch: epochs, epochs: most + CLOSING_EPOCHS, loss, validationLoss });
    idle = validationLoss < best * (1 - LEAST_GAIN) ? 0 : idle + 1;
    best = Math.min(best, validationLoss);
  }
  return { epochs, scores };
}

function scoreRows(head: LinearHead, data: HeadData, rows: Int32Array): Float64Array {
  const all = new Float64Array(rows.length * head.labels);
  for (const [at, row] of rows.entries()) {
    scoreRow(head, data.matrix, row, all.subarray(at * head.labels, (at + 1) * head.labels));
  }
  return all;
}
