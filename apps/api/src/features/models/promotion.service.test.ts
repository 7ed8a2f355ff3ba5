import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Actor } from '../../lib/audit.ts';
import { addOperator, addQueue, smallQueue } from '../../testing/catalog.ts';
import { testApp, type TestApp } from '../../testing/app.ts';
import { liveAt, promotionHistory } from './history.service.ts';
import { describeSlot } from './models.service.ts';
import { promote, rejectVersion, rollBack } from './promotion.service.ts';

const { slotKey } = smallQueue;
let house: TestApp;
let actor: Actor;
let versions: string[];

const figures = { accuracy: 0.8, macroF1: 0.7, ece: 0.02, rows: 50, perLabel: [], confusions: [], reliability: [] };

/** Facts of a version are all that promotion looks at. */
async function addVersion(number: number, verdict = 'waiting'): Promise<string> {
  const { id } = await house.app.db.prisma.modelVersion.create({
    data: {
      slotKey,
      number,
      verdict,
      artifactHash: randomUUID(),
      sizeBytes: 1,
      codeVersion: 'test',
      trainSeconds: 1,
      metrics: figures,
    },
  });
  return id;
}

beforeAll(async () => {
  house = await testApp();
  await addQueue(house.app);
  actor = { kind: 'person', id: await addOperator(house.app, 'mina') };
});
afterAll(() => house[Symbol.asyncDispose]());

beforeEach(async () => {
  const { prisma } = house.app.db;
  await prisma.promotion.deleteMany();
  await prisma.modelVersion.deleteMany();
  await prisma.slot.update({ where: { key: slotKey }, data: { championId: null, championVersion: 0 } });
  versions = [await addVersion(1), await addVersion(2), await addVersion(3)];
});

const slot = () => describeSlot(house.app, slotKey);
const promoteNth = async (nth: number, championVersion: number, reason = '정확도가 높습니다') =>
  promote(house.app, { actor, modelVersionId: versions[nth - 1] ?? '', championVersion, reason });
const rescoresOwed = () => house.app.db.prisma.jobOutbox.count({ where: { name: 'labeling.rescore' } });

it('makes a version the champion, says who and why, and owes the rescore', async () => {
  const owed = await rescoresOwed();
  await promoteNth(1, 0);
  const { champion, championVersion, canRollBack } = await slot();
  expect(champion?.number).toBe(1);
  expect(championVersion).toBe(1);
  expect(canRollBack).toBe(false);
  expect(await rescoresOwed()).toBe(owed + 1);
  const [entry] = await promotionHistory(house.app, { slotKey, limit: 5 });
  expect(entry).toMatchObject({ modelNumber: 1, kind: 'promotion', by: 'mina', reason: '정확도가 높습니다' });
});

it('refuses a promotion by somebody who saw another champion, and changes nothing', async () => {
  await promoteNth(1, 0);
  const owed = await rescoresOwed();
  await expect(promoteNth(2, 0)).rejects.toMatchObject({ code: 'STALE_VERSION', params: { seen: 0, live: 1 } });
  expect((await slot()).champion?.number).toBe(1);
  expect(await rescoresOwed()).toBe(owed);
});

it('lets one of two promotions at once win and refuses the other', async () => {
  const results = await Promise.allSettled([promoteNth(1, 0), promoteNth(2, 0), promoteNth(3, 0)]);
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  expect((await slot()).championVersion).toBe(1);
  expect(await house.app.db.prisma.promotion.count()).toBe(1);
});

it('puts the previous champion back and owes a rescore', async () => {
  await promoteNth(1, 0);
  await promoteNth(2, 1);
  const owed = await rescoresOwed();
  expect((await slot()).previous?.number).toBe(1);
  await rollBack(house.app, { actor, slotKey, championVersion: 2, reason: '음료를 자주 틀립니다' });
  expect((await slot()).champion?.number).toBe(1);
  expect(await rescoresOwed()).toBe(owed + 1);
  const [entry] = await promotionHistory(house.app, { slotKey, limit: 5 });
  expect(entry).toMatchObject({ kind: 'rollback', modelNumber: 1, previousNumber: 2, reason: '음료를 자주 틀립니다' });
});

it('refuses a rollback that is stale, and one with nothing to go back to', async () => {
  await promoteNth(1, 0);
  const reason = '되돌립니다';
  await expect(rollBack(house.app, { actor, slotKey, championVersion: 1, reason })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await promoteNth(2, 1);
  await expect(rollBack(house.app, { actor, slotKey, championVersion: 1, reason })).rejects.toMatchObject({
    code: 'STALE_VERSION',
  });
  expect((await slot()).champion?.number).toBe(2);
});

it('answers what was live at any time: nothing, each champion from its promotion to the next, and now', async () => {
  const start = new Date();
  await promoteNth(1, 0);
  await promoteNth(2, 1);
  await rollBack(house.app, { actor, slotKey, championVersion: 2, reason: '되돌립니다' });
  const history = (await promotionHistory(house.app, { slotKey, limit: 5 })).reverse();
  const times = history.map((entry) => entry.promotedAt);
  expect([...times].sort()).toEqual(times);

  expect(await liveAt(house.app, { slotKey, at: new Date(start.getTime() - 60_000) })).toBeNull();
  for (const [n, { promotedAt, modelNumber }] of history.entries()) {
    const answer = await liveAt(house.app, { slotKey, at: new Date(promotedAt) });
    expect(answer).toMatchObject({ number: modelNumber, since: promotedAt, until: times[n + 1] ?? null });
  }
  expect(await liveAt(house.app, { slotKey, at: new Date(Date.now() + 60_000) })).toMatchObject({
    number: 1,
    until: null,
  });
});

it('keeps history in the order of time when a promotion had to wait for the one before', async () => {
  const { prisma } = house.app.db;
  const held = prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM slots WHERE key = ${slotKey} FOR UPDATE`;
    await new Promise((resolve) => setTimeout(resolve, 200));
    await tx.slot.update({ where: { key: slotKey }, data: { championVersion: 1, championId: versions[0] ?? '' } });
    await tx.promotion.create({
      data: {
        slotKey,
        championVersion: 1,
        modelVersionId: versions[0] ?? '',
        kind: 'promotion',
        reason: 'test',
        promotedAt: new Date(),
      },
    });
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  await Promise.all([held, promoteNth(2, 1)]);
  const [newest, older] = await promotionHistory(house.app, { slotKey, limit: 2 });
  expect(Date.parse(newest?.promotedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(older?.promotedAt ?? ''));
});

it('turns a waiting version down once, and never the one that is live', async () => {
  const [first = '', second = ''] = versions;
  await promoteNth(1, 0);
  await expect(rejectVersion(house.app, { actor, modelVersionId: first })).rejects.toMatchObject({ code: 'CONFLICT' });
  expect((await slot()).waiting?.number).toBe(3);
  await rejectVersion(house.app, { actor, modelVersionId: second });
  await rejectVersion(house.app, { actor, modelVersionId: second });
  const audits = await house.app.db.prisma.auditEntry.count({
    where: { action: 'model-version.rejected', targetId: second },
  });
  expect(audits).toBe(1);
  await expect(rejectVersion(house.app, { actor, modelVersionId: randomUUID() })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

it('asks nobody about a version that waits from before the present champion', async () => {
  await promoteNth(3, 0);
  expect((await slot()).waiting).toBeNull();
});
