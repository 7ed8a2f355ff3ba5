import { expect, it } from 'vitest';
import { labelRows, sortedLabels } from './label-rows.ts';

const label = (labelKey: string, f1: number, support: number) => ({
  labelKey,
  f1,
  support,
  precision: 1 - f1,
  recall: f1,
});
const rows = labelRows([label('good', 0.9, 5), label('bad', 0.1, 5), label('bad-and-common', 0.1, 50)], {
  good: 40,
  bad: 5,
});
const keys = (sorted: { labelKey: string }[]) => sorted.map(({ labelKey }) => labelKey);

it('puts the worst first, of equals the one that concerns more items', () => {
  expect(keys(sortedLabels(rows, null))).toEqual(['bad-and-common', 'bad', 'good']);
});

it('puts last what was tested on too few items to tell, however bad', () => {
  const tiny = labelRows([label('tiny', 0, 4), label('fair', 0.6, 5)], {});
  expect(keys(sortedLabels(tiny, null))).toEqual(['fair', 'tiny']);
});

it('follows the order asked for, and an order it does not know like none', () => {
  expect(keys(sortedLabels(rows, { key: 'f1', isDescending: true }))[0]).toBe('good');
  expect(keys(sortedLabels(rows, { key: 'precision', isDescending: false }))[0]).toBe('good');
  expect(keys(sortedLabels(rows, { key: 'toString', isDescending: true }))[0]).toBe('bad-and-common');
});

it('counts as learned what was not held out', () => {
  expect(rows.map((row) => row.learned)).toEqual([35, 0, 0]);
});
