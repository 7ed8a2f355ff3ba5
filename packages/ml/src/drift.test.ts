import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsByBin, driftOfCounts, driftOfLabels, driftOfNumbers, quantileEdges } from './drift.ts';
import { createRandom } from './random.ts';

describe('drift of counts', () => {
  it('is what scipy 1.10 says of the divergence, and the formula of the index, with an empty bin', () => {
    const found = driftOfCounts([10, 20, 30, 40, 0], [15, 15, 40, 25, 5]);
    expect(found.jensenShannon).toBeCloseTo(0.04898450774024985, 12);
    expect(found.psi).toBeCloseTo(0.24497395359130975, 12);
    expect(found.psiByChance).toBeCloseTo(0.08, 12);
  });

  it('is nothing between equal shares, and one bit between labels that share nothing', () => {
    const same = driftOfCounts([1000, 3000], [2000, 6000]);
    expect(same.psi).toBeLessThan(1e-6);
    expect(same.jensenShannon).toBeCloseTo(0, 12);
    const apart = driftOfLabels(new Map([['치킨', 500]]), new Map([['피자', 500]]));
    expect(apart.jensenShannon).toBeCloseTo(1, 12);
    expect(apart.psi).toBeGreaterThan(5);
  });

  it('is as large by chance as it says, where nothing moves', () => {
    const random = createRandom(5);
    const draw = (rows: number) => {
      const counts = new Float64Array(8);
      for (let row = 0; row < rows; row++) {
        const bin = random(8);
        counts[bin] = (counts[bin] ?? 0) + 1;
      }
      return counts;
    };
    const drawn = Array.from({ length: 400 }, () => driftOfCounts(draw(2000), draw(500)));
    const mean = drawn.reduce((sum, { psi }) => sum + psi, 0) / drawn.length;
    expect(Math.abs(mean / (drawn[0]?.psiByChance ?? 0) - 1)).toBeLessThan(0.15);
  });

  it('is 0 where there is nothing to compare, and refuses what counts nothing', () => {
    const none = { psi: 0, psiByChance: 0, jensenShannon: 0 };
    expect(driftOfCounts([], [])).toEqual(none);
    expect(driftOfCounts([0, 0], [3, 4])).toEqual(none);
    expect(driftOfCounts([5], [7])).toEqual(none);
    for (const broken of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => driftOfCounts([broken, 1], [1, 1])).toThrow(RangeError);
    }
    expect(() => driftOfCounts([1], [1, 2])).toThrow(RangeError);
  });

  it('is finite, never negative, and the same seen from either side', () => {
    const counts = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(counts, (pairs) => {
        const one = pairs.map(([count]) => count);
        const other = pairs.map(([, count]) => count);
        const found = driftOfCounts(one, other);
        expect(found.psi >= 0 && Number.isFinite(found.psi)).toBe(true);
        expect(found.jensenShannon >= 0 && found.jensenShannon <= 1).toBe(true);
        expect(driftOfCounts(other, one).psi).toBeCloseTo(found.psi, 9);
        expect(driftOfCounts(other, one).jensenShannon).toBeCloseTo(found.jensenShannon, 9);
      }),
    );
  });
});

describe('drift of numbers', () => {
  const minutes = Float64Array.from({ length: 1000 }, (_, row) => row);

  it('is seen when they shift, when they go missing, and when what was constant is not any more', () => {
    expect(driftOfNumbers(minutes, minutes).psi).toBe(0);
    expect(
      driftOfNumbers(
        minutes,
        minutes.map((value) => value + 300),
      ).psi,
    ).toBeGreaterThan(0.25);
    expect(
      driftOfNumbers(
        minutes,
        minutes.map((value) => (value % 4 === 0 ? Number.NaN : value)),
      ).psi,
    ).toBeGreaterThan(0.25);
    for (const constant of [0, 30, -1e300, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      const before = new Float64Array(100).fill(constant);
      expect(driftOfNumbers(before, before).psi).toBe(0);
      expect(driftOfNumbers(before, new Float64Array(100).fill(31)).psi).toBeGreaterThan(1);
    }
  });

  it('is 0 where there are no numbers', () => {
    expect(driftOfNumbers([], [1, 2]).psi).toBe(0);
    expect(driftOfNumbers([Number.NaN], [Number.NaN]).psi).toBe(0);
  });

  it('parts the reference into bins of equally many, each value in one bin', () => {
    const edges = quantileEdges(minutes, 10);
    expect([...edges]).toEqual([99, 199, 299, 399, 499, 599, 699, 799, 899]);
    expect([...countsByBin(minutes, edges)]).toEqual([...Array.from({ length: 10 }, () => 100), 0]);
    expect([...quantileEdges([1, 1, 1, 1, 2], 10)]).toEqual([1]);
    const infinite = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NaN];
    expect([...countsByBin(infinite, edges)]).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1]);
    expect(() => quantileEdges(minutes, 1)).toThrow(RangeError);
  });
});
