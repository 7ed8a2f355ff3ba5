import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testApp, type TestApp } from '../../testing/app.ts';
import { addMenuItems, addOperator, addQueue, smallQueue } from '../../testing/catalog.ts';
import { decideTasks, undo } from '../../testing/decisions.ts';
import { ownImpact } from './own-impact.service.ts';

const { slotKey } = smallQueue;
let house: TestApp;
let queueId = '';
let minji = '';
let hana = '';

beforeAll(async () => {
  house = await testApp();
  await addMenuItems(house.app, 60);
  queueId = await addQueue(house.app);
  [minji, hana] = [await addOperator(house.app, 'minji'), await addOperator(house.app, 'hana')];
});
afterAll(() => house[Symbol.asyncDispose]());

/** A version over everything resolved so far; what it knows of that is beside the point here. */
async function addVersion(number: number, { isLive }: { isLive: boolean }): Promise<void> {
  const { prisma } = house.app.db;
  const newest = await prisma.resolution.findFirst({ orderBy: { seq: 'desc' } });
  const { labelSetId } = await prisma.queue.findUniqueOrThrow({ where: { id: queueId } });
  const { id } = await prisma.modelVersion.create({
    data: {
      slot: { connect: { key: slotKey } },
      number,
      verdict: isLive ? 'promoted' : 'kept',
      artifactHash: randomUUID(),
      sizeBytes: 1,
      codeVersion: 'test',
      trainSeconds: 1,
      metrics: {},
      dataSet: {
        create: {
          slotKey,
          queueId,
          labelSetId,
          untilSeq: newest?.seq ?? 0n,
          contentHash: randomUUID(),
          heldOutShare: 0.1,
          trainCount: 1,
          testCount: 1,
          labelCounts: {},
        },
      },
    },
  });
  if (isLive) await prisma.slot.update({ where: { key: slotKey }, data: { championId: id } });
}

const impact = () => ownImpact(house.app, minji);

test('somebody who decided nothing has changed nothing', async () => {
  await decideTasks(house.app, { userId: hana, count: 3 });
  const none = { decided: 0, corrected: 0 };
  expect(await impact()).toEqual({ today: none, week: none, slots: [] });
});

test('decisions count for the day and the week they were made in, corrections apart, and not once undone', async () => {
  const made = await decideTasks(house.app, { userId: minji, count: 10 });
  await undo(house.app, { userId: minji, decisionId: made[0] ?? '' });
  const { pool } = house.app.db;
  await pool.query(`UPDATE decisions SET predicted_label_key = 'something-else' WHERE id = ANY($1)`, [
    made.slice(1, 4),
  ]);
  await pool.query(`UPDATE decisions SET decided_at = now() - interval '3 days' WHERE id = ANY($1)`, [
    made.slice(1, 2),
  ]);
  await pool.query(`UPDATE decisions SET decided_at = now() - interval '8 days' WHERE id = ANY($1)`, [made.slice(9)]);
  const { today, week } = await impact();
  expect(today).toEqual({ decided: 7, corrected: 2 });
  expect(week).toEqual({ decided: 8, corrected: 3 });
});

test('each version says how many of one’s own resolutions it holds, and whether it is live', async () => {
  const before = (await impact()).slots[0]?.given ?? 0;
  expect((await impact()).slots).toMatchObject([{ slotKey, given: before, waiting: before, versions: [] }]);
  await addVersion(1, { isLive: true });
  await decideTasks(house.app, { userId: minji, count: 4 });
  await decideTasks(house.app, { userId: hana, count: 5 });
  await addVersion(2, { isLive: false });
  await decideTasks(house.app, { userId: minji, count: 2 });
  expect((await impact()).slots).toEqual([
    {
      slotKey,
      nameKo: smallQueue.nameKo,
      nameEn: smallQueue.nameEn,
      given: before + 6,
      waiting: 2,
      versions: [
        { number: 2, verdict: 'kept', isLive: false, held: before + 4 },
        { number: 1, verdict: 'promoted', isLive: true, held: before },
      ],
    },
  ]);
});
