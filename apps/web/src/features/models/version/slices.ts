import type { SliceComparison } from '@jeoul/shared/models/contract';

/** A slice smaller than this says more about chance than about the model. */
export const leastSliceRows = 10;

/** The slices worth looking at, those that get worse first; corrected items have a row of their own elsewhere. */
export function worstFirst(slices: readonly SliceComparison[]): SliceComparison[] {
  return slices
    .filter(({ kind, rows }) => kind !== 'correction' && rows >= leastSliceRows)
    .sort((a, b) => a.difference - b.difference || b.rows - a.rows);
}

/** The slice that clearly gets worst, beyond noise; null when none does. */
export function clearlyWorst(slices: readonly SliceComparison[]): SliceComparison | null {
  return worstFirst(slices).find(({ high }) => high < 0) ?? null;
}
