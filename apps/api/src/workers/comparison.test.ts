import { serializeTextModel, trainTextModel } from '@jeoul/ml/text-classifier';
import { mostFlips } from '@jeoul/shared/models/contract';
import { expect, it } from 'vitest';
import { compareModels, type ComparedRow } from './comparison.ts';
import type { Evaluation } from './evaluation.ts';
import { trainAndEvaluate } from './training.ts';

const labels = ['soup', 'rice', 'noodle'];
const rows: ComparedRow[] = Array.from({ length: 300 }, (_, n) => ({
  text: n % 2 === 0 ? `국 ${n}` : `아주 긴 이름의 음식 ${n}`,
  labelKey: labels[n % 3] ?? '',
  wasCorrection: n % 5 === 0,
}));

/** A model that is wrong about the rows it is told to be wrong about. */
function model(isWrong: (row: ComparedRow, at: number) => boolean, probability = 0.9): Evaluation {
  const answers = rows.map((row, at) => (isWrong(row, at) ? 'soup-or-not' : row.labelKey));
  const accuracy = answers.filter((answer, at) => answer === rows[at]?.labelKey).length / rows.length;
  const metrics = { accuracy, macroF1: 0, ece: 0, rows: rows.length, perLabel: [], confusions: [], reliability: [] };
  return { isMulti: false, answers, probabilities: rows.map(() => probability), metrics };
}

const compare = (champion: Evaluation, challenger: Evaluation) =>
  compareModels({ championId: 'c', championNumber: 1, rows, champion, challenger, seed: 1 });

it('finds no difference between a model and itself', () => {
  const same = model((_row, at) => at % 4 === 0);
  const comparison = compare(same, same);
  expect(comparison).toMatchObject({ difference: 0, low: 0, high: 0, nowRight: 0, nowWrong: 0, flips: [] });
  expect(comparison.slices.every((slice) => slice.difference === 0)).toBe(true);
});

it('shows for whom a better model is worse', () => {
  const champion = model((row, at) => row.labelKey !== 'rice' && at % 2 === 0);
  const challenger = model((row, at) => row.labelKey === 'rice' && at % 2 === 0);
  const comparison = compare(champion, challenger);
  expect(comparison.low).toBeGreaterThan(0);
  const rice = comparison.slices.find(({ kind, key }) => kind === 'label' && key === 'rice');
  expect(rice).toMatchObject({ rows: 100, accuracy: 0.5, difference: -0.5 });
  expect(rice?.high).toBeLessThan(0);
});

it('cuts the rows of every kind of slice into parts that are together all rows', () => {
  const { slices } = compare(
    model((_row, at) => at % 3 === 0),
    model((_row, at) => at % 7 === 0),
  );
  for (const kind of ['correction', 'label', 'length'] as const) {
    const parts = slices.filter((slice) => slice.kind === kind);
    expect(parts.reduce((sum, slice) => sum + slice.rows, 0)).toBe(rows.length);
    const weighted = parts.reduce((sum, slice) => sum + slice.rows * slice.difference, 0) / rows.length;
    expect(weighted).toBeCloseTo(
      compare(
        model((_r, at) => at % 3 === 0),
        model((_r, at) => at % 7 === 0),
      ).difference,
      10,
    );
  }
});

it('counts every flip and keeps some of each direction', () => {
  const comparison = compare(
    model((_row, at) => at < 100),
    model((_row, at) => at >= 250),
  );
  expect(comparison).toMatchObject({ nowRight: 100, nowWrong: 50 });
  const wrong = comparison.flips.filter((flip) => flip.challenger !== flip.truth);
  expect(wrong).toHaveLength(mostFlips);
  expect(comparison.flips).toHaveLength(2 * mostFlips);
  expect(wrong[0]).toMatchObject({ text: rows[250]?.text, champion: rows[250]?.labelKey, challenger: 'soup-or-not' });
});

it('calls a model better calibrated whose probabilities are nearer to what is right', () => {
  const isWrong = (_row: ComparedRow, at: number) => at % 2 === 0;
  expect(compare(model(isWrong, 0.95), model(isWrong, 0.5)).ece.high).toBeLessThan(0);
});

it('tells how far it is, so that a long comparison does not look stuck', () => {
  const told: number[] = [];
  const same = model(() => false);
  compareModels({ championId: 'c', championNumber: 1, rows, champion: same, challenger: same, seed: 1 }, (share) =>
    told.push(share),
  );
  expect(told.length).toBeGreaterThan(2);
  expect([...told].sort((a, b) => a - b)).toEqual(told);
});

const examples = rows.map(({ text, labelKey, wasCorrection }, at) => ({
  text: `${labelKey} ${text}`,
  labelKey,
  labelKeys: [labelKey],
  wasCorrection,
  isHeldOut: at % 6 === 0,
}));
const nodes = labels.map((key) => ({ key, parentKey: null }));

it('gives the same model for the same rows and seed', () => {
  const input = { kind: 'single' as const, labels: nodes, rows: examples, seed: 7, champion: null };
  const first = trainAndEvaluate(input, () => undefined);
  expect(Buffer.from(trainAndEvaluate(input, () => undefined).bytes).equals(first.bytes)).toBe(true);
  expect(first.metrics.rows).toBe(50);
});

it('goes on without a comparison when the champion is of a format that is no longer read', () => {
  const bytes = serializeTextModel(
    trainTextModel(
      {
        kind: 'single',
        labels: nodes,
        examples: examples.map(({ text, labelKey }) => ({ text, labelKeys: [labelKey] })),
      },
      { seed: 1 },
    ),
  );
  const champion = { id: 'old', number: 1, bytes: bytes.slice() };
  const input = { kind: 'single' as const, labels: nodes, rows: examples, seed: 7, champion };
  expect(trainAndEvaluate(input, () => undefined).comparison?.championId).toBe('old');
  new DataView(champion.bytes.buffer).setUint32(4, 9_999, true);
  expect(trainAndEvaluate(input, () => undefined).comparison).toBeNull();
});
