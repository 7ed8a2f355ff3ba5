import { describe, expect, it } from 'vitest';
import { normalQuantile, studentQuantile, wilsonInterval } from './intervals.ts';

describe('quantiles', () => {
  it('are those of scipy 1.10: normal', () => {
    const known: [number, number][] = [
      [0.5, 0],
      [0.6, 0.2533471031],
      [0.975, 1.9599639845],
      [0.025, -1.9599639845],
      [0.9999, 3.7190164855],
      [1e-9, -5.997807015],
      [1e-15, -7.9413453262],
    ];
    for (const [share, value] of known) expect(normalQuantile(share)).toBeCloseTo(value, 5);
  });

  it("are those of scipy 1.10: Student's t", () => {
    const known: [number, number, number][] = [
      [0.975, 1, 12.7062047364],
      [0.975, 2, 4.3026527299],
      [0.975, 3, 3.1824463053],
      [0.995, 4, 4.6040948713],
      [0.6, 5, 0.2671808657],
      [0.025, 8, -2.306004135],
      [0.975, 11, 2.2009851601],
      [0.9, 30, 1.3104150226],
      [0.995, 1000, 2.5807546981],
    ];
    for (const [share, freedom, value] of known) expect(studentQuantile(share, freedom)).toBeCloseTo(value, 4);
  });

  it('are refused outside 0..1', () => {
    for (const share of [0, 1, -1, Number.NaN]) expect(() => normalQuantile(share)).toThrow(RangeError);
    expect(() => studentQuantile(0.9, 0)).toThrow(RangeError);
  });
});

describe("Wilson's interval", () => {
  it('is what Newcombe 1998 prints for 81 of 263, 15 of 148, 0 of 20 and 1 of 29', () => {
    const known: [number, number, number, number][] = [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ];
    for (const [hits, rows, low, high] of known) {
      const found = wilsonInterval(hits, rows);
      expect(found.low).toBeCloseTo(low, 4);
      expect(found.high).toBeCloseTo(high, 4);
    }
  });

  it('is everything without rows, and refuses more hits than rows', () => {
    expect(wilsonInterval(0, 0)).toEqual({ value: 0, low: 0, high: 1 });
    expect(wilsonInterval(5, 5).high).toBe(1);
    expect(() => wilsonInterval(2, 1)).toThrow(RangeError);
    expect(() => wilsonInterval(Number.NaN, 1)).toThrow(RangeError);
  });
});
