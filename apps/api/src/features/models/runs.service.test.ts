import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { commandActor } from '../../lib/audit.ts';
import { addMenuItems, addOperator, addQueue, smallQueue } from '../../testing/catalog.ts';
import { decideTasks, undo } from '../../testing/decisions.ts';
import { testApp, type TestApp } from '../../testing/app.ts';
import { freezeDataSet } from './data-set.service.ts';
import { describeSlot, updateSlot } from './models.service.ts';
import { abandonRun, cancelRun, considerTraining, startRun } from './runs.service.ts';

const { slotKey } = smallQueue;
let house: TestApp;
let userId: string;

beforeAll(async () => {
  house = await testApp();
  await addMenuItems(house.app, 600);
  await addQueue(house.app);
  userId = await addOperator(house.app, 'dana');
});
afterAll(() => house[Symbol.asyncDispose]());
beforeEach(async () => {
  await house.app.db.prisma.trainingRun.deleteMany();
});

const setTrainEvery = (trainEvery: number) =>
  updateSlot(house.app, { actor: commandActor, slotKey, trainEvery, promotionPolicy: 'automatic' });
const runs = () => house.app.db.prisma.trainingRun.findMany({ where: { slotKey } });

it('starts no run with fewer resolutions than a model can learn from, and says how many there are', async () => {
  await decideTasks(house.app, { userId, count: 49 });
  await setTrainEvery(10);
  expect(await considerTraining(house.app, slotKey)).toBeNull();
  await expect(startRun(house.app, commandActor, slotKey)).rejects.toMatchObject({
    code: 'TOO_FEW_RESOLUTIONS',
    params: { given: 49, needed: 50 },
  });
  expect(await runs()).toHaveLength(0);
});

it('starts one run and no more when many processes see the same resolutions at once', async () => {
  await decideTasks(house.app, { userId, count: 1 });
  const started = await Promise.all(Array.from({ length: 8 }, () => considerTraining(house.app, slotKey)));
  expect(started.filter((run) => run !== null)).toHaveLength(1);
  expect(await runs()).toHaveLength(1);
  const [owed] = await house.app.db.prisma.jobOutbox.findMany({ where: { name: 'training.run' } });
  expect(owed?.payload).toEqual({ runId: (await runs())[0]?.id });
});

it('counts towards the next run what came since the last data set and still stands', async () => {
  await freezeDataSet(house.app, slotKey);
  await setTrainEvery(20);
  const decisions = await decideTasks(house.app, { userId, count: 19 });
  expect(await describeSlot(house.app, slotKey)).toMatchObject({ resolutionsSinceDataSet: 19, nextRunAfter: 20 });
  await undo(house.app, { userId, decisionId: decisions[18] ?? '' });
  await decideTasks(house.app, { userId, count: 1 });
  expect(await considerTraining(house.app, slotKey)).toBeNull();
  await decideTasks(house.app, { userId, count: 1 });
  expect((await describeSlot(house.app, slotKey)).resolutionsSinceDataSet).toBe(20);
  expect(await considerTraining(house.app, slotKey)).not.toBeNull();
});

it('never trains by itself when told never to', async () => {
  await setTrainEvery(0);
  expect(await considerTraining(house.app, slotKey)).toBeNull();
  expect(await describeSlot(house.app, slotKey)).toMatchObject({ nextRunAfter: 0 });
});

it('names the run that is under way instead of starting a second one', async () => {
  const { runId } = await startRun(house.app, commandActor, slotKey);
  await expect(startRun(house.app, commandActor, slotKey)).rejects.toMatchObject({
    code: 'ALREADY_RUNNING',
    params: { runId },
  });
});

it('ends a queued run at once when it is cancelled, and makes room for the next', async () => {
  const { runId } = await startRun(house.app, commandActor, slotKey);
  await cancelRun(house.app, { kind: 'person', id: userId }, runId);
  expect(await runs()).toMatchObject([{ id: runId, state: 'cancelled' }]);
  await cancelRun(house.app, { kind: 'person', id: userId }, runId);
  await expect(startRun(house.app, commandActor, slotKey)).resolves.toHaveProperty('runId');
});

it('frees the slot of a run whose job was given up, and leaves one that ended as it is', async () => {
  const { runId } = await startRun(house.app, commandActor, slotKey);
  await house.app.db.prisma.trainingRun.update({ where: { id: runId }, data: { state: 'running' } });
  await abandonRun(house.app, { runId, error: 'given-up' });
  await abandonRun(house.app, { runId, error: 'too-few-resolutions' });
  expect(await runs()).toMatchObject([{ state: 'failed', error: 'given-up' }]);
});

it('writes a change of its settings into the audit, with what they were', async () => {
  await setTrainEvery(7);
  await updateSlot(house.app, { actor: commandActor, slotKey, trainEvery: 300, promotionPolicy: 'person' });
  const [entry] = await house.app.db.prisma.auditEntry.findMany({
    where: { action: 'slot.updated' },
    orderBy: { at: 'desc' },
    take: 1,
  });
  expect(entry?.before).toEqual({ trainEvery: 7, promotionPolicy: 'automatic' });
  expect(entry?.after).toEqual({ trainEvery: 300, promotionPolicy: 'person' });
});
