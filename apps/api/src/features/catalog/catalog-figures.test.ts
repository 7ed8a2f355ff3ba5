import { afterAll, beforeAll, expect, test } from 'vitest';
import { appRouter } from '../../router.ts';
import { testApp, type TestApp } from '../../testing/app.ts';
import { addMenuItems, addOperator } from '../../testing/catalog.ts';

let house: TestApp;
let userId = '';

beforeAll(async () => {
  house = await testApp();
  await addMenuItems(house.app, 12);
  await addMenuItems({ db: house.app.db }, 0);
  userId = await addOperator(house.app, 'dana');
});
afterAll(() => house[Symbol.asyncDispose]());

const figuresFor = (role: 'marketer' | 'store_manager') =>
  appRouter
    .createCaller({
      app: house.app,
      requestId: 'test',
      user: {
        id: userId,
        name: 'dana',
        email: 'dana@example.test',
        role,
        locale: 'ko',
        theme: 'system',
        veil: 'likely',
      },
    })
    .catalog.figures();

const exactly = (rows: number) => ({ rows, isEstimate: false });

test('who may read the catalogue is told how much of it there is', async () => {
  expect(await figuresFor('marketer')).toEqual({
    stores: exactly(2),
    menuItems: exactly(12),
    reviews: exactly(0),
    isOwnStores: false,
  });
});

test('a store manager is told of their own stores and of no others', async () => {
  const none = { stores: exactly(0), menuItems: exactly(0), reviews: exactly(0), isOwnStores: true };
  expect(await figuresFor('store_manager')).toEqual(none);
  const store = await house.app.db.prisma.store.findFirstOrThrow({ where: { externalId: 's-12' } });
  await house.app.db.prisma.userStore.create({ data: { userId, storeId: store.id } });
  await house.app.db.prisma.review.create({ data: { storeId: store.id, externalId: 'r-1', text: '맛있어요' } });
  expect(await figuresFor('store_manager')).toEqual({
    stores: exactly(1),
    menuItems: exactly(12),
    reviews: exactly(1),
    isOwnStores: true,
  });
});
