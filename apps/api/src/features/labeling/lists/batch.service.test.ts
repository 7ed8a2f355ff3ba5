import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { App } from '../../../lib/app.ts';
import { testApp, type TestApp } from '../../../testing/app.ts';
import { addMenuItems, addOperator, addQueue, smallQueue } from '../../../testing/catalog.ts';
import { claim } from '../labeling.service.ts';
import { decideTaskBatch, previewTaskBatch, undoTaskBatch } from './batch.service.ts';

let house: TestApp;
let app: App;
let hana = '';
let duri = '';
let taskIds: string[] = [];

beforeEach(async () => {
  await house?.[Symbol.asyncDispose]();
  house = await testApp();
  ({ app } = house);
  await addMenuItems(app, 12);
  await addQueue(app);
  hana = await addOperator(app, 'hana');
  duri = await addOperator(app, 'duri');
  taskIds = (await app.db.prisma.task.findMany({ select: { id: true } })).map(({ id }) => id);
});
afterAll(() => house[Symbol.asyncDispose]());

const batch = (changes: object = {}) => ({
  queueKey: smallQueue.key,
  batchId: randomUUID(),
  taskIds,
  labelKey: 'noodle-udon',
  skipReason: null,
  userId: hana,
  requestId: 'test',
  mayAdjudicate: false,
  ...changes,
});
const labelled = () => app.db.prisma.menuItem.count({ where: { labelKey: 'noodle-udon' } });

test('a batch leaves alone what somebody has under the hand, and says so before', async () => {
  const held = await claim(app, { userId: duri, queueKey: smallQueue.key, count: 3, holding: [] });
  const preview = await previewTaskBatch(app, { queueKey: smallQueue.key, taskIds });
  expect(preview).toMatchObject({ tasks: 9, held: 3, resolved: 0, items: 9, stores: 1 });
  expect(await decideTaskBatch(app, batch())).toMatchObject({ decided: 9, refused: 3 });
  expect(await labelled()).toBe(9);
  const open = await app.db.prisma.task.findMany({ where: { state: 'open' } });
  expect(open.map((task) => task.id).toSorted()).toEqual(held.map((task) => task.taskId).toSorted());
});

test('the same batch sent again, even at once, decides nothing twice', async () => {
  const sent = batch();
  await decideTaskBatch(app, sent);
  expect(await decideTaskBatch(app, sent)).toMatchObject({ decided: 12 });
  expect(await app.db.prisma.decision.count()).toBe(12);
  expect(await app.db.prisma.resolution.count({ where: { revokedAt: null } })).toBe(12);
});

test('a batch is undone as one, once, and only by who made it', async () => {
  const sent = batch();
  await decideTaskBatch(app, sent);
  const undo = (userId: string) => undoTaskBatch(app, { userId, requestId: 'test', batchId: sent.batchId });
  await expect(undo(duri)).rejects.toThrow('NOT_FOUND');
  expect(await undo(hana)).toEqual({ undone: 12, tooLate: 0 });
  expect(await labelled()).toBe(0);
  expect(await app.db.prisma.task.count({ where: { state: 'open', leaseHolderId: null } })).toBe(12);
  await undo(hana);
  expect(await app.db.prisma.auditEntry.count({ where: { action: 'decision.undone' } })).toBe(12);
});

test('many tasks are put off with a reason, and come back when that is undone', async () => {
  const sent = batch({ labelKey: null, skipReason: 'later' });
  expect(await decideTaskBatch(app, sent)).toMatchObject({ decided: 12 });
  expect(await claim(app, { userId: duri, queueKey: smallQueue.key, count: 5, holding: [] })).toEqual([]);
  await undoTaskBatch(app, { userId: hana, requestId: 'test', batchId: sent.batchId });
  expect((await claim(app, { userId: duri, queueKey: smallQueue.key, count: 5, holding: [] })).length).toBe(5);
});
