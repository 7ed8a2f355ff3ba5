import type { SimilarTask } from '@jeoul/shared/labeling/similar';
import type { TaskItem } from '@jeoul/shared/labeling/contract';
import { expect, test } from 'vitest';
import { allIn, inOrderOfDoubt, isDiffering, toggled, touchedBy } from './similar-choice.ts';

const task = (taskId: string, changes: Partial<SimilarTask> = {}): SimilarTask => ({
  taskId,
  itemId: taskId,
  name: '양념치킨',
  storeId: taskId,
  storeName: '',
  district: null,
  weeklyOrders: 3,
  predictedLabelKey: 'seasoned',
  probability: 0.9,
  ...changes,
});

test('what a person should look at comes first: other proposals, then other names', () => {
  const tasks = [
    task('same'),
    task('longer', { name: '양념치킨 (대)' }),
    task('other', { predictedLabelKey: 'fried' }),
  ];
  const given = { labelKey: 'seasoned', name: '양념치킨' };
  expect(inOrderOfDoubt(tasks, given).map(({ taskId }) => taskId)).toEqual(['other', 'longer', 'same']);
  expect(isDiffering(task('unscored', { predictedLabelKey: null }), 'seasoned')).toBe(false);
});

test('what is touched counts the item under the hand, and a store once', () => {
  const item: TaskItem = {
    kind: 'menu_item',
    id: 'own',
    name: '양념치킨',
    options: null,
    priceKrw: null,
    weeklyOrders: 10,
    storeId: 's1',
    storeName: '',
    district: null,
    currentLabelKey: null,
  };
  const chosen = [task('a', { storeId: 's1' }), task('b', { storeId: 's2' })];
  expect(touchedBy(item, chosen)).toEqual({ tasks: 3, stores: 2, weeklyOrders: 16 });
  expect(touchedBy(item, [])).toEqual({ tasks: 1, stores: 1, weeklyOrders: 10 });
});

test('taken out and put in again, by key where the keys are, by mouse where it was pressed', () => {
  const out = toggled({ ...allIn, cursor: 2 }, 'a');
  expect([out.out.has('a'), out.cursor]).toEqual([true, 2]);
  const again = toggled(out, 'a', 5);
  expect([again.out.size, again.cursor]).toEqual([0, 5]);
});
