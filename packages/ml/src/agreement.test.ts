import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agreement, Answers } from './agreement.ts';
import { fleissKappa, gwetAc1 } from './chance-agreement.ts';
import { type AlphaOptions, krippendorffAlpha } from './krippendorff-alpha.ts';

const NA = null;
/** The example of Krippendorff 2011, C, a row an observer; Gwet's handbook moved one answer of the last item. */
const observers = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, NA, NA, NA],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NA, 3],
  [NA, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NA],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NA],
];
const krippendorffExample = itemsOf(observers);
/** Fleiss 1971, table 1: thirty patients, six diagnoses each. */
const diagnoses =
  `444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333 144444 224445
  333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555`
    .split(/\s+/)
    .map((answers) => [...answers]);

function itemsOf(raters: readonly (readonly (number | null)[])[]): (number | null)[][] {
  return (raters[0] ?? []).map((_, item) => raters.map((answers) => answers[item] ?? null));
}

/** Answers that a table of counts stands for, a row an item. */
function answersOf(table: readonly (readonly number[])[]): number[][] {
  return table.map((row) => row.flatMap((count, label) => Array.from({ length: count }, () => label)));
}

const alpha = (ratings: readonly Answers[], level: AlphaOptions['level'], more: Partial<AlphaOptions> = {}) =>
  krippendorffAlpha(ratings, { level, seed: 1, ...more });

describe("Fleiss' kappa", () => {
  it('is 0.430 for the diagnoses of 1971 and 0.210 for the textbook example of fourteen raters', () => {
    expect(fleissKappa(diagnoses).value).toBeCloseTo(0.4302445, 7);
    const textbook = answersOf([
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
      [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    ]);
    expect(fleissKappa(textbook).value).toBeCloseTo(0.21, 3);
  });

  it("has the error and the limits of Gwet's handbook where answers are missing", () => {
    const found = fleissKappa(krippendorffExample);
    expect(found).toMatchObject({ high: 1, items: 11 });
    expect(found.observed).toBeCloseTo(0.81818, 5);
    expect(found.expected).toBeCloseTo(0.23872, 5);
    expect(found.value).toBeCloseTo(0.76117, 5);
    expect(found.standardError).toBeCloseTo(0.15302, 5);
    expect(found.low).toBeCloseTo(0.42438, 5);
  });
});

describe("Gwet's AC1", () => {
  it("is what Gwet's handbook gives, with its error and limits", () => {
    const found = gwetAc1(krippendorffExample);
    expect(found).toMatchObject({ high: 1, items: 11 });
    expect(found.expected).toBeCloseTo(0.19032, 5);
    expect(found.value).toBeCloseTo(0.77544, 5);
    expect(found.standardError).toBeCloseTo(0.14295, 5);
    expect(found.low).toBeCloseTo(0.46081, 5);
  });

  it('is 0.849 for the 100 abstracts of the handbook, whose two raters agree on 89', () => {
    const table: [number, number, number][] = [
      [0, 0, 13],
      [1, 1, 20],
      [1, 2, 7],
      [2, 1, 4],
      [2, 2, 56],
    ];
    const abstracts = table.flatMap(([one, other, times]) => Array.from({ length: times }, () => [one, other]));
    const found = gwetAc1(abstracts);
    expect(found.observed).toBeCloseTo(0.89, 10);
    expect(found.value).toBeCloseTo(0.84933, 5);
    expect(found.standardError).toBeCloseTo(0.0432, 3);
    expect(found.high).toBeCloseTo(0.935, 2);
  });

  it('stays high where kappa falls to nothing because one label is rare', () => {
    const rare = [...Array.from({ length: 118 }, () => ['ok', 'ok']), ['ok', 'abuse'], ['abuse', 'ok']];
    expect(gwetAc1(rare).value).toBeGreaterThan(0.95);
    expect(fleissKappa(rare).value).toBeLessThan(0.02);
  });

  it('is 1 where only one label was ever given, whatever else could have been', () => {
    const same = Array.from({ length: 5 }, () => ['ok', 'ok']);
    expect(gwetAc1(same).value).toBe(1);
    expect(gwetAc1(same, { labelCount: 4 }).value).toBe(1);
  });
});

describe("Krippendorff's alpha", () => {
  it('is 0.743, 0.815 and 0.849 for the example of 2011', () => {
    expect(alpha(krippendorffExample, 'nominal').value).toBeCloseTo(0.743, 3);
    expect(alpha(krippendorffExample, 'ordinal').value).toBeCloseTo(0.815, 3);
    expect(alpha(krippendorffExample, 'interval').value).toBeCloseTo(0.849, 3);
  });

  it('is 0.691 and 0.811 for the three observers of fifteen units', () => {
    const three = itemsOf([
      [NA, NA, NA, NA, NA, 3, 4, 1, 2, 1, 1, 3, 3, NA, 3],
      [1, NA, 2, 1, 3, 3, 4, 3, NA, NA, NA, NA, NA, NA, NA],
      [NA, NA, 2, 1, 3, 4, 4, NA, 2, 1, 1, 3, 3, NA, 4],
    ]);
    expect(alpha(three, 'nominal').value).toBeCloseTo(0.691358, 6);
    expect(alpha(three, 'interval').value).toBeCloseTo(0.810845, 6);
  });

  it('orders texts as it is told', () => {
    const words = ['순한맛', '약간 매움', '보통', '매움', '아주 매움'];
    const named = krippendorffExample.map((answers) =>
      answers.map((one) => (one === null ? null : (words[one - 1] ?? null))),
    );
    expect(alpha(named, 'ordinal', { labels: words }).value).toBeCloseTo(0.815, 3);
    expect(() => alpha(named, 'ordinal')).toThrow(RangeError);
    expect(() => alpha(named, 'ordinal', { labels: ['순한맛'] })).toThrow(RangeError);
    expect(() => alpha(named, 'interval')).toThrow(RangeError);
  });

  it('has limits around it, near those of the analytic error, the same for the same seed', () => {
    const many = Array.from({ length: 20 }, () => krippendorffExample).flat();
    const found = alpha(many, 'nominal');
    expect(found).toEqual(alpha(many, 'nominal'));
    const analytic = fleissKappa(many).standardError ?? 0;
    expect(Math.abs((found.standardError ?? 0) / analytic - 1)).toBeLessThan(0.15);
    expect(found.low).toBeLessThan(found.value ?? 0);
    expect(found.high).toBeGreaterThan(found.value ?? 0);
  });

  it('is not defined where nothing varies or nothing can be paired', () => {
    expect(
      alpha(
        [
          [1, 1],
          [1, 1, 1],
        ],
        'nominal',
      ),
    ).toMatchObject({ value: null, low: null, items: 2 });
    expect(alpha([[1, NA], [2]], 'nominal')).toMatchObject({ value: null, items: 0 });
  });
});

describe('agreement of any answers', () => {
  const coefficients: ((ratings: readonly Answers[]) => Agreement)[] = [
    (ratings) => fleissKappa(ratings),
    (ratings) => gwetAc1(ratings),
    (ratings) => alpha(ratings, 'nominal', { rounds: 20 }),
  ];

  it('is not defined for none, for one rater, and refuses NaN', () => {
    for (const coefficient of coefficients) {
      expect(coefficient([])).toMatchObject({ value: null, low: null, high: null, items: 0 });
      expect(coefficient([['a'], ['b'], [null]])).toMatchObject({ value: null, items: 0 });
      expect(() => coefficient([[Number.NaN, 1]])).toThrow(RangeError);
    }
    expect(fleissKappa([['a', 'a']])).toMatchObject({ value: null, observed: 1, expected: 1 });
    expect(fleissKappa([['a', 'b']])).toMatchObject({ low: null, high: null });
  });

  it('keeps its limits around a value that missing answers drove below -1', () => {
    const { value, low, high } = fleissKappa([['c'], ['a', 'c'], ['c']]);
    expect(value).toBeCloseTo(-2.6, 9);
    expect(low).toBeLessThanOrEqual(value ?? 0);
    expect(high).toBeGreaterThanOrEqual(value ?? 0);
  });

  it('is a number up to 1 between its limits, or null, and 1 where all agree', () => {
    const answers = fc.array(fc.constantFrom('a', 'b', 'c', null), { maxLength: 5 });
    fc.assert(
      fc.property(fc.array(answers, { maxLength: 12 }), (ratings) => {
        for (const coefficient of coefficients) {
          const { value, low, high } = coefficient(ratings);
          if (value === null) continue;
          expect(value).toBeLessThanOrEqual(1 + 1e-9);
          expect(Number.isFinite(value)).toBe(true);
          expect((low ?? -1) <= (high ?? 1)).toBe(true);
          const agreed = ratings.map((given) =>
            given.map((one) => (one === null ? null : (given.find(Boolean) ?? null))),
          );
          expect(coefficient(agreed).value ?? 1).toBeCloseTo(1, 9);
        }
      }),
    );
  });
});
