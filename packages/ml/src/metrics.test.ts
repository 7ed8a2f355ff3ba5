import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  averagePrecision,
  classificationReport,
  confusionMatrix,
  expectedCalibrationError,
  multiLabelReport,
} from './metrics.ts';

const truth = ['a', 'a', 'b', 'c', 'b', 'a', 'c', 'b', 'a', 'd'];
const predicted = ['a', 'b', 'b', 'c', 'a', 'a', 'b', 'b', 'e', 'd'];

describe('metrics', () => {
  it('agree with scikit-learn 1.2 on single labels', () => {
    const report = classificationReport(truth, predicted);
    expect(report.accuracy).toBeCloseTo(0.6, 12);
    expect(report.macro.precision).toBeCloseTo(0.6333333333333333, 12);
    expect(report.macro.recall).toBeCloseTo(0.5333333333333333, 12);
    expect(report.macro.f1).toBeCloseTo(0.5619047619047619, 12);
    expect(report.micro.f1).toBeCloseTo(0.6, 12);
    const b = report.perLabel.find(({ labelKey }) => labelKey === 'b');
    expect(b).toMatchObject({ support: 3, predicted: 4, precision: 0.5 });
    expect(b?.recall).toBeCloseTo(0.666667, 6);
    expect(b?.f1).toBeCloseTo(0.571429, 6);
  });

  it('agree with scikit-learn 1.2 on several labels', () => {
    const report = multiLabelReport([['x', 'y'], ['y'], [], ['x', 'z']], [['x'], ['y', 'z'], [], ['x', 'z']]);
    expect(report.accuracy).toBe(0.5);
    expect(report.macro.precision).toBeCloseTo(0.8333333333333334, 12);
    expect(report.macro.f1).toBeCloseTo(0.7777777777777777, 12);
    expect(report.micro).toMatchObject({ precision: 0.8, recall: 0.8 });
  });

  it('agree with scikit-learn 1.2 by label, micro and macro, also where a row has no label', () => {
    const report = multiLabelReport(
      [['a', 'c'], ['b'], ['a', 'b', 'c'], ['c'], ['a'], []],
      [['a'], ['b', 'c'], ['a', 'c'], ['b', 'c'], ['c'], ['c']],
    );
    const known = [
      { labelKey: 'a', support: 3, precision: 1, recall: 2 / 3, f1: 0.8 },
      { labelKey: 'b', support: 2, precision: 0.5, recall: 0.5, f1: 0.5 },
      { labelKey: 'c', support: 3, precision: 0.4, recall: 2 / 3, f1: 0.5 },
    ];
    expect(report.perLabel).toMatchObject(known);
    expect(report.micro.precision).toBeCloseTo(0.5555555555555556, 12);
    expect(report.micro).toMatchObject({ recall: 0.625 });
    expect(report.micro.f1).toBeCloseTo(0.5882352941176471, 12);
    expect(report.macro.precision).toBeCloseTo(0.6333333333333333, 12);
    expect(report.macro.recall).toBeCloseTo(0.611111111111111, 12);
    expect(report.macro.f1).toBeCloseTo(0.6, 12);
    expect(report.accuracy).toBe(0);
  });

  it('count what was taken for what', () => {
    const { labelKeys, counts } = confusionMatrix(truth, predicted);
    expect(labelKeys).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect([...counts]).toEqual([2, 1, 0, 0, 1, 1, 2, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
  });

  it('give the average precision of scikit-learn, ties included', () => {
    const scores = [0.9, 0.8, 0.8, 0.7, 0.6, 0.55, 0.5, 0.3, 0.3, 0.1];
    const isPositive = [1, 0, 1, 1, 0, 0, 1, 0, 1, 0].map((one) => one === 1);
    expect(averagePrecision(scores, isPositive)).toBeCloseTo(0.7087301587301588, 12);
    expect(averagePrecision([0.5], [false])).toBe(0);
  });

  it('find no calibration error where probabilities are shares, and the whole gap where they are not', () => {
    const half = expectedCalibrationError([0.5, 0.5, 0.5, 0.5], [true, false, true, false]);
    expect(half.error).toBeCloseTo(0, 12);
    expect(half.bins[7]).toMatchObject({ rows: 4, meanProbability: 0.5, shareRight: 0.5 });
    expect(expectedCalibrationError([1, 0.9], [false, false]).error).toBeCloseTo(0.95, 12);
  });

  it('stay between 0 and 1 whatever the labels are', () => {
    const labels = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', '__proto__'), fc.constantFrom('a', 'b', 'd')));
    fc.assert(
      fc.property(labels, (pairs) => {
        const report = classificationReport(
          pairs.map(([one]) => one),
          pairs.map(([, other]) => other),
        );
        const rates = [report.micro, report.macro, ...report.perLabel].flatMap(({ precision, recall, f1 }) => [
          precision,
          recall,
          f1,
        ]);
        expect([report.accuracy, ...rates].filter((rate) => !(rate >= 0 && rate <= 1))).toEqual([]);
      }),
    );
  });

  it('are 0 of no rows, and refuse lists of different lengths and scores that are no numbers', () => {
    expect(classificationReport([], [])).toMatchObject({ rows: 0, accuracy: 0, perLabel: [] });
    expect(expectedCalibrationError([], []).error).toBe(0);
    expect(averagePrecision([], [])).toBe(0);
    expect(() => classificationReport(['a'], [])).toThrow(RangeError);
    expect(() => averagePrecision([0.5, Number.NaN], [true, false])).toThrow(RangeError);
    for (const broken of [Number.NaN, -0.1, 1.1]) {
      expect(() => expectedCalibrationError([broken], [true])).toThrow(RangeError);
    }
  });
});
