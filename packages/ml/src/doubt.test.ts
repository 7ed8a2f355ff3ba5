import fc from 'fast-check';
import { expect, test } from 'vitest';
import { doubtOf } from './doubt.ts';

test('is none for a certain label and complete for equal ones', () => {
  expect(doubtOf([0, 1, 0])).toEqual({ margin: 1, entropy: 0 });
  const equal = doubtOf([0.25, 0.25, 0.25, 0.25]);
  expect(equal.margin).toBe(0);
  expect(equal.entropy).toBeCloseTo(1, 12);
});

test('the entropy sees a third label that the margin does not', () => {
  const two = doubtOf([0.5, 0.3, 0.2, 0]);
  const three = doubtOf([0.5, 0.3, 0.1, 0.1]);
  expect(two.margin).toBeCloseTo(three.margin, 12);
  expect(three.entropy).toBeGreaterThan(two.entropy);
  expect(two.entropy).toBeCloseTo(1.4854752972273344 / 2, 12);
});

test('of one probability is that of true or not', () => {
  expect(doubtOf([0.9])).toEqual(doubtOf([0.9, 0.1]));
});

test('is complete where nothing is known, and always within 0..1', () => {
  expect(doubtOf([])).toEqual({ margin: 0, entropy: 1 });
  expect(doubtOf([Number.NaN, 0.4])).toEqual({ margin: 0, entropy: 1 });
  fc.assert(
    fc.property(fc.array(fc.double(), { maxLength: 6 }), (probabilities) => {
      const { margin, entropy } = doubtOf(probabilities);
      expect(margin >= 0 && margin <= 1 && entropy >= 0 && entropy <= 1).toBe(true);
    }),
  );
});
