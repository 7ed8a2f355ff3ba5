import { afterAll, beforeAll, expect, test } from 'vitest';
import { runTraining } from './features/models/training.jobs.ts';
import { promote } from './features/models/promotion.service.ts';
import { startRun } from './features/models/runs.service.ts';
import { commandActor } from './lib/audit.ts';
import { testApp, type TestApp } from './testing/app.ts';
import { addMenuItems, addOperator, addQueue, trueLabelOf } from './testing/catalog.ts';
import { decideTasks } from './testing/decisions.ts';
import { claim } from './features/labeling/labeling.service.ts';
import { rescoreSlot } from './features/labeling/rescore.jobs.ts';

let house: TestApp;
let minji = '';
const slotKey = 'menu-category';

beforeAll(async () => {
  house = await testApp();
  await addMenuItems(house.app, 400);
  await addQueue(house.app);
  minji = await addOperator(house.app, 'minji');
});
afterAll(async () => house[Symbol.asyncDispose]());

const openTasks = () => house.app.db.prisma.task.findMany({ where: { state: 'open' }, orderBy: { priority: 'desc' } });

test('before the first model every task has a place of its own and no guess', async () => {
  await rescoreSlot(house.app, { slotKey });
  const tasks = await openTasks();
  expect(new Set(tasks.map((task) => task.priority)).size).toBe(400);
  expect(tasks.every((task) => task.topLabelKey === null && task.modelVersionId === null)).toBe(true);
});

test('after a promotion every open task carries the champion and its guess, and the doubtful are claimed first', async () => {
  const { app } = house;
  await decideTasks(app, { userId: minji, count: 120 });
  const { runId } = await startRun(app, commandActor, slotKey);
  await runTraining(app, { runId }, { attempt: 1, isLastAttempt: true, signal: new AbortController().signal });
  await rescoreSlot(app, { slotKey });
  const slot = await app.db.prisma.slot.findUniqueOrThrow({ where: { key: slotKey } });
  const tasks = await openTasks();
  expect(tasks).toHaveLength(280);
  expect(tasks.every((task) => task.modelVersionId === slot.championId && task.margin !== null)).toBe(true);
  const [first] = await claim(app, { userId: minji, queueKey: slotKey, count: 1, holding: [] });
  expect(first?.taskId).toBe(tasks[0]?.id);
  const [best] = first?.prediction?.scores ?? [];
  expect(best?.labelKey).toBe(tasks[0]?.topLabelKey);
  const right = await app.db.prisma.$queryRaw<{ name: string; label: string }[]>`
    SELECT i.name, t.top_label_key AS label FROM tasks t JOIN menu_items i ON i.id = t.item_id WHERE t.state = 'open'`;
  const share = right.filter(({ name, label }) => trueLabelOf(name) === label).length / right.length;
  expect(share).toBeGreaterThan(0.95);
});

test('rescoring while people claim and decide loses nothing and waits for nobody in a circle', async () => {
  const { app } = house;
  const hana = await addOperator(app, 'hana');
  const before = await app.db.prisma.resolution.count();
  await Promise.all([
    rescoreSlot(app, { slotKey }),
    rescoreSlot(app, { slotKey }),
    decideTasks(app, { userId: minji, count: 100 }),
    decideTasks(app, { userId: hana, count: 100 }),
  ]);
  expect(await app.db.prisma.resolution.count()).toBe(before + 200);
});

test('a champion that can not be read stops nobody: work goes on without proposals until a new one is trained', async () => {
  const { app } = house;
  const { prisma } = app.db;
  const newest = await prisma.modelVersion.findFirstOrThrow({ where: { slotKey }, orderBy: { number: 'desc' } });
  const { metrics, dataSetId, trainSeconds } = newest;
  const unreadable = await prisma.modelVersion.create({
    data: {
      slotKey,
      number: newest.number + 1,
      dataSetId,
      artifactHash: 'of another format',
      sizeBytes: 7,
      codeVersion: 'another',
      trainSeconds,
      metrics: metrics ?? {},
      verdict: 'waiting',
      artifact: { create: { bytes: Buffer.from('foreign') } },
    },
  });
  const { championVersion } = await prisma.slot.findUniqueOrThrow({ where: { key: slotKey } });
  await promote(app, { actor: commandActor, modelVersionId: unreadable.id, championVersion, reason: 'test' });

  await rescoreSlot(app, { slotKey });
  expect((await openTasks()).every((task) => task.modelVersionId === null && task.topLabelKey === null)).toBe(true);
  const [leased] = await claim(app, { userId: minji, queueKey: slotKey, count: 1, holding: [] });
  expect(leased).toMatchObject({ prediction: null });

  const { runId } = await startRun(app, commandActor, slotKey);
  await runTraining(app, { runId }, { attempt: 1, isLastAttempt: true, signal: new AbortController().signal });
  const slot = await prisma.slot.findUniqueOrThrow({ where: { key: slotKey } });
  expect(slot.championId).not.toBe(unreadable.id);
});
