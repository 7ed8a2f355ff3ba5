import { expect, test } from 'vitest';
import { medianInterval } from './median-interval.ts';
import { createRandom } from './random.ts';

test('the median and its bounds are the values at their ranks', () => {
  // 100 values 1 to 100: ranks 50 − 9.8 and 51 + 9.8, outwards.
  const values = Array.from({ length: 100 }, (_, at): [number, number] => [at + 1, 1]);
  expect(medianInterval(values.toReversed())).toEqual({ value: 50.5, low: 40, high: 61 });
});

test('values that occur often count as often', () => {
  expect(
    medianInterval([
      [9, 1],
      [3, 4],
      [5, 0],
    ]),
  ).toEqual({ value: 3, low: 3, high: 9 });
  expect(medianInterval([[7, 1]])).toEqual({ value: 7, low: 7, high: 7 });
});

test('nothing is said of nothing', () => {
  expect(medianInterval([])).toBeNull();
  expect(medianInterval([[4, 0]])).toBeNull();
});

test('the interval holds the true median as often as it says', () => {
  const random = createRandom(7);
  let held = 0;
  for (let round = 0; round < 500; round++) {
    const drawn = Array.from({ length: 61 }, (): [number, number] => [random(1_000_001), 1]);
    const estimate = medianInterval(drawn);
    if (estimate !== null && estimate.low <= 500_000 && estimate.high >= 500_000) held += 1;
  }
  expect(held / 500).toBeGreaterThan(0.93);
});
