import { createHash } from 'node:crypto';
import { textKey } from '@jeoul/shared/catalog/text-key';
import { isHeldOut, usualHeldOutShare } from '@jeoul/shared/models/rules';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { commandActor } from '../../lib/audit.ts';
import { resolutionsLock } from '../../lib/locks.ts';
import type { JobContext } from '../../lib/jobs/definitions.ts';
import { addMenuItems, addOperator, addQueue, smallQueue, trueLabelOf } from '../../testing/catalog.ts';
import { decideTasks } from '../../testing/decisions.ts';
import { testApp, type TestApp } from '../../testing/app.ts';
import { measuredCurve } from './curve.service.ts';
import { describeSlot, listRuns, updateSlot } from './models.service.ts';
import { promote, rollBack } from './promotion.service.ts';
import { cancelRun, startRun } from './runs.service.ts';
import { runTraining } from './training.jobs.ts';
import { describeVersion, listVersions } from './versions.service.ts';

const { slotKey } = smallQueue;
let house: TestApp;
let userId: string;

beforeAll(async () => {
  house = await testApp();
  await addMenuItems(house.app, 2_000);
  await addQueue(house.app);
  userId = await addOperator(house.app, 'dana');
});
afterAll(() => house[Symbol.asyncDispose]());

const once = (): JobContext => ({ attempt: 1, isLastAttempt: true, signal: new AbortController().signal });
const start = () => startRun(house.app, commandActor, slotKey);
const versions = () => listVersions(house.app, { slotKey, limit: 50, before: null });
const isTested = (name: string) =>
  isHeldOut(createHash('sha256').update(textKey(name)).digest('hex'), usualHeldOutShare);
const newestRun = async () => (await listRuns(house.app, { slotKey, limit: 1 }))[0];

it('trains a first model, measures it on items it has not learned from, and makes it the champion', async () => {
  await decideTasks(house.app, { userId, count: 300 });
  const { runId } = await start();
  await runTraining(house.app, { runId }, once());

  const [version] = await versions();
  expect(version).toMatchObject({ number: 1, verdict: 'promoted', reason: 'first-model' });
  expect(version?.heldOutRows).toBe(version?.testCount);
  expect(version?.heldOutRows).toBeGreaterThan(5);
  expect(version?.accuracy).toBeGreaterThan(0.9);
  expect((await describeSlot(house.app, slotKey)).champion?.number).toBe(1);
  const run = await newestRun();
  expect(run).toMatchObject({ id: runId, state: 'succeeded', fraction: 1 });
  expect(run?.losses.length).toBeGreaterThan(1);
});

it('keeps the champion when a run learned nothing new', async () => {
  const { runId } = await start();
  await runTraining(house.app, { runId }, once());
  expect((await versions())[0]).toMatchObject({ number: 2, verdict: 'kept', reason: 'no-more-data' });
  expect((await describeSlot(house.app, slotKey)).champion?.number).toBe(1);
});

it('tells what the champion has not learned apart from what no version has', async () => {
  await decideTasks(house.app, { userId, count: 60 });
  await updateSlot(house.app, { actor: commandActor, slotKey, trainEvery: 0, promotionPolicy: 'person' });
  const { runId } = await start();
  await runTraining(house.app, { runId }, once());
  await decideTasks(house.app, { userId, count: 5 });
  const { champion, newest, resolutionsSinceDataSet } = await describeSlot(house.app, slotKey);
  expect(champion).toMatchObject({ number: 1, unlearned: 65 });
  expect(newest).toEqual({ number: 3, verdict: 'waiting', unlearned: 5 });
  expect(resolutionsSinceDataSet).toBe(5);
  await updateSlot(house.app, { actor: commandActor, slotKey, trainEvery: 0, promotionPolicy: 'automatic' });
});

it('makes one version however often the run’s job is done, also at the same time', async () => {
  await decideTasks(house.app, { userId, count: 50 });
  const { runId } = await start();
  await Promise.allSettled([runTraining(house.app, { runId }, once()), runTraining(house.app, { runId }, once())]);
  await runTraining(house.app, { runId }, once());
  expect(await house.app.db.prisma.modelVersion.count({ where: { runId } })).toBe(1);
  expect(await house.app.db.prisma.promotion.count({ where: { slotKey } })).toBeLessThanOrEqual(2);
  expect((await newestRun())?.state).toBe('succeeded');
});

it('gives a run back when its process stops, and the next one finishes it with the same data set', async () => {
  await decideTasks(house.app, { userId, count: 50 });
  const { runId } = await start();
  const stopping = AbortSignal.abort();
  await expect(runTraining(house.app, { runId }, { ...once(), signal: stopping })).rejects.toThrow(/abort/i);
  const given = await house.app.db.prisma.trainingRun.findUniqueOrThrow({ where: { id: runId } });
  expect(given).toMatchObject({ state: 'queued', error: null, finishedAt: null });
  await runTraining(house.app, { runId }, once());
  const done = await house.app.db.prisma.trainingRun.findUniqueOrThrow({ where: { id: runId } });
  expect(done).toMatchObject({ state: 'succeeded', dataSetId: given.dataSetId });
});

it('keeps the champion when the challenger learned wrong answers, and shows where it got worse', async () => {
  const before = await describeSlot(house.app, slotKey);
  // Wrong only where it is learned from: what it is measured on stays true.
  const labelOf = (name: string) => (isTested(name) ? trueLabelOf(name) : 'noodle-cold');
  await decideTasks(house.app, { userId, count: 1_000, labelOf });
  const { runId } = await start();
  await runTraining(house.app, { runId }, once());

  const [version] = await versions();
  expect(version).toMatchObject({ verdict: 'kept', reason: 'worse' });
  expect((await describeSlot(house.app, slotKey)).championVersion).toBe(before.championVersion);
  const { comparison, learned } = await describeVersion(house.app, { slotKey, number: version?.number ?? 0 });
  expect(comparison?.championNumber).toBe(before.champion?.number);
  expect(comparison?.high).toBeLessThan(0);
  expect(comparison?.nowWrong).toBeGreaterThan(comparison?.nowRight ?? 0);
  expect(comparison?.flips[0]).toMatchObject({ challenger: 'noodle-cold' });
  const udon = comparison?.slices.find((slice) => slice.key === 'noodle-udon');
  expect(udon?.difference).toBeLessThan(0);
  expect(learned).toMatchObject({ people: 1 });
});

it('leaves to a person what takes over after a person rolled back', async () => {
  const actor = { kind: 'person', id: userId } as const;
  const waiting = await house.app.db.prisma.modelVersion.findFirstOrThrow({
    where: { slotKey },
    orderBy: { number: 'desc' },
  });
  const { championVersion } = await describeSlot(house.app, slotKey);
  await promote(house.app, { actor, modelVersionId: waiting.id, championVersion, reason: 'a try' });
  await rollBack(house.app, { actor, slotKey, championVersion: championVersion + 1, reason: 'no good' });
  const before = await describeSlot(house.app, slotKey);
  await decideTasks(house.app, { userId, count: 50 });
  const { runId } = await start();
  await runTraining(house.app, { runId }, once());
  const [version] = await versions();
  expect(version?.verdict).not.toBe('promoted');
  expect(['rolled-back', 'worse']).toContain(version?.reason);
  expect((await describeSlot(house.app, slotKey)).championVersion).toBe(before.championVersion);
});

it('waits for a person where the policy says so, and leaves the champion alone', async () => {
  await updateSlot(house.app, { actor: commandActor, slotKey, trainEvery: 0, promotionPolicy: 'person' });
  const before = await describeSlot(house.app, slotKey);
  await decideTasks(house.app, { userId, count: 100 });
  const { runId } = await start();
  await runTraining(house.app, { runId }, once());
  const [version] = await versions();
  expect(version?.verdict).not.toBe('promoted');
  expect((await describeSlot(house.app, slotKey)).championVersion).toBe(before.championVersion);
});

it('measures every version on the same rows, and gives the same answer the second time', async () => {
  const curve = await measuredCurve(house.app, slotKey);
  expect(curve?.points.map((point) => point.number)).toEqual((await versions()).map((row) => row.number).reverse());
  expect(new Set(curve?.points.map((point) => point.rows))).toEqual(new Set([curve?.heldOutRows]));
  expect(await measuredCurve(house.app, slotKey)).toEqual(curve);
});

it('makes no version of a run that a person cancelled while it trained', async () => {
  const count = (await versions()).length;
  const { runId } = await start();
  const deciding = await house.app.db.pool.connect();
  await deciding.query('BEGIN');
  // Freezing waits for decisions under way: the run is held there until it was cancelled.
  await deciding.query('SELECT pg_advisory_xact_lock_shared($1)', [resolutionsLock]);
  const running = runTraining(house.app, { runId }, once());
  await expect.poll(async () => (await newestRun())?.state).toBe('running');
  await cancelRun(house.app, { kind: 'person', id: userId }, runId);
  await deciding.query('COMMIT');
  deciding.release();
  await running;
  expect(await newestRun()).toMatchObject({ id: runId, state: 'cancelled', error: null });
  expect(await versions()).toHaveLength(count);
  await expect(start()).resolves.toHaveProperty('runId');
});

it('fails with the reason, and at once, when all resolutions say the same', async () => {
  await using alone = await testApp();
  await addMenuItems(alone.app, 100);
  await addQueue(alone.app);
  const operator = await addOperator(alone.app, 'eun');
  await decideTasks(alone.app, { userId: operator, count: 60, labelOf: () => 'noodle-udon' });
  const { runId } = await startRun(alone.app, commandActor, slotKey);
  await runTraining(alone.app, { runId }, { ...once(), isLastAttempt: false });
  const run = await alone.app.db.prisma.trainingRun.findUniqueOrThrow({ where: { id: runId } });
  expect(run).toMatchObject({ state: 'failed', error: 'too-few-resolutions' });
});

it('does the whole circle through the job queue: resolutions, run, champion, rescored tasks', async () => {
  await using working = await testApp({ isWorking: true });
  await addMenuItems(working.app, 400);
  await addQueue(working.app, { trainEvery: 100 });
  const operator = await addOperator(working.app, 'sora');
  await decideTasks(working.app, { userId: operator, count: 120 });
  await expect
    .poll(() => working.app.db.prisma.task.count({ where: { state: 'open', modelVersionId: { not: null } } }), {
      timeout: 40_000,
      interval: 200,
    })
    .toBe(280);
  expect((await describeSlot(working.app, slotKey)).champion?.number).toBe(1);
});
