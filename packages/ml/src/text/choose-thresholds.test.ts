import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { bestF1From, certainFrom, chooseThresholds, fallingOrder, type HeldOutLabel } from './choose-thresholds.ts';

const stated = { precision: 0.9, recall: 0.95 };

/** Texts whose label is true exactly as often as its probability says. */
function calibrated(texts: number, seed: number, power = 2): HeldOutLabel {
  const random = createRandom(seed);
  const probabilities = Float64Array.from({ length: texts }, () => (random(10_000) / 10_000) ** power);
  return { probabilities, isTrue: Uint8Array.from(probabilities, (p) => (random(10_000) / 10_000 < p ? 1 : 0)) };
}

function f1At({ probabilities, isTrue }: HeldOutLabel, threshold: number): number {
  let hits = 0;
  let answered = 0;
  let positives = 0;
  for (const [at, probability] of probabilities.entries()) {
    positives += isTrue[at] ?? 0;
    if (probability < threshold) continue;
    answered += 1;
    hits += isTrue[at] ?? 0;
  }
  return (2 * hits) / (answered + positives);
}

function rightFrom({ probabilities, isTrue }: HeldOutLabel, from: number, to: number, value: number): number {
  const among = [...probabilities.keys()].filter(
    (at) => (probabilities[at] ?? 0) >= from && (probabilities[at] ?? 0) < to,
  );
  return among.filter((at) => isTrue[at] === value).length / among.length;
}

describe('thresholds', () => {
  it('give an F1 on new texts that is close to the best there is', () => {
    for (const power of [1, 2, 6]) {
      const fresh = calibrated(20_000, 99, power);
      const best = Math.max(...Array.from({ length: 99 }, (_, at) => f1At(fresh, (at + 1) / 100)));
      const chosen = bestF1From(calibrated(500, 7, power));
      expect(f1At(fresh, chosen)).toBeGreaterThan(best - 0.01);
      expect(f1At(fresh, chosen)).toBeGreaterThanOrEqual(f1At(fresh, 0.5));
    }
  });

  it('keep the stated precision and recall on new texts', () => {
    const fresh = calibrated(50_000, 1234);
    const rates = Array.from({ length: 40 }, (_, seed) => {
      const { certain, unlikely } = chooseThresholds(calibrated(2000, seed), stated);
      const missed = [...fresh.probabilities.keys()].filter((at) => (fresh.probabilities[at] ?? 0) < unlikely);
      const positives = fresh.isTrue.reduce((sum, one) => sum + one, 0);
      return {
        yes: rightFrom(fresh, certain ?? 1, 2, 1),
        no: rightFrom(fresh, 0, unlikely, 0),
        kept: 1 - missed.reduce((sum, at) => sum + (fresh.isTrue[at] ?? 0), 0) / positives,
      };
    });
    const mean = (of: (one: (typeof rates)[number]) => number) => rates.reduce((sum, one) => sum + of(one), 0) / 40;
    expect(mean((one) => one.yes)).toBeGreaterThan(0.89);
    expect(mean((one) => one.no)).toBeGreaterThan(0.89);
    expect(mean((one) => one.kept)).toBeGreaterThan(0.94);
  });

  it('are certain of nothing where nothing is right often enough', () => {
    const label = {
      probabilities: Float64Array.from({ length: 200 }, (_, at) => at / 200),
      isTrue: new Uint8Array(200),
    };
    expect(chooseThresholds(label, stated)).toMatchObject({ likely: 0.5, certain: null });
    expect(certainFrom(label, fallingOrder(label.probabilities), 0.9)).toBeNull();
  });

  it('always leave a band that is no less than nothing, within 0..1', () => {
    const texts = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean()), { maxLength: 120 });
    fc.assert(
      fc.property(texts, fc.double({ min: 0, max: 1, noNaN: true }), (rows, precision) => {
        const label = {
          probabilities: Float64Array.from(rows, ([probability]) => probability),
          isTrue: Uint8Array.from(rows, ([, isTrue]) => Number(isTrue)),
        };
        const { likely, certain, unlikely } = chooseThresholds(label, { precision, recall: 0.9 });
        expect(likely).toBeGreaterThanOrEqual(0);
        expect(likely).toBeLessThanOrEqual(0.5);
        expect(unlikely).toBeGreaterThanOrEqual(0);
        expect(unlikely).toBeLessThanOrEqual(certain ?? 1);
      }),
    );
  });
});
