import type { RouterOutputs } from '../../lib/trpc.ts';

export type SlotView = RouterOutputs['models']['slot'];
export type RunView = NonNullable<SlotView['run']>;
export type VersionRow = RouterOutputs['models']['versions'][number];
export type VersionView = RouterOutputs['models']['version'];
export type HistoryEntry = RouterOutputs['models']['history'][number];
export type CurvePoint = RouterOutputs['models']['curve'][number];
export type MeasuredCurve = NonNullable<RouterOutputs['models']['measuredCurve']>;
