import { expect, it } from 'vitest';
import { LossCurve } from './loss-curve.ts';

const point = (epoch: number, loss: number, validationLoss: number | null = null) => ({ epoch, loss, validationLoss });

it('is empty before the first epoch, and follows a single family', () => {
  const curve = new LossCurve();
  expect(curve.points()).toEqual([]);
  for (const each of [point(1, 2, 2.1), point(2, 1, 1.5), point(3, 0.5)]) curve.add(each);
  expect(curve.points()).toEqual([point(1, 2, 2.1), point(2, 1, 1.5), point(3, 0.5)]);
});

it('is the mean of a tree’s families, those that stopped early with their last loss', () => {
  const curve = new LossCurve();
  for (const each of [point(1, 4), point(2, 2), point(3, 1), point(1, 2), point(2, 1)]) curve.add(each);
  expect(curve.points()).toEqual([point(1, 3), point(2, 1.5), point(3, 1)]);
});

it('knows a validation loss where any family measured one', () => {
  const curve = new LossCurve();
  for (const each of [point(1, 1), point(1, 1, 0.8), point(1, 1, 0.6)]) curve.add(each);
  expect(curve.points()[0]?.validationLoss).toBeCloseTo(0.7, 10);
});
