import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedCalibrationError, multiLabelReport } from '../metrics.ts';
import { dishTree, generatedDishes, generatedReviews, reviewLabels } from './fixtures/generated-reviews.ts';
import { judgeTexts } from './judge-texts.ts';
import { predictTexts } from './predict-texts.ts';
import { trainTextModel } from './train-text-model.ts';

const flat = (keys: readonly string[]) => keys.map((key) => ({ key, parentKey: null }));
const unseen = generatedReviews(1500, 2, 1_000_000);
const texts = unseen.map(({ text }) => text);
const labels = flat([...reviewLabels, 'never']);
const reviews = trainTextModel({ kind: 'multi', labels, examples: generatedReviews(3000, 1) }, { seed: 1 });

describe('a model of many labels at once', () => {
  const predictions = predictTexts(reviews, texts);
  const probabilitiesOf = (label: string) =>
    predictions.map(({ scores }) => scores.find(({ labelKey }) => labelKey === label)?.probability ?? Number.NaN);

  it('finds common and rare labels alike, disguised ones too', () => {
    const likely = judgeTexts(reviews, texts).map(({ labels: verdicts }) =>
      verdicts.filter(({ isLikely }) => isLikely).map(({ labelKey }) => labelKey),
    );
    const report = multiLabelReport(
      unseen.map(({ labelKeys }) => labelKeys),
      likely,
    );
    expect(report.micro.f1).toBeGreaterThan(0.97);
    for (const { labelKey, f1 } of report.perLabel) expect(f1, labelKey).toBeGreaterThan(0.9);
    const bare = unseen.map(({ labelKeys }, at) => (labelKeys.length === 0 ? (likely[at]?.length ?? 0) : 0));
    expect(bare.filter((count) => count > 0).length).toBeLessThan(15);
  });

  it.each(reviewLabels)('gives probabilities of %s that come true as often as they say', (label) => {
    const outcomes = unseen.map(({ labelKeys }) => labelKeys.includes(label));
    expect(expectedCalibrationError(probabilitiesOf(label), outcomes).error).toBeLessThan(0.03);
  });

  it('keeps a label that nobody has used improbable', () => {
    expect(Math.max(...probabilitiesOf('never'))).toBeLessThan(0.05);
    expect(
      judgeTexts(reviews, texts).every(({ labels: all }) =>
        all.every((one) => !(one.labelKey === 'never' && one.verdict === 'yes')),
      ),
    ).toBe(true);
  });

  it('is right as often as stated where it acts, and misses no more than stated where it leaves a text', () => {
    const judged = judgeTexts(reviews, texts);
    for (const label of ['tasty', 'late', 'salty']) {
      const verdicts = judged.map(({ labels: all }) => all.find(({ labelKey }) => labelKey === label)?.verdict);
      const isTrue = unseen.map(({ labelKeys }) => labelKeys.includes(label));
      const yes = isTrue.filter((_one, at) => verdicts[at] === 'yes');
      expect(yes.filter(Boolean).length / yes.length, label).toBeGreaterThan(0.93);
      const missed = isTrue.filter((one, at) => one && verdicts[at] === 'no').length;
      expect(missed / isTrue.filter(Boolean).length, label).toBeLessThan(0.1);
    }
  });

  it('can be trained on texts none of which has a label', () => {
    const none = generatedReviews(200, 3).map(({ text }) => ({ text, labelKeys: [] }));
    const model = trainTextModel({ kind: 'multi', labels, examples: none }, { seed: 1 });
    for (const { scores } of predictTexts(model, texts.slice(0, 50))) {
      for (const { probability } of scores) expect(probability).toBeLessThan(0.2);
    }
  });
});

describe('a model of a tree of three levels', () => {
  const model = trainTextModel({ kind: 'tree', labels: dishTree, examples: generatedDishes(1200, 1) }, { seed: 1 });
  const isUpper = new Set(dishTree.map(({ parentKey }) => parentKey));
  const fresh = generatedDishes(1500, 2).filter(({ labelKeys }) => !isUpper.has(labelKeys[0] ?? ''));

  it('answers right and knows how sure it is, though labels it learned from were wrong', () => {
    const best = predictTexts(
      model,
      fresh.map(({ text }) => text),
      { top: 1 },
    );
    const isRight = fresh.map(({ labelKeys }, at) => best[at]?.scores[0]?.labelKey === labelKeys[0]);
    const probabilities = best.map(({ scores }) => scores[0]?.probability ?? 0);
    // One in twenty labels here is wrong as well.
    expect(isRight.filter(Boolean).length / fresh.length).toBeGreaterThan(0.93);
    expect(expectedCalibrationError(probabilities, isRight).error).toBeLessThan(0.04);
  });

  it('never contradicts a parent, whatever the text', () => {
    const pieces = generatedDishes(60, 5).map(({ text }) => text);
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 4 }).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(text, (any) => {
        const [prediction] = predictTexts(model, [any]);
        const all = new Map(
          [...(prediction?.scores ?? []), ...(prediction?.parents ?? [])].map((one) => [one.labelKey, one.probability]),
        );
        for (const key of isUpper) {
          const children = dishTree.filter(({ parentKey }) => parentKey === key);
          const sum = children.reduce((total, child) => total + (all.get(child.key) ?? Number.NaN), 0);
          expect(sum).toBeCloseTo(key === null ? 1 : (all.get(key) ?? Number.NaN), 9);
          for (const child of children) {
            expect(all.get(child.key)).toBeLessThanOrEqual((key === null ? 1 : (all.get(key) ?? 0)) + 1e-12);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
