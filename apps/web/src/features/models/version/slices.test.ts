import type { SliceComparison } from '@jeoul/shared/models/contract';
import { expect, it } from 'vitest';
import { clearlyWorst, worstFirst } from './slices.ts';

function slice(key: string, difference: number, more: Partial<SliceComparison> = {}): SliceComparison {
  const interval = { low: difference - 0.02, high: difference + 0.02, pNoDifference: 0.5 };
  return { kind: 'label', key, rows: 100, accuracy: 0.8, difference, ...interval, ...more };
}

it('puts what gets worse first, and leaves out slices too small to tell', () => {
  const slices = [slice('better', 0.1), slice('worse', -0.1), slice('tiny', -0.5, { rows: 9 }), slice('same', 0)];
  expect(worstFirst(slices).map(({ key }) => key)).toEqual(['worse', 'same', 'better']);
});

it('names the worst only when it is worse beyond noise', () => {
  expect(clearlyWorst([slice('maybe', -0.01), slice('better', 0.1)])).toBeNull();
  expect(clearlyWorst([slice('maybe', -0.01), slice('clearly', -0.05)])?.key).toBe('clearly');
});

it('keeps corrected items out: they have a row of their own', () => {
  expect(worstFirst([slice('corrected', -0.4, { kind: 'correction' })])).toEqual([]);
});
