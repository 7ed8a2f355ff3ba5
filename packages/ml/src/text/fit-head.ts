import type { HeadData } from './head-data.ts';
import { createLinearHead, learnEpoch, scoreRow, type LinearHead, type Link } from './linear-head.ts';
import { createRandom } from '../random.ts';
import { fitTemperature, heldOutLoss } from './temperature.ts';

export type FitSettings = { seed: number; rate: number; mostEpochs: number; patience: number };

export type EpochReport = { epoch: number; epochs: number; loss: number; validationLoss: number | null };

export type FittedHead = { head: LinearHead; temperature: number };

/** Fewer held-out rows than this say too little to stop or calibrate by. */
const FEWEST_HELD_OUT = 50;
/** Passes over the data when there is nothing to stop early by. */
const USUAL_EPOCHS = 4;

/**
 * Fits one head: first without the held-out rows, to find how many epochs are enough and how far the scores overstate,
 * then anew on all rows for as many epochs. `start` gives the first weights. `report` is called after each epoch and
 * may throw to stop.
 */
export function fitHead(
  link: Link,
  data: HeadData,
  isHeldOut: (row: number) => boolean,
  settings: FitSettings,
  start: ((head: LinearHead) => void) | null,
  report: (epoch: EpochReport) => void,
): FittedHead {
  const held = data.origins.map((_, row) => row).filter((row) => isHeldOut(data.origins[row] ?? 0));
  const all = data.origins.map((_, row) => row);
  const begin = (): LinearHead => {
    const head = createLinearHead(link, data.goal.labels, data.features.length);
    start?.(head);
    return head;
  };
  let epochs = Math.min(USUAL_EPOCHS, settings.mostEpochs);
  let temperature = 1;
  if (held.length >= FEWEST_HELD_OUT) {
    const isHeld = new Set(held);
    const kept = all.filter((row) => !isHeld.has(row));
    const found = searchEpochs(begin(), data, kept, held, settings, report);
    epochs = found.epochs;
    temperature = found.temperature;
  }
  const head = begin();
  const random = createRandom(settings.seed);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const loss = learnEpoch(head, data.matrix, data.goal, all, settings.rate, random);
    report({ epoch, epochs, loss, validationLoss: null });
  }
  return { head, temperature };
}

function searchEpochs(
  head: LinearHead,
  data: HeadData,
  rows: Int32Array,
  held: Int32Array,
  settings: FitSettings,
  report: (epoch: EpochReport) => void,
): { epochs: number; temperature: number } {
  const random = createRandom(settings.seed);
  let best = { epochs: 1, loss: Number.POSITIVE_INFINITY, temperature: 1 };
  for (let epoch = 1; epoch <= settings.mostEpochs && epoch - best.epochs <= settings.patience; epoch++) {
    const loss = learnEpoch(head, data.matrix, data.goal, rows, settings.rate, random);
    const scores = scoreRows(head, data, held);
    const temperature = fitTemperature(head.link, scores, data.goal, held);
    const validationLoss = heldOutLoss(head.link, scores, data.goal, held, temperature);
    if (validationLoss < best.loss) best = { epochs: epoch, loss: validationLoss, temperature };
    report({ epoch, epochs: settings.mostEpochs, loss, validationLoss });
  }
  return best;
}

function scoreRows(head: LinearHead, data: HeadData, rows: Int32Array): Float64Array {
  const all = new Float64Array(rows.length * head.labels);
  for (const [at, row] of rows.entries()) {
    scoreRow(head, data.matrix, row, all.subarray(at * head.labels, (at + 1) * head.labels));
  }
  return all;
}
