import type { RouterOutputs } from '../../lib/trpc.ts';

export type ImportSummary = RouterOutputs['catalog']['imports']['imports'][number];
export type ImportReport = RouterOutputs['catalog']['import'];
export type ImportPreview = RouterOutputs['catalog']['preview'];

/** Whether it is still to end. */
export function isUnderWay({ state }: Pick<ImportSummary, 'state'>): boolean {
  return state === 'queued' || state === 'running';
}
