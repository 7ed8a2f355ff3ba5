import type { LabelView } from '@jeoul/shared/labeling/contract';
import { expect, test } from 'vitest';
import { indexLabels } from '../labels/label-index.ts';
import { columnsInSight, freshView, moved, nextPageFocus, placeCombos, treeBack, treeOptions } from './work-view.ts';

function label(key: string, parentKey: string | null): LabelView {
  return {
    key,
    parentKey,
    nameKo: key,
    nameEn: key,
    guidelineKo: null,
    guidelineEn: null,
    usualAction: null,
    isLeaf: parentKey !== null,
  };
}

const families = Array.from({ length: 18 }, (_, n) => label(`f${n}`, null));
const index = indexLabels([...families, label('a', 'f11'), label('b', 'f11')]);

test('a level of the tree stands in columns of nine, each answer in sight with a key of its own', () => {
  const options = treeOptions(index, null);
  const columns = columnsInSight(options, 11);
  expect(columns.map((column) => column.length)).toEqual([9, 9]);
  expect(new Set(placeCombos).size).toBe(columns.flat().length);
  expect(columnsInSight(treeOptions(index, 'f11'), 0)).toHaveLength(1);
  expect(columnsInSight([], 0)).toEqual([]);
});

test('letters that choose are none of those that do something else while one decides', () => {
  const taken = ['KeyE', 'KeyG', 'KeyS', 'KeyT', 'KeyX', 'KeyZ'];
  expect(placeCombos.filter((combo) => taken.includes(combo))).toEqual([]);
});

test('a level with more than two columns is paged through, and after the last page comes the first again', () => {
  const many = Array.from({ length: 40 }, (_, n) => label(`m${n}`, null));
  expect(columnsInSight(many, 20).map((column) => column[0]?.key)).toEqual(['m18', 'm27']);
  expect(columnsInSight(many, 39).map((column) => column.length)).toEqual([4]);
  expect([nextPageFocus(4, 40), nextPageFocus(20, 40), nextPageFocus(38, 40)]).toEqual([18, 36, 0]);
  expect(nextPageFocus(12, 18)).toBe(12);
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
