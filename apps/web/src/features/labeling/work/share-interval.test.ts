import { expect, test } from 'vitest';
import { shareHalfWidth } from './share-interval.ts';

test('the interval agrees with a published one: 15 of 148, 0.0624 to 0.1605', () => {
  // Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), method 3.
  expect(2 * shareHalfWidth(15, 148)).toBeCloseTo(0.1605 - 0.0624, 4);
});

test('few trials leave much open, and none leave everything', () => {
  expect(shareHalfWidth(1, 1)).toBeGreaterThan(0.3);
  expect(shareHalfWidth(0, 0)).toBeNaN();
});
