import type { RelatedItem } from '@jeoul/shared/labeling/contract';
import { expect, test } from 'vitest';
import { groupRelated } from './group-related.ts';

const item = (itemId: string, name: string, labelKey: string | null): RelatedItem => ({
  itemId,
  name,
  storeName: itemId,
  weeklyOrders: 1,
  labelKey,
  labelledBy: labelKey === null ? null : 'person',
  probability: null,
});

test('the same name with the same label is one line that counts its stores, where the first of them stood', () => {
  const groups = groupRelated(
    [
      item('1', '물냉면', 'cold'),
      item('2', '비빔냉면', 'cold'),
      item('3', '물냉면', 'cold'),
      item('4', '물냉면', 'soup'),
    ],
    5,
  );
  expect(groups.map(({ name, labelKey, stores }) => [name, labelKey, stores])).toEqual([
    ['물냉면', 'cold', 2],
    ['비빔냉면', 'cold', 1],
    ['물냉면', 'soup', 1],
  ]);
});

test('no more lines than fit are shown', () => {
  expect(groupRelated([item('1', '가', null), item('2', '나', null), item('3', '다', null)], 2)).toHaveLength(2);
});
