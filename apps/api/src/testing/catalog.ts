import { openDatabase, type Database } from '@jeoul/db/client';
import { createTestDatabase } from '@jeoul/db/test-database';
import { koreanSearchKeys } from '@jeoul/shared/korean/search';
import { textKey } from '@jeoul/shared/catalog/text-key';
import { newQueue, type NewQueue } from '@jeoul/shared/labeling/contract';
import { createUser } from '../features/access/access.service.ts';
import { createQueue } from '../features/labeling/queue-setup.service.ts';
import { commandActor } from '../lib/audit.ts';

export type TestHouse = { db: Database; url: string; [Symbol.asyncDispose](): Promise<void> };

/** A migrated database of its own, for one test file. */
export async function testHouse(): Promise<TestHouse> {
  const test = await createTestDatabase();
  const db = openDatabase({ url: test.url, maxConnections: 8 });
  return {
    db,
    url: test.url,
    async [Symbol.asyncDispose]() {
      await db.close();
      await test[Symbol.asyncDispose]();
    },
  };
}

/** Two families with two dishes each, as a queue's label set. */
export const smallQueue: NewQueue = {
  key: 'menu-category',
  slotKey: 'menu-category',
  nameKo: '메뉴 분류',
  nameEn: 'Menu categories',
  itemKind: 'menu_item',
  leaseSeconds: 60,
  trainEvery: 0,
  labelSet: {
    key: 'menu-category',
    kind: 'tree',
    nameKo: '메뉴 분류',
    nameEn: 'Menu categories',
    labels: [
      { key: 'chicken', parentKey: null, nameKo: '치킨', nameEn: 'Chicken', guidelineKo: null, guidelineEn: null },
      {
        key: 'chicken-fried',
        parentKey: 'chicken',
        nameKo: '후라이드',
        nameEn: 'Fried',
        guidelineKo: null,
        guidelineEn: null,
      },
      {
        key: 'chicken-seasoned',
        parentKey: 'chicken',
        nameKo: '양념',
        nameEn: 'Seasoned',
        guidelineKo: null,
        guidelineEn: null,
      },
      { key: 'noodle', parentKey: null, nameKo: '면', nameEn: 'Noodles', guidelineKo: null, guidelineEn: null },
      {
        key: 'noodle-cold',
        parentKey: 'noodle',
        nameKo: '냉면',
        nameEn: 'Cold noodles',
        guidelineKo: null,
        guidelineEn: null,
      },
      { key: 'noodle-udon', parentKey: 'noodle', nameKo: '우동', nameEn: 'Udon', guidelineKo: null, guidelineEn: null },
    ],
  },
};

/** Dishes whose name tells their label, in turn. */
const dishes = [
  { name: '후라이드치킨', labelKey: 'chicken-fried' },
  { name: '양념치킨', labelKey: 'chicken-seasoned' },
  { name: '물냉면', labelKey: 'noodle-cold' },
  { name: '튀김우동', labelKey: 'noodle-udon' },
] as const;

/** The true label of an item made by `addMenuItems`, by its name. */
export function trueLabelOf(name: string): string {
  const dish = dishes.find((known) => name.includes(known.name));
  if (!dish) throw new Error(`not a test dish: ${name}`);
  return dish.labelKey;
}

/** Puts `count` items of one store into the catalogue. */
export async function addMenuItems({ db }: Pick<TestHouse, 'db'>, count: number): Promise<void> {
  const store = await db.prisma.store.create({
    data: { externalId: `s-${count}`, name: '모퉁이식당', nameJamo: '', nameInitials: '', district: '강북구' },
  });
  await db.prisma.menuItem.createMany({
    data: Array.from({ length: count }, (_, n) => {
      const name = `${dishes[n % dishes.length]?.name ?? ''} ${n}호`;
      const { jamo, initials } = koreanSearchKeys(name);
      return {
        storeId: store.id,
        externalId: `i-${n}`,
        name,
        nameJamo: jamo,
        nameInitials: initials,
        textKey: textKey(name),
        weeklyOrders: n,
      };
    }),
  });
}

/** A queue with a task for every item. */
export async function addQueue(house: Pick<TestHouse, 'db'>, changes: Partial<NewQueue> = {}): Promise<string> {
  const { queueId } = await createQueue(house, commandActor, newQueue.parse({ ...smallQueue, ...changes }));
  return queueId;
}

export async function addOperator(house: Pick<TestHouse, 'db'>, name: string): Promise<string> {
  const { id } = await createUser(house, commandActor, {
    email: `${name}@example.test`,
    name,
    role: 'operator',
    password: `${name}-long-enough`,
  });
  return id;
}
