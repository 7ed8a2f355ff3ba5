import { randomUUID } from 'node:crypto';
import type { LeasedTask } from '@jeoul/shared/labeling/contract';
import type { LiveEvent } from '@jeoul/shared/platform/live-events';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { App } from '../../lib/app.ts';
import type { Context } from '../../lib/trpc.ts';
import { testApp, type TestApp } from '../../testing/app.ts';
import { addMenuItems, addOperator, addQueue, smallQueue } from '../../testing/catalog.ts';
import { labelingRouter } from './labeling.router.ts';

const queueKey = smallQueue.key;
let house: TestApp;
let app: App;
let minji = '';
let hana = '';

beforeAll(async () => {
  house = await testApp();
  ({ app } = house);
  await addMenuItems(app, 40);
  await addQueue(app);
  [minji, hana] = [await addOperator(app, 'minji'), await addOperator(app, 'hana')];
});
afterAll(() => house[Symbol.asyncDispose]());

beforeEach(async () => {
  await app.db.pool.query(
    `UPDATE tasks SET lease_holder_id = NULL, lease_expires_at = NULL, deferred_until = NULL WHERE state = 'open'`,
  );
});

/** The procedures as this person's session reaches them. */
function as(userId: string) {
  const user: Context['user'] = {
    id: userId,
    name: 'somebody',
    email: 'somebody@example.test',
    role: 'operator',
    locale: 'ko',
    theme: 'system',
    veil: 'likely',
  };
  return labelingRouter.createCaller({ app, user, requestId: 'test' });
}

const claim = (userId: string, count: number, holding: string[] = []) => as(userId).claim({ queueKey, count, holding });

async function claimOne(userId: string): Promise<LeasedTask> {
  const [task] = await claim(userId, 1);
  if (!task) throw new Error('nothing was left to claim');
  return task;
}

const answer = (task: LeasedTask, labelKey: string | null = 'chicken-fried') => ({
  decisionId: randomUUID(),
  taskId: task.taskId,
  fence: task.fence,
  labelKey,
  skipReason: labelKey === null ? ('unsure' as const) : null,
  durationMs: 900,
});

test('an undone task comes back leased and ready to be decided, however often the undo is sent', async () => {
  const task = await claimOne(minji);
  const decision = answer(task);
  await as(minji).decide({ decisions: [decision] });
  const first = await as(minji).undo({ decisionId: decision.decisionId });
  const again = await as(minji).undo({ decisionId: decision.decisionId });
  expect(first.task?.item).toEqual(task.item);
  expect(again.task).toEqual(first.task);
  expect(first.task?.fence).toBeGreaterThan(task.fence);
  const anew = answer(first.task ?? task, 'noodle-udon');
  expect(await as(minji).decide({ decisions: [anew] })).toMatchObject([{ status: 'acknowledged' }]);
});

test('a repeated undo of a task that has gone on hands nothing back', async () => {
  const task = await claimOne(minji);
  const decision = answer(task, null);
  await as(minji).decide({ decisions: [decision] });
  await as(minji).undo({ decisionId: decision.decisionId });
  await app.db.pool.query(
    `UPDATE tasks SET lease_expires_at = now() - interval '1 second', priority = 9 WHERE id = $1`,
    [task.taskId],
  );
  expect((await claimOne(hana)).taskId).toBe(task.taskId);
  expect(await as(minji).undo({ decisionId: decision.decisionId })).toEqual({ task: null });
});

test('recent decisions are one’s own that stand, newest first, each with its task', async () => {
  const before = (await as(minji).recent({ queueKey })).length;
  const tasks = await claim(minji, 3);
  const decisions = tasks.map((task) => answer(task));
  for (const decision of decisions) await as(minji).decide({ decisions: [decision] });
  await as(minji).undo({ decisionId: decisions[2]?.decisionId ?? '' });
  await as(hana).decide({ decisions: [answer(await claimOne(hana))] });
  const recent = await as(minji).recent({ queueKey });
  expect(recent).toHaveLength(before + 2);
  expect(recent.slice(0, 2).map((row) => row.task.taskId)).toEqual([tasks[1]?.taskId, tasks[0]?.taskId]);
  expect(recent[0]?.task.item.name).toBe(tasks[1]?.item.name);
});

test('leases released with a grace come back to the same person, under a fence the release no longer ends', async () => {
  const task = await claimOne(minji);
  const lease = { taskId: task.taskId, fence: task.fence };
  await as(minji).release({ leases: [lease], graceSeconds: 15 });
  const others = await claim(hana, 40);
  expect(others.map((other) => other.taskId)).not.toContain(task.taskId);
  const [back] = await claim(minji, 1);
  expect(back?.taskId).toBe(task.taskId);
  expect(await as(minji).release({ leases: [lease], graceSeconds: 15 })).toBe(0);
  expect(Date.parse(back?.leaseExpiresAt ?? '')).toBeGreaterThan(Date.now() + 40_000);
});

test('what two windows let go of comes back no more at a time than is asked for', async () => {
  const leases = [...(await claim(minji, 3)), ...(await claim(minji, 3))];
  await as(minji).release({ leases: leases.map(({ taskId, fence }) => ({ taskId, fence })), graceSeconds: 15 });
  const first = await claim(minji, 4);
  const idsOf = (tasks: readonly LeasedTask[]) => tasks.map(({ taskId }) => taskId);
  const second = await claim(minji, 2, idsOf(first));
  expect([first.length, second.length]).toEqual([4, 2]);
  expect(new Set(idsOf([...first, ...second]))).toEqual(new Set(idsOf(leases)));
});

test('a second browser of the same person leaves what the first works on alone', async () => {
  const first = await claim(minji, 3);
  const second = await claim(minji, 3);
  const ids = [...first, ...second].map((task) => task.taskId);
  expect(new Set(ids).size).toBe(6);
  const decisions = first.map((task) => answer(task));
  expect(await as(minji).decide({ decisions })).toMatchObject(decisions.map(() => ({ status: 'acknowledged' })));
});

test('work done for one person is refused under another person’s session', async () => {
  const task = await claimOne(minji);
  const decisions = [answer(task)];
  await expect(as(hana).decide({ decisions, asUserId: minji })).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  await expect(as(hana).claim({ queueKey, count: 1, asUserId: minji })).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  expect(await as(minji).decide({ decisions, asUserId: minji })).toMatchObject([{ status: 'acknowledged' }]);
});

test('deciding tells every open page what still waits, once for decisions made together', async () => {
  const heard: LiveEvent[] = [];
  const stop = app.live.listen((event) => heard.push(event));
  const tasks = await claim(minji, 6);
  for (const task of tasks) await as(minji).decide({ decisions: [answer(task)] });
  const waiting = await app.db.prisma.task.count({ where: { state: 'open' } });
  await expect.poll(() => heard.at(-1), { timeout: 10_000 }).toEqual({ type: 'queue', queueKey, waiting });
  stop();
  // One of them may still be owed to the decisions of the test before.
  expect(heard.length).toBeLessThanOrEqual(2);
});
