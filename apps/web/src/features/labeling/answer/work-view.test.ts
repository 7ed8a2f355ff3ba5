import type { LabelView } from '@jeoul/shared/labeling/contract';
import { expect, test } from 'vitest';
import { indexLabels } from '../labels/label-index.ts';
import { freshView, moved, nextColumnFocus, treeBack, treeColumns, treeOptions } from './work-view.ts';

function label(key: string, parentKey: string | null): LabelView {
  return { key, parentKey, nameKo: key, nameEn: key, guidelineKo: null, guidelineEn: null, isLeaf: parentKey !== null };
}

const families = Array.from({ length: 18 }, (_, n) => label(`f${n}`, null));
const index = indexLabels([...families, label('a', 'f11'), label('b', 'f11')]);

test('a level of the tree stands in columns of nine', () => {
  const columns = treeColumns(treeOptions(index, null));
  expect(columns.map((column) => column.length)).toEqual([9, 9]);
  expect(treeColumns(treeOptions(index, 'f11'))).toHaveLength(1);
  expect(treeColumns([])).toEqual([]);
});

test('the next column begins where the digits go, and after the last comes the first again', () => {
  expect(nextColumnFocus(4, 18)).toBe(9);
  expect(nextColumnFocus(12, 18)).toBe(0);
  expect(nextColumnFocus(3, 5)).toBe(0);
});

test('the focus stays within what is offered, also when nothing is', () => {
  expect(moved(0, -1, 5)).toBe(0);
  expect(moved(4, 1, 5)).toBe(4);
  expect(moved(0, 1, 0)).toBe(0);
});

test('leaving a family puts the focus on it', () => {
  const inside = { ...freshView(undefined), parentKey: 'f11', focus: 1 };
  expect(treeBack(inside, index)).toMatchObject({ parentKey: null, focus: 11 });
  expect(treeBack(freshView(undefined), index)).toEqual(freshView(undefined));
});
