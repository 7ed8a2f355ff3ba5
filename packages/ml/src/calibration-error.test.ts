import { expect, it } from 'vitest';
import { topLabelCalibration } from './calibration-error.ts';

it('is the distance between how sure the likeliest labels are and how often they are right', () => {
  const probabilities = [0.8, 0.1, 0.1, 0.2, 0.7, 0.1, 0.82, 0.1, 0.08, 0.1, 0.15, 0.75];
  const found = topLabelCalibration(probabilities, [0, 1, 2, 2], 10);
  expect(found.bins[8]).toMatchObject({ rows: 2, shareRight: 0.5 });
  expect(found.bins[8]?.meanProbability).toBeCloseTo(0.81, 12);
  expect(found.bins[7]).toMatchObject({ rows: 2, shareRight: 1 });
  expect(found.error).toBeCloseTo(0.5 * (0.81 - 0.5) + 0.5 * (1 - 0.725), 12);
});

it('takes the first of equally likely labels, and a true label that no one predicts as wrong', () => {
  expect(topLabelCalibration([0.5, 0.5], [0], 2).bins[1]).toMatchObject({ shareRight: 1 });
  expect(topLabelCalibration([0.5, 0.5], [-1], 2).bins[1]).toMatchObject({ shareRight: 0 });
});

it('is 0 of no rows, and refuses NaN and sizes that do not fit', () => {
  expect(topLabelCalibration([], []).error).toBe(0);
  expect(() => topLabelCalibration([0.5, Number.NaN], [0])).toThrow(RangeError);
  expect(() => topLabelCalibration([0.5, 0.4, 0.1], [0, 1])).toThrow(RangeError);
});
