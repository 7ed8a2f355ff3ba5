import { expect, it } from 'vitest';
import type { CurvePoint } from '../model-types.ts';
import { curveFinding, plottedPoints, servedPath } from './curve-points.ts';

function version(number: number, more: Partial<CurvePoint> = {}): CurvePoint {
  return {
    id: `id-${number}`,
    number,
    verdict: 'promoted',
    createdAt: '2026-11-22T05:00:00.000Z',
    resolutions: number * 500,
    accuracy: 0.9 - number / 10,
    macroF1: 0.5,
    heldOutRows: 50,
    ...more,
  };
}

const curve = [version(1), version(2, { verdict: 'kept' }), version(3), version(4, { verdict: 'waiting' })];
const champion = {
  id: 'id-3',
  number: 3,
  metrics: { accuracy: 0, macroF1: 0, ece: 0, rows: 0 },
  comparison: null,
  liveSince: null,
  unlearned: 0,
};
const waiting = { id: 'id-4', number: 4, reason: 'policy-needs-person' } as const;
const options = { measured: null, figure: 'accuracy', slot: { champion, waiting } } as const;

it('puts every version on the rows that all were measured on', () => {
  const points = [1, 2, 3, 4].map((number) => ({ number, accuracy: number / 10, macroF1: 0.2, rows: 400 }));
  const plotted = plottedPoints(curve, { ...options, measured: { dataSetAt: '', heldOutRows: 400, points } });
  expect(plotted.map((point) => point.value)).toEqual([0.1, 0.2, 0.3, 0.4]);
  expect(new Set(plotted.map((point) => point.rows))).toEqual(new Set([400]));
});

it('gives accuracy its interval, and macro F1 none', () => {
  const [point] = plottedPoints(curve, options);
  expect(point?.low).toBeLessThan(point?.value ?? 0);
  expect(point?.high).toBeGreaterThan(point?.value ?? 1);
  expect(plottedPoints(curve, { ...options, figure: 'f1' })[0]).toMatchObject({ value: 0.5, low: null, high: null });
});

it('leaves out what was tested on nothing, instead of drawing it at zero', () => {
  const untested = [version(1, { accuracy: 0, heldOutRows: 0 }), ...curve.slice(1)];
  expect(plottedPoints(untested, options).map((point) => point.number)).toEqual([2, 3, 4]);
});

it('draws the path through what served, and the others beside it', () => {
  const plotted = plottedPoints(curve, options);
  expect(plotted.map((point) => point.state)).toEqual(['promoted', 'kept', 'live', 'needsPerson']);
  expect(servedPath(plotted).map((point) => point.number)).toEqual([1, 3]);
});

it('speaks of the version that is live, also after a rollback to an earlier one', () => {
  const finding = (number: number | null) =>
    curveFinding(
      plottedPoints(curve, {
        ...options,
        slot: { champion: number === null ? null : { ...champion, number }, waiting: null },
      }),
    );
  expect(finding(3)).toMatchObject({ number: 3, to: 1500, from: { resolutions: 500 } });
  expect(finding(1)).toMatchObject({ number: 1, to: 500, from: null });
  expect(finding(null)).toBeNull();
});
