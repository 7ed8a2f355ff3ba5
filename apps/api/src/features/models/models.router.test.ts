import type { Role } from '@jeoul/shared/access/permissions';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appRouter } from '../../router.ts';
import { addOperator, addQueue, smallQueue } from '../../testing/catalog.ts';
import { testApp, type TestApp } from '../../testing/app.ts';

const { slotKey } = smallQueue;
let house: TestApp;
let userId: string;

beforeAll(async () => {
  house = await testApp();
  await addQueue(house.app);
  userId = await addOperator(house.app, 'dana');
});
afterAll(() => house[Symbol.asyncDispose]());

const as = (role: Role) =>
  appRouter.createCaller({
    app: house.app,
    requestId: 'test',
    user: { id: userId, name: 'dana', email: 'dana@example.test', role, locale: 'ko', theme: 'system', veil: 'likely' },
  }).models;

describe.each(['operator', 'analyst'] as const)('%s', (role) => {
  it('may look at everything', async () => {
    const models = as(role);
    expect(await models.slots()).toMatchObject([{ key: slotKey, champion: null, queueKey: smallQueue.key }]);
    expect(await models.versions({ slotKey })).toEqual([]);
    expect(await models.curve({ slotKey })).toEqual([]);
    expect(await models.measuredCurve({ slotKey })).toBeNull();
    expect(await models.history({ slotKey })).toEqual([]);
    expect(await models.history({})).toEqual([]);
    expect(await models.liveAt({ slotKey, at: '2026-11-22T12:05:00+09:00' })).toBeNull();
  });

  it('may change nothing', async () => {
    const models = as(role);
    const version = { modelVersionId: randomUUID() };
    const forbidden = { code: 'FORBIDDEN' };
    await expect(models.train({ slotKey })).rejects.toMatchObject(forbidden);
    await expect(models.cancel({ runId: randomUUID() })).rejects.toMatchObject(forbidden);
    await expect(models.promote({ ...version, championVersion: 0, reason: 'r' })).rejects.toMatchObject(forbidden);
    await expect(models.rollBack({ slotKey, championVersion: 0, reason: 'r' })).rejects.toMatchObject(forbidden);
    await expect(models.reject(version)).rejects.toMatchObject(forbidden);
    await expect(models.updateSlot({ slotKey, trainEvery: 1, promotionPolicy: 'person' })).rejects.toMatchObject(
      forbidden,
    );
  });
});

it('shows a marketer no models at all', async () => {
  await expect(as('marketer').slots()).rejects.toMatchObject({ code: 'FORBIDDEN' });
});

it('asks a reason of whoever changes the champion', async () => {
  const models = as('ml_engineer');
  await expect(models.rollBack({ slotKey, championVersion: 0, reason: '   ' })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
});

it('knows no version that was never made', async () => {
  await expect(as('ml_engineer').version({ slotKey, number: 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(as('ml_engineer').slot({ slotKey: 'no-such-slot' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
