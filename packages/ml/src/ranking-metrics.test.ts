import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dcg, ndcg } from './ranking-metrics.ts';

const falling = [6, 5, 4, 3, 2, 1];
const textbook = [3, 2, 3, 0, 1, 2];
const relevances = [0, 1, 2, 3, 0, 2, 1, 0, 3, 1];
const scores = [0.9, 0.8, 0.8, 0.7, 0.5, 0.5, 0.5, 0.3, 0.3, 0.1];

describe('NDCG', () => {
  it('is that of the textbook list 3 2 3 0 1 2 with linear gain', () => {
    expect(dcg(textbook, falling, { gain: 'linear' })).toBeCloseTo(6.861, 3);
    expect(ndcg(textbook, falling, { gain: 'linear' })).toBeCloseTo(0.961, 3);
  });

  it('is what scikit-learn 1.2 says, ties included, for both gains and any number of places', () => {
    const known: [number | undefined, number, number][] = [
      [undefined, 0.6741077451683479, 0.5991903549451955],
      [1, 0, 0],
      [2, 0.19342640361727081, 0.11052937349558332],
      [3, 0.2878763443428377, 0.17511385112652514],
      [5, 0.47266200645664413, 0.39686495917036835],
      [10, 0.6741077451683479, 0.5991903549451955],
    ];
    for (const [places, linear, exponential] of known) {
      const cut = places === undefined ? {} : { places };
      expect(ndcg(relevances, scores, { ...cut, gain: 'linear' })).toBeCloseTo(linear, 10);
      expect(ndcg(relevances, scores, cut)).toBeCloseTo(exponential, 10);
    }
    expect(dcg(relevances, scores, { gain: 'linear', places: 5 })).toBeCloseTo(3.375277111811907, 10);
  });

  it('is not defined where nothing is relevant, and refuses what is no relevance', () => {
    expect(ndcg([], [])).toBeNull();
    expect(ndcg([0, 0], [1, 2])).toBeNull();
    expect(ndcg([1, 2], [1, 2], { places: 0 })).toBeNull();
    expect(() => ndcg([-1], [1])).toThrow(RangeError);
    expect(() => ndcg([1], [Number.NaN])).toThrow(RangeError);
    expect(() => ndcg([Number.POSITIVE_INFINITY], [1])).toThrow(RangeError);
    expect(() => ndcg([1], [])).toThrow(RangeError);
  });

  it('is within 0..1, 1 for the right order, and blind to the order of the input', () => {
    const item = fc.record({ relevance: fc.nat({ max: 5 }), score: fc.nat({ max: 6 }) });
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: 25 }), (items, places) => {
        const measure = (list: typeof items) =>
          ndcg(
            list.map(({ relevance }) => relevance),
            list.map(({ score }) => score),
            { places },
          );
        const found = measure(items);
        fc.pre(found !== null);
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThanOrEqual(1);
        expect(measure(items.toReversed())).toBeCloseTo(found, 10);
        expect(measure(items.map(({ relevance }) => ({ relevance, score: relevance })))).toBeCloseTo(1, 10);
      }),
    );
  });
});
