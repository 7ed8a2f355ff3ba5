import { expect, it } from 'vitest';
import { LossCurve } from './loss-curve.ts';

it('draws one curve of a family after another, whichever stopped early', () => {
  const curve = new LossCurve();
  curve.add({ epoch: 1, loss: 2, validationLoss: 4 });
  curve.add({ epoch: 2, loss: 1, validationLoss: 3 });
  curve.add({ epoch: 1, loss: 4, validationLoss: null });
  expect(curve.points()).toEqual([
    { epoch: 1, loss: 3, validationLoss: 4 },
    { epoch: 2, loss: 1, validationLoss: 3 },
  ]);
});

it('has no point before the first epoch', () => {
  expect(new LossCurve().points()).toEqual([]);
});
