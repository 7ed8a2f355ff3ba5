import { describe, expect, it } from 'vitest';
import { diceFor } from './dice.ts';

describe('dice', () => {
  it('roll alike from the same seed, stream and index, and differently when any differs', () => {
    const roll = (seed: number, stream: string, index: number) => {
      const dice = diceFor(seed, stream, index);
      return Array.from({ length: 5 }, () => dice.unit());
    };
    const first = roll(1, 'a', 0);
    expect(roll(1, 'a', 0)).toEqual(first);
    for (const other of [roll(2, 'a', 0), roll(1, 'b', 0), roll(1, 'a', 1)]) expect(other).not.toEqual(first);
  });

  it('fall evenly, also over the first rolls of neighbouring indexes', () => {
    const buckets = Array.from({ length: 10 }, () => 0);
    for (let index = 0; index < 20_000; index++) {
      const bucket = Math.floor(diceFor(5, 'even', index).unit() * 10);
      buckets[bucket] = (buckets[bucket] ?? 0) + 1;
    }
    // Chi-squared with nine degrees of freedom stays below 27.9 in 999 of 1,000 fair cases.
    const chiSquared = buckets.reduce((sum, count) => sum + (count - 2_000) ** 2 / 2_000, 0);
    expect(chiSquared).toBeLessThan(27.9);
  });

  it('keep to weights', () => {
    const dice = diceFor(9, 'weights', 0);
    let heavy = 0;
    for (let left = 10_000; left > 0; left--) {
      const isHeavy = dice.weighted([
        [true, 3],
        [false, 1],
      ]);
      if (isHeavy) heavy++;
    }
    expect(heavy).toBeGreaterThan(7_300);
    expect(heavy).toBeLessThan(7_700);
  });

  it('are normal with mean 0 and variance 1, and round without bias', () => {
    const dice = diceFor(9, 'normal', 0);
    const rolls = Array.from({ length: 20_000 }, () => dice.normal());
    const mean = rolls.reduce((sum, value) => sum + value, 0) / rolls.length;
    const variance = rolls.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rolls.length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(variance - 1)).toBeLessThan(0.05);
    const rounded = Array.from({ length: 20_000 }, () => dice.round(2.3));
    expect(Math.abs(rounded.reduce((sum, value) => sum + value, 0) / rounded.length - 2.3)).toBeLessThan(0.02);
  });

  it('refuse to pick from nothing', () => {
    expect(() => diceFor(1, 'none', 0).pick([])).toThrow(RangeError);
    expect(() => diceFor(1, 'none', 0).weighted([])).toThrow(RangeError);
  });
});
