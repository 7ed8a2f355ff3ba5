import { randomUUID } from 'node:crypto';
import type { DecisionInput } from '@jeoul/shared/labeling/contract';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addMenuItems, addOperator, addQueue, testHouse, type TestHouse } from '../../testing/catalog.ts';
import { decide } from './decide.service.ts';
import { claimTasks, extendLeases, leaseOf, releaseLeases, type ClaimedRow } from './labeling.queries.ts';
import { undoDecision } from './undo.service.ts';

let house: TestHouse;
let queueId = '';
let minji = '';
let hana = '';

beforeAll(async () => {
  house = await testHouse();
  await addMenuItems(house, 200);
  queueId = await addQueue(house);
  [minji, hana] = [await addOperator(house, 'minji'), await addOperator(house, 'hana')];
});
afterAll(async () => house[Symbol.asyncDispose]());

beforeEach(async () => {
  await house.db.pool.query(
    `UPDATE tasks SET lease_holder_id = NULL, lease_expires_at = NULL, deferred_until = NULL WHERE state = 'open'`,
  );
});

const claim = (userId: string, count: number) =>
  claimTasks(house.db, {
    queueId,
    itemKind: 'menu_item',
    userId,
    count,
    holding: [],
    leaseSeconds: 60,
    mayAdjudicate: false,
  });

async function claimOne(userId: string): Promise<ClaimedRow> {
  const [task] = await claim(userId, 1);
  if (!task) throw new Error('nothing was left to claim');
  return task;
}

function answer(task: ClaimedRow, changes: Partial<DecisionInput> = {}): DecisionInput {
  return {
    decisionId: randomUUID(),
    taskId: task.taskId,
    fence: task.fence,
    labelKey: 'chicken-fried',
    skipReason: null,
    durationMs: 900,
    ...changes,
  };
}

const send = (userId: string, ...decisions: DecisionInput[]) => decide(house, { userId, requestId: 'test', decisions });
const labelOf = async (itemId: string) =>
  (await house.db.prisma.menuItem.findUniqueOrThrow({ where: { id: itemId } })).labelKey;
const standing = (taskId: string) => house.db.prisma.resolution.findMany({ where: { taskId, revokedAt: null } });

test('twenty operators at once never get the same task', async () => {
  const batches = await Promise.all(Array.from({ length: 20 }, (_, n) => claim(n % 2 === 0 ? minji : hana, 5)));
  const ids = batches.flat().map((task) => task.taskId);
  expect(ids).toHaveLength(100);
  expect(new Set(ids).size).toBe(100);
});

test('tasks come in the order of their priority', async () => {
  const last = await house.db.prisma.task.findFirstOrThrow({
    where: { queueId, state: 'open' },
    orderBy: { id: 'desc' },
  });
  await house.db.prisma.task.update({ where: { id: last.id }, data: { priority: 9 } });
  expect((await claimOne(minji)).taskId).toBe(last.id);
});

test('a decision resolves the task, labels the item and leaves an audit row, all or nothing', async () => {
  const task = await claimOne(minji);
  expect(await send(minji, answer(task))).toMatchObject([{ status: 'acknowledged' }]);
  expect(await labelOf(task.itemId)).toBe('chicken-fried');
  expect(await standing(task.taskId)).toHaveLength(1);
  expect(await house.db.prisma.auditEntry.count({ where: { action: 'decision.made', targetId: task.taskId } })).toBe(1);
});

test('the same decision sent again, even at the same time, is acknowledged and stored once', async () => {
  const task = await claimOne(minji);
  const decision = answer(task);
  const outcomes = await Promise.all([send(minji, decision), send(minji, decision), send(minji, decision, decision)]);
  expect(outcomes.flat().every((outcome) => outcome.status === 'acknowledged')).toBe(true);
  expect(await house.db.prisma.decision.count({ where: { taskId: task.taskId } })).toBe(1);
  expect(await standing(task.taskId)).toHaveLength(1);
});

test('a lease that ran out goes to someone else, and the late decision is refused without a trace', async () => {
  const task = await claimOne(minji);
  await house.db.pool.query(
    `UPDATE tasks SET lease_expires_at = now() - interval '1 second', priority = 99 WHERE id = $1`,
    [task.taskId],
  );
  const taken = await claimOne(hana);
  expect(taken.taskId).toBe(task.taskId);
  expect(await send(minji, answer(task))).toMatchObject([{ status: 'conflict', reason: 'LEASE_LOST' }]);
  expect(await house.db.prisma.decision.count({ where: { taskId: task.taskId } })).toBe(0);
  expect(await send(hana, answer(taken))).toMatchObject([{ status: 'acknowledged' }]);
});

test('a decision after the lease ran out stands while nobody else took the task', async () => {
  const task = await claimOne(minji);
  await house.db.pool.query(`UPDATE tasks SET lease_expires_at = now() - interval '1 hour' WHERE id = $1`, [
    task.taskId,
  ]);
  expect(await send(minji, answer(task))).toMatchObject([{ status: 'acknowledged' }]);
});

test('a second answer to a decided task names who decided what', async () => {
  const task = await claimOne(minji);
  await send(minji, answer(task, { labelKey: 'noodle-udon' }));
  expect(await send(hana, answer(task))).toMatchObject([
    { status: 'conflict', reason: 'ALREADY_DECIDED', decidedBy: 'minji', standingLabelKey: 'noodle-udon' },
  ]);
});

test('a label outside the label set is refused', async () => {
  const task = await claimOne(minji);
  expect(await send(minji, answer(task, { labelKey: 'pizza' }))).toMatchObject([
    { status: 'conflict', reason: 'INVALID_INPUT' },
  ]);
  expect(await standing(task.taskId)).toHaveLength(0);
});

test("nobody can send under another person's decision id", async () => {
  const [first, second] = [await claimOne(minji), await claimOne(hana)];
  const decision = answer(first);
  await send(minji, decision);
  expect(await send(hana, answer(second, { decisionId: decision.decisionId }))).toMatchObject([
    { status: 'conflict', reason: 'INVALID_INPUT' },
  ]);
});

test('"not mine" hides the task from that person only; "unsure" puts it off for everybody', async () => {
  const task = await claimOne(minji);
  await house.db.pool.query('UPDATE tasks SET priority = 1000 WHERE id = $1', [task.taskId]);
  await send(minji, answer(task, { labelKey: null, skipReason: 'not_mine' }));
  expect((await claimOne(minji)).taskId).not.toBe(task.taskId);
  const forHana = await claimOne(hana);
  expect(forHana.taskId).toBe(task.taskId);
  await send(hana, answer(forHana, { labelKey: null, skipReason: 'unsure' }));
  expect((await claimOne(hana)).taskId).not.toBe(task.taskId);
});

test('undo gives the item its former label, the task back to the same person, and can be repeated', async () => {
  const task = await claimOne(minji);
  await house.db.prisma.menuItem.update({
    where: { id: task.itemId },
    data: { labelKey: 'noodle-cold', labelSource: 'import' },
  });
  const decision = answer(task);
  await send(minji, decision);
  const undo = () => undoDecision(house, { userId: minji, decisionId: decision.decisionId, requestId: 'test' });
  await undo();
  await undo();
  expect(await labelOf(task.itemId)).toBe('noodle-cold');
  expect(await standing(task.taskId)).toHaveLength(0);
  const back = await leaseOf(house.db.prisma, { taskId: task.taskId, userId: minji });
  expect(await send(minji, answer(task, { fence: back?.fence ?? 0, labelKey: 'noodle-udon' }))).toMatchObject([
    { status: 'acknowledged' },
  ]);
  expect(await labelOf(task.itemId)).toBe('noodle-udon');
});

test('undo is refused once somebody else has the task, and to anybody but its maker', async () => {
  const task = await claimOne(minji);
  await house.db.pool.query('UPDATE tasks SET priority = 2000 WHERE id = $1', [task.taskId]);
  const skip = answer(task, { labelKey: null, skipReason: 'not_mine' });
  await send(minji, skip);
  expect((await claimOne(hana)).taskId).toBe(task.taskId);
  const undo = (userId: string) => undoDecision(house, { userId, decisionId: skip.decisionId, requestId: 'test' });
  await expect(undo(minji)).rejects.toMatchObject({ code: 'UNDO_TOO_LATE' });
  await expect(undo(hana)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('leases are extended and given back only by who holds them under the same fence', async () => {
  const task = await claimOne(minji);
  const leases = [{ taskId: task.taskId, fence: task.fence }];
  expect(await extendLeases(house.db.prisma, { userId: hana, leases })).toHaveLength(0);
  expect(await extendLeases(house.db.prisma, { userId: minji, leases })).toHaveLength(1);
  expect(
    await releaseLeases(house.db.prisma, { userId: minji, leases: [{ taskId: task.taskId, fence: task.fence + 1 }] }),
  ).toBe(0);
  expect(await releaseLeases(house.db.prisma, { userId: minji, leases })).toBe(1);
});
