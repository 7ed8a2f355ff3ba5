import { textKey } from '@jeoul/shared/catalog/text-key';
import { koreanSearchKeys } from '@jeoul/shared/korean/search';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addQueue, smallQueue, testHouse, type TestHouse } from '../../testing/catalog.ts';
import { related } from './labeling.service.ts';

const queueKey = smallQueue.key;
let house: TestHouse;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(async () => house[Symbol.asyncDispose]());

async function addStore(name: string, dishes: readonly { name: string; labelKey?: string }[]): Promise<string[]> {
  const { prisma } = house.db;
  const store = await prisma.store.create({ data: { externalId: name, name, nameJamo: '', nameInitials: '' } });
  const ids: string[] = [];
  for (const [n, dish] of dishes.entries()) {
    const { jamo, initials } = koreanSearchKeys(dish.name);
    const item = await prisma.menuItem.create({
      data: {
        storeId: store.id,
        externalId: `${name}-${n}`,
        name: dish.name,
        nameJamo: jamo,
        nameInitials: initials,
        textKey: textKey(dish.name),
        labelKey: dish.labelKey ?? null,
        labelSource: dish.labelKey ? 'person' : null,
        weeklyOrders: 10 - n,
      },
    });
    ids.push(item.id);
  }
  return ids;
}

test('copies of one name are one line that counts its stores, and do not crowd out other names', async () => {
  const [asked = ''] = await addStore('가', [{ name: '김치찌개' }, { name: '공기밥' }]);
  for (const store of ['나', '다', '라']) await addStore(store, [{ name: '김치찌개', labelKey: 'noodle-cold' }]);
  await addStore('마', [{ name: '김치 찌개', labelKey: 'noodle-udon' }, { name: '참치김치찌개' }, { name: '우동' }]);
  await addQueue(house);
  const { similar, sameStore } = await related(house, { queueKey, itemId: asked });
  const lines = similar.map(({ name, labelKey, labelledBy, stores }) => [name, labelKey, labelledBy, stores]);
  expect(lines).toEqual([
    ['김치찌개', 'noodle-cold', 'person', 3],
    ['김치 찌개', 'noodle-udon', 'person', 1],
    ['참치김치찌개', null, null, 1],
  ]);
  expect(sameStore.map(({ name }) => name)).toEqual(['공기밥']);
});
