import type { LabelMetrics } from '@jeoul/shared/models/contract';
import type { Sort } from '../../../components/table/sort.ts';

export type LabelRow = LabelMetrics & {
  /** Resolutions of the label that were learned from, those held out not counted. */
  learned: number;
};

/** A label's figures beside how much of it was learned from. */
export function labelRows(perLabel: readonly LabelMetrics[], labelCounts: Record<string, number>): LabelRow[] {
  return perLabel.map((label) => ({
    ...label,
    learned: Math.max(0, (labelCounts[label.labelKey] ?? 0) - label.support),
  }));
}

const sortable = ['precision', 'recall', 'f1', 'support', 'learned'] as const;
type SortKey = (typeof sortable)[number];

/** Tested on fewer items than this, a label's figures are mostly chance. */
export const leastTested = 5;

const isTested = (row: LabelRow) => Number(row.support >= leastTested);

/** In the order asked for; unasked the worst F1 first, what was hardly tested last, of equals the one tested most. */
export function sortedLabels(rows: readonly LabelRow[], sort: Sort | null): LabelRow[] {
  const key = sortable.find((known): known is SortKey => known === sort?.key);
  if (!key || !sort) {
    return [...rows].sort((a, b) => isTested(b) - isTested(a) || a.f1 - b.f1 || b.support - a.support);
  }
  const direction = sort.isDescending ? -1 : 1;
  return [...rows].sort((a, b) => direction * (a[key] - b[key]) || b.support - a.support);
}
