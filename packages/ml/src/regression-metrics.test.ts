import { describe, expect, it } from 'vitest';
import {
  coverage,
  intervalCoverage,
  meanAbsoluteError,
  meanPinballLoss,
  rootMeanSquaredError,
} from './regression-metrics.ts';

const truth = [31.5, 22, 47.25, 18, 29, 40, 25.5, 33];
const predicted = Float64Array.of(30, 25.5, 41, 18, 33.75, 38.2, 20, 36);

describe('regression metrics', () => {
  it('are what scikit-learn 1.2.1 says of the same numbers', () => {
    expect(rootMeanSquaredError(truth, predicted)).toBeCloseTo(3.8505681398983187, 12);
    expect(meanAbsoluteError(truth, predicted)).toBeCloseTo(3.2875, 12);
    expect(meanPinballLoss(truth, predicted, 0.9)).toBeCloseTo(1.83375, 12);
    expect(meanPinballLoss(truth, predicted, 0.1)).toBeCloseTo(1.45375, 12);
  });

  it('count what a quantile covers, its own value included', () => {
    expect(coverage(truth, predicted)).toBe(4 / 8);
    expect(intervalCoverage(truth, [30, 23, 40, 18, 1, 1, 1, 1], [32, 30, 50, 18, 2, 2, 2, 2])).toBe(3 / 8);
  });

  it('are 0 of no rows, and refuse lists of different lengths', () => {
    expect(rootMeanSquaredError([], [])).toBe(0);
    expect(intervalCoverage([], [], [])).toBe(0);
    expect(() => meanAbsoluteError([1], [])).toThrow(RangeError);
    expect(() => meanPinballLoss([1], [1], 2)).toThrow(RangeError);
  });

  it('refuse NaN and infinite numbers', () => {
    for (const broken of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => rootMeanSquaredError([broken], [1])).toThrow(RangeError);
      expect(() => coverage([1], [broken])).toThrow(RangeError);
      expect(() => intervalCoverage([1], [0], [broken])).toThrow(RangeError);
    }
  });

  it('keep small errors beside large ones', () => {
    const errors = Float64Array.from({ length: 1_000_001 }, (_, row) => (row === 0 ? 1e16 : 1));
    expect(meanAbsoluteError(new Float64Array(errors.length), errors) * errors.length).toBeCloseTo(1e16 + 1e6, -2);
  });
});
