import { expectedCalibrationError } from '@jeoul/ml/metrics';
import { comparePredictions, pairedBootstrap, type PairedDifference } from '@jeoul/ml/paired-bootstrap';
import {
  mostFlips,
  type Difference,
  type Flip,
  type ModelComparison,
  type SliceComparison,
  type SliceKind,
} from '@jeoul/shared/models/contract';
import { labelKeysOf, noLabelsKey } from '@jeoul/shared/labeling/answers';
import { maskPersonalData } from '@jeoul/shared/labeling/personal-data';
import { textKey } from '@jeoul/shared/catalog/text-key';
import { lengthClass } from '@jeoul/shared/models/rules';
import type { Evaluation, HeldOutRow } from './evaluation.ts';
import { severalF1Difference } from './several-f1.ts';

/** A held-out row, and whether people had corrected the model there. */
export type ComparedRow = HeldOutRow & { wasCorrection: boolean };

type Grouped = Compared & { groups: readonly string[] };
type Compared = { rows: readonly ComparedRow[]; champion: Evaluation; challenger: Evaluation; seed: number };

/**
 * Sets a challenger beside the champion on the same held-out rows: over all of them, by slice, and item by item. Rows of
 * one text are drawn together, for they are right or wrong together: a side dish that forty stores sell is one answer.
 * Tells `onProgress` the share that is done: with many rows the resampling takes seconds.
 */
export function compareModels(
  input: Compared & { championId: string; championNumber: number },
  onProgress: (share: number) => void = () => undefined,
): ModelComparison {
  const { rows, champion, challenger, seed } = input;
  const groups = rows.map(({ text }) => textKey(text));
  const pair = { truth: rows.map((row) => row.labelKey), first: champion.answers, second: challenger.answers };
  const flips = flipsOf(input);
  const accuracy = differenceOf(comparePredictions({ ...pair, metric: 'accuracy' }, { seed, groups }));
  onProgress(0.2);
  const macroF1 = challenger.isMulti
    ? differenceOf(pairedBootstrap(rows.length, severalF1Difference(pair), { seed, groups }))
    : differenceOf(comparePredictions({ ...pair, metric: 'macroF1' }, { seed, groups }));
  onProgress(0.5);
  const ece = calibrationDifference({ ...input, groups });
  onProgress(0.7);
  return {
    championId: input.championId,
    championNumber: input.championNumber,
    championMetrics: champion.metrics,
    ...accuracy,
    macroF1,
    ece,
    slices: [
      ...slicesOf({ ...input, groups }, 'correction', (row) => [row.wasCorrection ? 'corrected' : 'accepted']),
      ...slicesOf({ ...input, groups }, 'label', (row) => (challenger.isMulti ? labelsOf(row) : [row.labelKey])),
      ...slicesOf({ ...input, groups }, 'length', (row) => [lengthClass(row.text)]),
    ],
    nowRight: flips.right.length,
    nowWrong: flips.wrong.length,
    flips: [...flips.wrong.slice(0, mostFlips), ...flips.right.slice(0, mostFlips)],
  };
}

function differenceOf({ difference, low, high, p }: PairedDifference): Difference {
  return { difference, low, high, pNoDifference: p };
}

function calibrationDifference({ rows, champion, challenger, seed, groups }: Grouped): Difference {
  const errorOf = (model: Evaluation) => {
    const isRight = rows.map((_row, at) => rightness(model, rows, at) === 1);
    return (sample: Int32Array) => {
      const probabilities = new Float64Array(sample.length);
      const outcomes: boolean[] = Array.from(sample, () => false);
      for (const [place, row] of sample.entries()) {
        probabilities[place] = model.probabilities[row] ?? 0;
        outcomes[place] = isRight[row] ?? false;
      }
      return expectedCalibrationError(probabilities, outcomes).error;
    };
  };
  const [ofChallenger, ofChampion] = [errorOf(challenger), errorOf(champion)];
  return differenceOf(
    pairedBootstrap(rows.length, (sample) => ofChallenger(sample) - ofChampion(sample), {
      seed,
      groups,
    }),
  );
}

/** What a row of several labels counts under: each of them, or that it has none. */
function labelsOf({ labelKey }: ComparedRow): string[] {
  const labelKeys = labelKeysOf(labelKey);
  return labelKeys.length > 0 ? labelKeys : [noLabelsKey];
}

/** The rows by what they have in common, each part with its own paired bootstrap. A row may be in several parts. */
function slicesOf(input: Grouped, kind: SliceKind, keysOf: (row: ComparedRow) => string[]): SliceComparison[] {
  const { rows, champion, challenger, seed, groups } = input;
  const parts = new Map<string, number[]>();
  for (const [at, row] of rows.entries()) {
    for (const key of keysOf(row)) {
      const members = parts.get(key) ?? [];
      members.push(at);
      parts.set(key, members);
    }
  }
  return [...parts].map(([key, members]) => {
    const gains = Int8Array.from(members, (at) => rightness(challenger, rows, at) - rightness(champion, rows, at));
    const right = members.reduce((sum, at) => sum + rightness(challenger, rows, at), 0);
    const difference = pairedBootstrap(members.length, (sample) => meanOf(gains, sample), {
      seed,
      groups: members.map((at) => groups[at] ?? ''),
    });
    return { kind, key, rows: members.length, accuracy: right / members.length, ...differenceOf(difference) };
  });
}

function meanOf(values: Int8Array, sample: Int32Array): number {
  let sum = 0;
  for (const at of sample) sum += values[at] ?? 0;
  return sum / sample.length;
}

function rightness(model: Evaluation, rows: readonly HeldOutRow[], at: number): 0 | 1 {
  return model.answers[at] === rows[at]?.labelKey ? 1 : 0;
}

function flipsOf({ rows, champion, challenger }: Compared): { right: Flip[]; wrong: Flip[] } {
  const flips: { right: Flip[]; wrong: Flip[] } = { right: [], wrong: [] };
  for (const [at, { text, labelKey }] of rows.entries()) {
    const gain = rightness(challenger, rows, at) - rightness(champion, rows, at);
    if (gain === 0) continue;
    const flip = {
      // Seen by whoever looks at models, who need not know whose number it was.
      text: maskPersonalData(text),
      truth: labelKey,
      champion: champion.answers[at] ?? '',
      challenger: challenger.answers[at] ?? '',
    };
    flips[gain > 0 ? 'right' : 'wrong'].push(flip);
  }
  return flips;
}
