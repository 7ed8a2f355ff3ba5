import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohenKappa } from './cohen-kappa.ts';

/** The two lists of answers that a table of counts stands for. */
function answersOf(table: readonly (readonly number[])[]): { first: number[]; second: number[] } {
  const pairs = table.flatMap((row, one) =>
    row.flatMap((count, other) => Array.from({ length: count }, () => [one, other])),
  );
  return { first: pairs.map(([one]) => one ?? 0), second: pairs.map(([, other]) => other ?? 0) };
}

describe("Cohen's kappa", () => {
  it('is what SAS prints for its example, with its asymptotic error and limits', () => {
    const { first, second } = answersOf([
      [0, 4, 1],
      [0, 8, 0],
      [0, 1, 5],
    ]);
    const simple = cohenKappa(first, second);
    expect(simple.value).toBeCloseTo(0.4842, 4);
    expect(simple.standardError).toBeCloseTo(0.138, 4);
    expect(simple.low).toBeCloseTo(0.2137, 4);
    expect(simple.high).toBeCloseTo(0.7547, 4);
    const weighted = cohenKappa(first, second, { weights: 'linear' });
    expect(weighted.value).toBeCloseTo(0.4701, 4);
    expect(weighted.standardError).toBeCloseTo(0.1457, 4);
    expect(weighted.low).toBeCloseTo(0.1845, 4);
    expect(weighted.high).toBeCloseTo(0.7558, 4);
  });

  it("is what Gwet's handbook gives for 223 diagnoses and 100 abstracts", () => {
    const diagnoses = answersOf([
      [40, 4, 4, 17],
      [6, 25, 2, 13],
      [4, 1, 21, 12],
      [15, 5, 9, 45],
    ]);
    expect(cohenKappa(diagnoses.first, diagnoses.second).value).toBeCloseTo(0.432, 3);
    expect(cohenKappa(diagnoses.first, diagnoses.second).standardError).toBeCloseTo(0.046, 3);
    const quadratic = cohenKappa(diagnoses.first, diagnoses.second, { weights: 'quadratic' });
    expect(quadratic.value).toBeCloseTo(0.383, 3);
    expect(quadratic.standardError).toBeCloseTo(0.066, 3);
    const abstracts = answersOf([
      [13, 0, 0],
      [0, 20, 7],
      [0, 4, 56],
    ]);
    expect(cohenKappa(abstracts.first, abstracts.second).value).toBeCloseTo(0.796, 3);
    expect(cohenKappa(abstracts.first, abstracts.second, { weights: 'linear' }).value).toBeCloseTo(0.843, 3);
  });

  it('leaves out what one of the two did not answer', () => {
    const found = cohenKappa(['a', 'b', null, 'a', 'b'], ['a', 'b', 'b', null, 'a']);
    expect(found).toMatchObject({ items: 3 });
    expect(found.value).toBeCloseTo(cohenKappa(['a', 'b', 'b'], ['a', 'b', 'a']).value ?? 0, 12);
  });

  it('is not defined for no items and for one label alone', () => {
    expect(cohenKappa([], [])).toMatchObject({ value: null, low: null, items: 0 });
    expect(cohenKappa(['a', 'a'], ['a', 'a'])).toMatchObject({ value: null, observed: 1, expected: 1, items: 2 });
    expect(cohenKappa([null], ['a'])).toMatchObject({ value: null, items: 0 });
  });

  it('refuses weights on unordered texts, unknown labels, NaN and lists of different lengths', () => {
    expect(() => cohenKappa(['a', 'b'], ['a', 'b'], { weights: 'linear' })).toThrow(RangeError);
    expect(() => cohenKappa(['a'], ['x'], { labels: ['a', 'b'] })).toThrow(RangeError);
    expect(() => cohenKappa([Number.NaN], [1])).toThrow(RangeError);
    expect(() => cohenKappa(['a'], [])).toThrow(RangeError);
    const ordered = { weights: 'linear', labels: ['순한맛', '보통', '매운맛'] } as const;
    expect(cohenKappa(['순한맛', '매운맛'], ['보통', '매운맛'], ordered).value).toBeGreaterThan(0);
  });

  it('is 1 for equal answers and else between -1 and 1 with its limits around it', () => {
    const answer = fc.constantFrom('a', 'b', 'c', null);
    fc.assert(
      fc.property(fc.array(fc.tuple(answer, answer), { minLength: 1 }), (pairs) => {
        const first = pairs.map(([one]) => one);
        const found = cohenKappa(
          first,
          pairs.map(([, other]) => other),
        );
        expect(cohenKappa(first, first).value ?? 1).toBeCloseTo(1, 9);
        const { value, low, high } = found;
        if (value === null || low === null || high === null) return;
        expect(value).toBeGreaterThanOrEqual(-1 - 1e-9);
        expect(low <= value + 1e-9 && value <= high + 1e-9).toBe(true);
      }),
    );
  });
});
