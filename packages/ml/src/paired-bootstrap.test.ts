import { describe, expect, it } from 'vitest';
import { comparePredictions, pairedBootstrap } from './paired-bootstrap.ts';

const truth = Array.from({ length: 400 }, (_, row) => (row % 4 === 0 ? 'a' : 'b'));
/** Wrong on every row that `isWrong` names. */
const wrongOn = (isWrong: (row: number) => boolean) =>
  truth.map((label, row) => (isWrong(row) ? (label === 'a' ? 'b' : 'a') : label));

describe('the paired bootstrap', () => {
  it('sees a real difference: the interval leaves zero out and p is small', () => {
    const comparison = { truth, first: wrongOn((row) => row % 5 === 0), second: wrongOn((row) => row % 10 === 0) };
    for (const metric of ['accuracy', 'macroF1'] as const) {
      const found = comparePredictions({ ...comparison, metric }, { seed: 1 });
      expect(found.difference).toBeGreaterThan(0.05);
      expect(found.low).toBeGreaterThan(0);
      expect(found.high).toBeGreaterThan(found.difference);
      expect(found.p).toBeLessThan(0.01);
    }
  });

  it('sees none where the two are wrong equally often', () => {
    const comparison = { truth, first: wrongOn((row) => row % 10 === 1), second: wrongOn((row) => row % 10 === 3) };
    const { difference, low, high, p } = comparePredictions({ ...comparison, metric: 'accuracy' }, { seed: 1 });
    expect(difference).toBeCloseTo(0, 12);
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0);
    expect(p).toBeGreaterThan(0.5);
  });

  it('has the width that theory gives for a mean: 1.96 standard errors on each side', () => {
    const values = Float64Array.from({ length: 500 }, (_, row) => Math.sin(row * 12.9898) * 3);
    const mean = (rows: Int32Array) => rows.reduce((sum, row) => sum + (values[row] ?? 0), 0) / rows.length;
    const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / values.length);
    const { low, high } = pairedBootstrap(values.length, mean, { seed: 3, rounds: 4000 });
    const expected = (2 * 1.96 * deviation) / Math.sqrt(values.length);
    expect(Math.abs(high - low - expected) / expected).toBeLessThan(0.05);
  });

  it('draws copies together: one text that flips forty times is one flip', () => {
    const groups = truth.map((_, row) => (row < 40 ? 'rice' : `dish ${row}`));
    const first = wrongOn((row) => row >= 40 && row % 10 === 1);
    const comparison = {
      truth,
      first,
      second: wrongOn((row) => row < 40 || row % 10 === 1),
      metric: 'accuracy',
    } as const;
    expect(comparePredictions(comparison, { seed: 1 }).high).toBeLessThan(0);
    const { difference, high } = comparePredictions(comparison, { seed: 1, groups });
    expect(difference).toBeCloseTo(-0.1, 12);
    expect(high).toBe(0);
  });

  it('has the width that theory gives for a mean of groups of one size', () => {
    const values = Float64Array.from({ length: 200 }, (_, group) => Math.sin(group * 12.9898) * 3);
    const mean = (rows: Int32Array) => rows.reduce((sum, row) => sum + (values[row >> 2] ?? 0), 0) / rows.length;
    const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / values.length);
    const groups = Array.from({ length: 800 }, (_, row) => `group ${row >> 2}`);
    const { low, high } = pairedBootstrap(800, mean, { seed: 3, rounds: 4000, groups });
    const expected = (2 * 1.96 * deviation) / Math.sqrt(values.length);
    expect(Math.abs(high - low - expected) / expected).toBeLessThan(0.05);
  });

  it('gives the same answer for the same seed, and a defined one for no rows', () => {
    const comparison = { truth, first: wrongOn((row) => row < 9), second: truth, metric: 'accuracy' } as const;
    expect(comparePredictions(comparison, { seed: 5 })).toEqual(comparePredictions(comparison, { seed: 5 }));
    expect(pairedBootstrap(0, () => 1, { seed: 1 })).toMatchObject({ difference: 0, p: 1 });
  });
});
