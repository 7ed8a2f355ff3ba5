import type { LabelView } from '@jeoul/shared/labeling/contract';
import type { Combo } from '../../../lib/hotkeys/combo.ts';
import type { LabelIndex } from '../labels/label-index.ts';

/** A label that is given with a polarity, its place among all of them, and its key; null where the keys have run out. */
export type Aspect = { label: LabelView; place: number; combo: Combo | null };

/** Labels under one heading: taste, or texture. */
export type AspectFamily = { top: LabelView | null; aspects: readonly Aspect[] };

/** The first family is on the digits, the second on the letters below them, without those that mean something else. */
const rows: readonly (readonly Combo[])[] = [
  Array.from('123456789', (digit) => `Digit${digit}`),
  Array.from('QWERTYGHJK', (letter) => `Key${letter}`),
];

/** A label set's families, in its order. */
export function familiesOf(index: LabelIndex): readonly AspectFamily[] {
  let place = 0;
  return topsOf(index).map((top, family) => {
    const labels = (index.childrenOf.get(top?.key ?? null) ?? []).filter(({ key }) => isAspect(index, key));
    return {
      top,
      aspects: labels.map((label, at): Aspect => ({ label, place: place++, combo: rows[family]?.[at] ?? null })),
    };
  });
}

/** The families' headings; null for labels that stand under none. */
function topsOf(index: LabelIndex): (LabelView | null)[] {
  const tops = index.childrenOf.get(null) ?? [];
  const headings = tops.filter(({ key }) => !isAspect(index, key));
  return tops.length > headings.length ? [null, ...headings] : headings;
}

/** Whether what stands below it are its polarities. */
function isAspect(index: LabelIndex, key: string): boolean {
  return index.childrenOf.get(key)?.[0]?.polarity !== undefined;
}
