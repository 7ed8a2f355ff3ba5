import fc from 'fast-check';
import { expect, it } from 'vitest';
import { errorCode } from '../testing/error-code.ts';
import { dishTree, generatedDishes, generatedReviews, reviewLabels } from './fixtures/generated-reviews.ts';
import { checkModel } from './check-model.ts';
import { resolveLabels, type TextExample } from './head-data.ts';
import { buildLabelTree, type LabelKind, type LabelNode } from './label-tree.ts';
import { predictTexts } from './predict-texts.ts';
import { TextModelError } from './text-model-error.ts';
import { serializeTextModel } from './text-model-format.ts';
import { trainTextModel } from './train-text-model.ts';
import { updateTextModel, type UpdateResult } from './update-text-model.ts';

const flat = (keys: readonly string[]): LabelNode[] => keys.map((key) => ({ key, parentKey: null }));
const reviews = trainTextModel(
  { kind: 'multi', labels: flat(reviewLabels), examples: generatedReviews(1500, 1) },
  { seed: 1 },
);
const dishes = trainTextModel({ kind: 'tree', labels: dishTree, examples: generatedDishes(800, 1) }, { seed: 1 });
const reviewCheck = generatedReviews(300, 2);
const dishCheck = generatedDishes(300, 2);

function accuracyOn(result: UpdateResult['model'], examples: readonly TextExample[]): number {
  const tree = buildLabelTree(result.kind, result.labels);
  return checkModel(result, examples, resolveLabels(tree, examples)).accuracy;
}

it('learns corrections without the old examples, and forgets little', () => {
  const wrong = ['평양냉면', '쟁반냉면', '칡냉면', '열무냉면'];
  const examples = wrong.flatMap((text) =>
    Array.from({ length: 10 }, (_, at) => ({ text: `${text} ${at}`, labelKeys: ['냉면'] })),
  );
  const noodles = [...examples, ...wrong.map((text) => ({ text: `${text} 특`, labelKeys: ['냉면'] }))];
  const { model, before, after, share } = updateTextModel(dishes, noodles, { seed: 1, check: dishCheck });
  expect(share).toBeGreaterThan(0);
  expect(after.accuracy).toBeGreaterThanOrEqual(before.accuracy - 0.005);
  expect(accuracyOn(model, noodles)).toBeGreaterThanOrEqual(accuracyOn(dishes, noodles));
  expect(checkLoss(model, noodles)).toBeLessThan(checkLoss(dishes, noodles));
});

it('comes near a training run on everything', () => {
  const old = generatedReviews(300, 11);
  const fresh = generatedReviews(300, 12);
  const labels = flat(reviewLabels);
  const before = trainTextModel({ kind: 'multi', labels, examples: old }, { seed: 1 });
  const full = trainTextModel({ kind: 'multi', labels, examples: [...old, ...fresh] }, { seed: 1 });
  const { model } = updateTextModel(before, fresh, { seed: 1, check: reviewCheck });
  const unseen = generatedReviews(1000, 13);
  expect(accuracyOn(model, unseen)).toBeGreaterThan(accuracyOn(full, unseen) - 0.01);
  expect(accuracyOn(model, unseen)).toBeGreaterThanOrEqual(accuracyOn(before, unseen) - 0.002);
});

it('leaves the given model as it was, and gives the same result again', () => {
  const bytes = serializeTextModel(reviews);
  const examples = generatedReviews(100, 3);
  const one = updateTextModel(reviews, examples, { seed: 5, check: reviewCheck });
  const other = updateTextModel(reviews, examples, { seed: 5, check: reviewCheck });
  expect(serializeTextModel(other.model)).toEqual(serializeTextModel(one.model));
  expect(serializeTextModel(reviews)).toEqual(bytes);
});

it('is refused when what it is taught is wrong', () => {
  const leaves = ['냉면', '칼국수', '짬뽕', '비빔밥', '볶음밥', '치킨', '돈까스', '아메리카노', '라떼', '차'];
  const wrong = generatedDishes(400, 4).map(({ text, labelKeys: [key = ''] }) => ({
    text,
    labelKeys: [leaves[(leaves.indexOf(key) + 3) % leaves.length] ?? '차'],
    weight: 1e6,
  }));
  const options = { seed: 1, check: dishCheck, mostAccuracyLoss: 0, mostLossRise: 0 };
  expect(errorCode(() => updateTextModel(dishes, wrong, { ...options, strength: 1e6 }))).toBe('WORSE_UPDATE');
});

it('says what it cannot work with', () => {
  const [example] = generatedReviews(1, 1);
  const examples = example ? [example] : [];
  const codes = [
    () => updateTextModel(reviews, [], { seed: 1, check: reviewCheck }),
    () => updateTextModel(reviews, examples, { seed: 1, check: [] }),
    () => updateTextModel(reviews, [{ text: '', labelKeys: ['new'] }], { seed: 1, check: reviewCheck }),
    () => updateTextModel(reviews, [{ text: '', labelKeys: [], weight: 1e300 }], { seed: 1, check: reviewCheck }),
    () => updateTextModel(reviews, examples, { seed: 1, check: reviewCheck, strength: Number.NaN }),
    () => updateTextModel(reviews, examples, { seed: 1, check: reviewCheck, isCancelled: () => true }),
  ].map(errorCode);
  expect(codes).toEqual(['NO_EXAMPLES', 'NO_EXAMPLES', 'UNKNOWN_LABEL', 'BAD_EXAMPLE', 'BAD_OPTIONS', 'CANCELLED']);
});

it.each<[LabelKind, typeof reviews, TextExample[]]>([
  ['multi', reviews, reviewCheck],
  ['tree', dishes, dishCheck],
])('never makes a %s model worse than stated, nor gives what is no number', (kind, model, check) => {
  const keys = model.labels.map(({ key }) => key);
  const labelKeys =
    kind === 'multi' ? fc.uniqueArray(fc.constantFrom(...keys)) : fc.constantFrom(...keys).map((key) => [key]);
  const known = fc.constantFrom(...check.map(({ text }) => text));
  const example = fc.record({
    text: fc.oneof(known, fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom('', '가나'.repeat(200))),
    labelKeys,
    weight: fc.constantFrom(1e-6, 1, 1000, 1e6),
  });
  fc.assert(
    fc.property(
      fc.array(example, { minLength: 1, maxLength: 60 }),
      fc.constantFrom(0.01, 1, 1e6),
      fc.constantFrom(0, 0.01),
      (examples, strength, mostAccuracyLoss) => {
        const before = accuracyOn(model, check);
        try {
          const result = updateTextModel(model, examples, { seed: 1, check, strength, mostAccuracyLoss });
          expect(accuracyOn(result.model, check)).toBeGreaterThanOrEqual(before - mostAccuracyLoss);
          for (const { scores } of predictTexts(result.model, [...examples.map(({ text }) => text), '치킨'])) {
            for (const { probability } of scores) expect(probability >= 0 && probability <= 1).toBe(true);
          }
        } catch (error) {
          if (!(error instanceof TextModelError) || error.code !== 'WORSE_UPDATE') throw error;
        }
      },
    ),
    { numRuns: 15 },
  );
});

function checkLoss(model: UpdateResult['model'], examples: readonly TextExample[]): number {
  return checkModel(model, examples, resolveLabels(buildLabelTree(model.kind, model.labels), examples)).loss;
}
