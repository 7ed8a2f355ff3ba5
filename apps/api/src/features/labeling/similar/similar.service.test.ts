import { randomUUID } from 'node:crypto';
import { nearCopyKey } from '@jeoul/ml/near-copies';
import { maxSimilar } from '@jeoul/shared/labeling/similar';
import { textKey } from '@jeoul/shared/catalog/text-key';
import { pino } from 'pino';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { ChampionCache } from '../../../lib/champions.ts';
import { LiveBus } from '../../../lib/live.ts';
import { addOperator, addQueue, smallQueue, testHouse, type TestHouse } from '../../../testing/catalog.ts';
import { decide } from '../decide.service.ts';
import { claim } from '../labeling.service.ts';
import { recentDecisions } from '../own-work.service.ts';
import { countSimilar, decideSimilar, previewSimilar, undoBatchAtHand } from './similar.service.ts';

const log = pino({ level: 'silent' });
const queueKey = smallQueue.key;
let house: TestHouse;
let hana = '';
let duri = '';

beforeEach(async () => {
  await house?.[Symbol.asyncDispose]();
  house = await testHouse();
  hana = await addOperator(house, 'hana');
  duri = await addOperator(house, 'duri');
});
afterAll(() => house[Symbol.asyncDispose]());

function app() {
  const live = new LiveBus({ pool: house.db.pool, url: house.url, log });
  return { db: house.db, live, log, champions: new ChampionCache({ db: house.db, live, log }) };
}

/** One dish each in a store of its own, with ten weekly orders; then a queue of them all. */
async function sell(...names: string[]): Promise<void> {
  for (const [n, name] of names.entries()) {
    const store = await house.db.prisma.store.create({
      data: { externalId: `s${n}`, name: `가게 ${n}`, nameJamo: '', nameInitials: '' },
    });
    const item = { storeId: store.id, externalId: `i${n}`, name, nameJamo: '', nameInitials: '', weeklyOrders: 10 };
    await house.db.prisma.menuItem.create({ data: { ...item, textKey: textKey(name) } });
  }
  await addQueue(house);
}

async function taskOf(name: string): Promise<string> {
  const item = await house.db.prisma.menuItem.findFirstOrThrow({ where: { name } });
  return (await house.db.prisma.task.findFirstOrThrow({ where: { itemId: item.id } })).id;
}

async function holdAll(userId: string, taskIds: string[]): Promise<void> {
  const data = { leaseHolderId: userId, leaseExpiresAt: new Date(Date.now() + 60_000) };
  await house.db.prisma.task.updateMany({ where: { id: { in: taskIds } }, data });
}

const asks = (taskId: string, userId = hana) => ({ queueKey, taskId, userId, mayAdjudicate: false });
const batch = (taskId: string, similarTaskIds: string[], changes: object = {}) => ({
  ...asks(taskId),
  similarTaskIds,
  batchId: randomUUID(),
  labelKey: 'chicken-seasoned',
  requestId: 'test',
  ...changes,
});
const labelled = () => house.db.prisma.menuItem.count({ where: { labelKey: 'chicken-seasoned' } });

test('the key that puts tasks together is the one by which the models know near-copies', async () => {
  const names = [
    '양념치킨 (대)',
    '양념 치킨',
    '아구찜(소)',
    '아구찜 2인분',
    '물냉면 곱빼기',
    'ＡＢＣ 주스 500ml',
    '1+1 피자 L',
    '소',
    '!!!',
  ];
  const more = [
    '[특가] 떡볶이 1.5인분 세트',
    '아이스 아메리카노',
    '치즈볼 5개',
    '3단계 마라탕',
    'café 라떼',
    '2인용품',
    '맛있어어어어어',
  ];
  const all = [...names, ...more, '  콜라  1.25L ', '후라이드/양념', '가'.repeat(40)];
  const { rows } = await house.db.pool.query<{ name: string; key: string }>(
    'SELECT name, similar_key(name) AS key FROM unnest($1::text[]) AS name',
    [all],
  );
  expect(rows.map(({ key }) => key)).toEqual(rows.map(({ name }) => nearCopyKey(name)));
});

test('a task is shown with those named like it, without other dishes and without what others hold', async () => {
  await sell('양념치킨', '양념치킨 (대)', '양념 치킨', '양념치킨 2마리', '간장치킨');
  const own = await taskOf('양념치킨');
  await holdAll(hana, [own, await taskOf('양념 치킨')]);
  await holdAll(duri, [await taskOf('양념치킨 2마리')]);
  expect(await countSimilar(app(), asks(own))).toEqual({ tasks: 2, held: 1, isCapped: false });
  const { tasks, ...rest } = await previewSimilar(app(), asks(own));
  expect(rest).toEqual({ held: 1, isCapped: false });
  expect(tasks.map(({ name, weeklyOrders }) => [name, weeklyOrders])).toEqual([
    ['양념치킨 (대)', 10],
    ['양념 치킨', 10],
  ]);
  expect(await countSimilar(app(), asks(await taskOf('간장치킨')))).toEqual({ tasks: 0, held: 0, isCapped: false });
});

test('what was put off, passed up or given to others is not shown', async () => {
  await sell('우동', '우동 1', '우동 2', '우동 3');
  const { prisma } = house.db;
  await prisma.task.update({ where: { id: await taskOf('우동 1') }, data: { escalatedAt: new Date() } });
  const later = new Date(Date.now() + 3_600_000);
  await prisma.task.update({ where: { id: await taskOf('우동 2') }, data: { deferredUntil: later } });
  await prisma.taskSkip.create({ data: { taskId: await taskOf('우동 3'), userId: hana, reason: 'not_mine' } });
  const own = await taskOf('우동');
  expect((await countSimilar(app(), asks(own))).tasks).toBe(0);
  expect((await countSimilar(app(), asks(own, duri))).tasks).toBe(1);
  expect((await countSimilar(app(), { ...asks(own), mayAdjudicate: true })).tasks).toBe(1);
});

test('a large group is capped, and says so', async () => {
  await sell(...Array.from({ length: maxSimilar + 2 }, (_, n) => `양념치킨 ${n}호`));
  const own = await taskOf('양념치킨 0호');
  const preview = await previewSimilar(app(), asks(own));
  expect([preview.tasks.length, preview.isCapped]).toEqual([maxSimilar, true]);
  expect(await countSimilar(app(), asks(own))).toMatchObject({ tasks: maxSimilar, isCapped: true });
});

test('the label goes to the task and those chosen, and what changed hands meanwhile is left alone and counted', async () => {
  await sell('양념치킨', '양념치킨 대', '양념치킨 중', '양념치킨 소', '양념치킨 특');
  await claim(app(), { userId: hana, queueKey, count: 5, holding: [] });
  const own = await taskOf('양념치킨');
  const { tasks } = await previewSimilar(app(), asks(own));
  expect(tasks.length).toBe(4);
  const [deselected, held, gone] = [
    await taskOf('양념치킨 대'),
    await taskOf('양념치킨 중'),
    await taskOf('양념치킨 소'),
  ];
  await holdAll(duri, [held]);
  await house.db.prisma.task.update({ where: { id: gone }, data: { state: 'resolved', leaseHolderId: null } });
  const chosen = tasks.map(({ taskId }) => taskId).filter((taskId) => taskId !== deselected);
  const receipt = await decideSimilar(app(), batch(own, chosen));
  expect(receipt).toMatchObject({ tasks: 2, stores: 2, weeklyOrders: 20, held: 1, resolved: 1 });
  expect(await labelled()).toBe(2);
  expect(await house.db.prisma.auditEntry.count({ where: { action: 'batch.decided' } })).toBe(1);
  expect((await house.db.prisma.task.findUniqueOrThrow({ where: { id: deselected } })).state).toBe('open');
});

test('the same batch sent again, even at once, decides nothing twice and answers the same', async () => {
  await sell('양념치킨', '양념치킨 대', '양념치킨 중');
  const own = await taskOf('양념치킨');
  await holdAll(hana, [own]);
  const sent = batch(own, [await taskOf('양념치킨 대'), await taskOf('양념치킨 중')]);
  const first = await Promise.all([decideSimilar(app(), sent), decideSimilar(app(), sent)]);
  const again = await decideSimilar(app(), sent);
  expect(again).toEqual({ batchId: sent.batchId, tasks: 3, stores: 3, weeklyOrders: 30, held: 0, resolved: 0 });
  for (const receipt of first) expect(receipt.batchId).toBe(sent.batchId);
  expect(await house.db.prisma.decision.count()).toBe(3);
  expect(await house.db.prisma.auditEntry.count({ where: { action: 'batch.decided' } })).toBe(1);
});

test('nothing is decided when the task under the hand went to somebody else', async () => {
  await sell('양념치킨', '양념치킨 대');
  const own = await taskOf('양념치킨');
  await holdAll(duri, [own]);
  await expect(decideSimilar(app(), batch(own, [await taskOf('양념치킨 대')]))).rejects.toThrow('LEASE_LOST');
  expect(await house.db.prisma.decision.count()).toBe(0);
});

test('a batch is one line of what was done, and is taken back as one with its task under the hand again', async () => {
  await sell('양념치킨', '양념치킨 대', '양념치킨 중', '간장치킨');
  const own = await taskOf('양념치킨');
  await holdAll(hana, [own, await taskOf('간장치킨')]);
  const sent = batch(own, [await taskOf('양념치킨 대'), await taskOf('양념치킨 중')]);
  await decideSimilar(app(), sent);
  const { fence } = await house.db.prisma.task.findUniqueOrThrow({ where: { id: await taskOf('간장치킨') } });
  await house.db.prisma.task.update({ where: { id: await taskOf('간장치킨') }, data: { fence: fence + 1 } });
  const single = { decisionId: randomUUID(), taskId: await taskOf('간장치킨'), fence: fence + 1, durationMs: 1 };
  await decide(app(), {
    userId: hana,
    requestId: 't',
    decisions: [{ ...single, labelKey: 'chicken-fried', skipReason: null }],
  });
  const recent = () => recentDecisions(app(), { userId: hana, queueKey, limit: 10 });
  expect((await recent()).map(({ decisionId, batch: touched }) => [decisionId, touched])).toEqual([
    [single.decisionId, null],
    [sent.batchId, { tasks: 3, stores: 3, weeklyOrders: 30 }],
  ]);

  const undo = () => undoBatchAtHand(app(), { userId: hana, requestId: 'test', batchId: sent.batchId });
  expect(await undo()).toMatchObject({ undone: 3, tooLate: 0, task: { taskId: own } });
  expect(await undo()).toMatchObject({ undone: 3, tooLate: 0, task: { taskId: own } });
  expect(await labelled()).toBe(0);
  expect((await recent()).map(({ decisionId }) => decisionId)).toEqual([single.decisionId]);
  expect(await house.db.prisma.task.count({ where: { state: 'open', leaseHolderId: null } })).toBe(2);
  expect((await countSimilar(app(), asks(own))).tasks).toBe(2);
});
