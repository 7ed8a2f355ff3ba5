import { shareInterval } from '@jeoul/shared/models/rules';
import type { CurvePoint, MeasuredCurve, SlotView } from '../model-types.ts';
import { type VerdictState, verdictState } from '../verdict-state.ts';

export type CurveFigure = 'accuracy' | 'f1';

/** A version on the curve: how many resolutions it had learned, and its figure with its interval where one is known. */
export type PlottedPoint = {
  number: number;
  state: VerdictState;
  resolutions: number;
  value: number;
  low: number | null;
  high: number | null;
  rows: number;
};

/**
 * The versions as they are drawn, oldest first. With `measured` their figures are those on the same rows, and versions
 * not measured there are left out; else each has its own, and those that were tested on nothing are left out.
 */
export function plottedPoints(
  curve: readonly CurvePoint[],
  options: { measured: MeasuredCurve | null; figure: CurveFigure; slot: Pick<SlotView, 'champion' | 'waiting'> },
): PlottedPoint[] {
  const { measured, figure, slot } = options;
  const anew = new Map(measured?.points.map((point) => [point.number, point]));
  return curve.flatMap((version) => {
    const point = measured ? anew.get(version.number) : { ...version, rows: version.heldOutRows };
    if (!point || point.rows === 0) return [];
    const value = figure === 'f1' ? point.macroF1 : point.accuracy;
    // Macro F1 is no share of rows: its interval can't be had from the figure alone.
    const interval = figure === 'f1' ? { low: null, high: null } : shareInterval(value, point.rows);
    const { number, resolutions } = version;
    return [{ number, resolutions, value, ...interval, rows: point.rows, state: verdictState(version, slot) }];
  });
}

export type CurveFinding = {
  number: number;
  to: number;
  last: number;
  from: { resolutions: number; value: number } | null;
};

/**
 * What the curve tells of what is live now: where it stands, and from where the path that served has come to it. After a
 * rollback what came later is no part of that. Null without a live version on the curve.
 */
export function curveFinding(points: readonly PlottedPoint[]): CurveFinding | null {
  const live = points.find(({ state }) => state === 'live');
  if (!live) return null;
  const [first] = servedPath(points);
  const hasGrown = first !== undefined && first.resolutions < live.resolutions;
  const from = hasGrown ? { resolutions: first.resolutions, value: first.value } : null;
  return { number: live.number, to: live.resolutions, last: live.value, from };
}

/** Those that were or are live, in the order they were made: the path that served. */
export function servedPath(points: readonly PlottedPoint[]): PlottedPoint[] {
  return points.filter(({ state }) => state === 'live' || state === 'promoted');
}
