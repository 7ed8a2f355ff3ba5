import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLabelErrors } from './label-errors.ts';
import { createRandom } from './random.ts';
import { predictTexts, trainTextModel } from './text-classifier.ts';

describe('label errors', () => {
  it('are those that the confident joint of the worked example has off its diagonal', () => {
    // Thresholds are 0.7 and 0.7: the means of 0.9, 0.8, 0.4 and of 0.9, 0.8, 0.4.
    const first = [0.9, 0.8, 0.4, 0.1, 0.2, 0.6];
    const probabilities = first.flatMap((share) => [share, 1 - share]);
    const found = findLabelErrors({ probabilities, given: [0, 0, 0, 1, 1, 1], labelCount: 2 });
    expect(found.ranked.filter(({ isLikelyError }) => isLikelyError)).toEqual([]);
    expect(found.ranked.slice(0, 2).map(({ row }) => row)).toEqual([2, 5]);
    expect(found.errorShare).toBe(0);
    // One row of each label that the model is sure is the other's: both thresholds are 0.625.
    const flipped = findLabelErrors({
      probabilities: [0.9, 0.8, 0.7, 0.1, 0.2, 0.1, 0.3, 0.9].flatMap((share) => [share, 1 - share]),
      given: [0, 0, 0, 0, 1, 1, 1, 1],
      labelCount: 2,
    });
    expect(flipped.ranked.slice(0, 2)).toEqual([
      { row: 3, given: 0, suggested: 1, isLikelyError: true, margin: 0.1 - 0.9 },
      { row: 7, given: 1, suggested: 0, isLikelyError: true, margin: 1 - 0.9 - 0.9 },
    ]);
    expect([...flipped.joint]).toEqual([0.375, 0.125, 0.125, 0.375]);
    expect(flipped.errorShare).toBe(0.25);
  });

  it('come first: of a tenth of labels flipped, most are among the first 15 % of a hard set', () => {
    const random = createRandom(4);
    const labelCount = 5;
    const rows = 3000;
    const noise = () => random(1 << 20) / (1 << 20);
    const given: number[] = [];
    const isFlipped: boolean[] = [];
    const probabilities = Array.from({ length: rows }, () => {
      const truth = random(labelCount);
      isFlipped.push(noise() < 0.1);
      given.push(isFlipped.at(-1) ? (truth + 1 + random(labelCount - 1)) % labelCount : truth);
      // The model is right of five rows in six only, and surer of some labels than of others.
      const scores = Array.from(
        { length: labelCount },
        (_, label) => 3.5 * noise() + 0.4 * label + (label === truth ? 2.4 : 0),
      );
      const sum = scores.reduce((total, score) => total + Math.exp(2 * score), 0);
      return scores.map((score) => Math.exp(2 * score) / sum);
    }).flat();
    const { ranked, errorShare } = findLabelErrors({ probabilities, given, labelCount });
    const caught = ranked.slice(0, 0.15 * rows).filter(({ row }) => isFlipped[row]).length;
    expect(caught / isFlipped.filter(Boolean).length).toBeGreaterThan(0.6);
    expect(errorShare).toBeGreaterThan(0.05);
    expect(errorShare).toBeLessThan(0.3);
  });

  it('are found by a text model that learned from the other rows', () => {
    const random = createRandom(9);
    const kinds = [
      ['김치찌개', '된장찌개', '순두부찌개', '부대찌개'],
      ['양념치킨', '간장치킨', '마늘치킨', '후라이드치킨'],
      ['치즈피자', '고구마피자', '불고기피자', '콤비네이션피자'],
    ];
    const rows = Array.from({ length: 600 }, (_, row) => {
      const truth = random(3);
      const extra = ['세트', '2인분', '곱빼기', '추천', '매운'][random(5)] ?? '';
      const labelKey = random(10) === 0 ? String((truth + 1 + random(2)) % 3) : String(truth);
      return { text: `${extra} ${kinds[truth]?.[random(4)] ?? ''}`, labelKey, truth: String(truth), fold: row % 5 };
    });
    const probabilities = new Float64Array(rows.length * 3);
    for (let fold = 0; fold < 5; fold++) {
      const examples = rows
        .filter((row) => row.fold !== fold)
        .map(({ text, labelKey }) => ({ text, labelKeys: [labelKey] }));
      const labels = ['0', '1', '2'].map((key) => ({ key, parentKey: null }));
      const model = trainTextModel({ kind: 'single', labels, examples }, { seed: 1 });
      for (const [row, { text, fold: own }] of rows.entries()) {
        if (own !== fold) continue;
        for (const { labelKey, probability } of predictTexts(model, [text])[0]?.scores ?? []) {
          probabilities[row * 3 + Number(labelKey)] = probability;
        }
      }
    }
    const given = rows.map(({ labelKey }) => Number(labelKey));
    const { ranked } = findLabelErrors({ probabilities, given, labelCount: 3 });
    const isWrong = (row: number) => rows[row]?.labelKey !== rows[row]?.truth;
    const caught = ranked.slice(0, 90).filter(({ row }) => isWrong(row));
    expect(caught.length / rows.filter((_, row) => isWrong(row)).length).toBeGreaterThan(0.9);
    const suggestedRightly = caught.filter(({ row, suggested }) => String(suggested) === rows[row]?.truth).length;
    expect(suggestedRightly / caught.length).toBeGreaterThan(0.9);
  });

  it('are none of no rows and of one label', () => {
    expect(findLabelErrors({ probabilities: [], given: [], labelCount: 3 })).toMatchObject({
      ranked: [],
      errorShare: 0,
    });
    const one = findLabelErrors({ probabilities: [1, 0.2], given: [0, 0], labelCount: 1 });
    expect(one.ranked.map(({ isLikelyError, suggested }) => [isLikelyError, suggested])).toEqual([
      [false, 0],
      [false, 0],
    ]);
  });

  it('are not looked for in what is broken', () => {
    const refused = (probabilities: number[], given: number[], labelCount = 2) =>
      expect(() => findLabelErrors({ probabilities, given, labelCount })).toThrow(RangeError);
    refused([0.5, Number.NaN], [0]);
    refused([0.5, 1.5], [0]);
    refused([0.5], [0]);
    refused([0.5, 0.5], [2]);
    refused([0.5, 0.5], [-1]);
    refused([0.5, 0.5], [0.5]);
    refused([], [], 0);
  });

  it('are a ranking of every row once, whatever the model says', () => {
    const row = fc.record({
      shares: fc.array(fc.nat({ max: 9 }), { minLength: 3, maxLength: 3 }),
      given: fc.nat({ max: 2 }),
    });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const probabilities = rows.flatMap(({ shares }) => {
          const sum = shares.reduce((total, share) => total + share, 0);
          return shares.map((share) => (sum > 0 ? share / sum : 1 / 3));
        });
        const given = rows.map(({ given: label }) => label);
        const { ranked, joint, errorShare } = findLabelErrors({ probabilities, given, labelCount: 3 });
        expect(ranked.map((one) => one.row).toSorted((a, b) => a - b)).toEqual([...rows.keys()]);
        expect(joint.reduce((sum, share) => sum + share, 0)).toBeCloseTo(rows.length > 0 ? 1 : 0, 9);
        expect(errorShare >= 0 && errorShare <= 1).toBe(true);
      }),
    );
  });
});
