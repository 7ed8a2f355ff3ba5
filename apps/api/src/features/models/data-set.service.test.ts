import { isHeldOut, usualHeldOutShare } from '@jeoul/shared/models/rules';
import { textKey } from '@jeoul/shared/catalog/text-key';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { resolutionsLock } from '../../lib/locks.ts';
import { addMenuItems, addOperator, addQueue, smallQueue, trueLabelOf } from '../../testing/catalog.ts';
import { decideTasks, undo } from '../../testing/decisions.ts';
import { testApp, type TestApp } from '../../testing/app.ts';
import { freezeDataSet, readDataSet } from './data-set.service.ts';

const { slotKey } = smallQueue;
let house: TestApp;
let userId: string;

beforeAll(async () => {
  house = await testApp();
  await addMenuItems(house.app, 400);
  await addQueue(house.app);
  userId = await addOperator(house.app, 'dana');
});
afterAll(() => house[Symbol.asyncDispose]());

const freeze = async () => {
  const frozen = await freezeDataSet(house.app, slotKey);
  if (!frozen) throw new Error('nothing to freeze');
  return frozen;
};

it('has nothing to freeze while there is no resolution', async () => {
  expect(await freezeDataSet(house.app, slotKey)).toBeNull();
});

it('keeps a frozen data set as it was when a decision is undone or made afterwards', async () => {
  const decisions = await decideTasks(house.app, { userId, count: 60 });
  const { id, rows } = await freeze();
  const before = await readDataSet(house.app, id);
  expect(rows).toBe(60);

  await undo(house.app, { userId, decisionId: decisions[0] ?? '' });
  await undo(house.app, { userId, decisionId: decisions[59] ?? '' });
  await decideTasks(house.app, { userId, count: 30, labelOf: () => 'noodle-udon' });

  expect(await readDataSet(house.app, id)).toEqual(before);
  const next = await freeze();
  expect(next.id).not.toBe(id);
  expect(next.rows).toBe(60 - 2 + 30);
});

it('is one data set when the same content is frozen twice', async () => {
  const first = await freeze();
  expect(await freeze()).toEqual(first);
  const stored = await house.app.db.prisma.dataSet.findUniqueOrThrow({ where: { id: first.id } });
  expect(stored.trainCount + stored.testCount).toBe(first.rows);
});

it('splits by the hash of the text alone, so that the same dish is never on both sides', async () => {
  await decideTasks(house.app, { userId, count: 100 });
  const { id } = await freeze();
  const { rows } = await readDataSet(house.app, id);
  expect(rows.some((row) => row.isHeldOut)).toBe(true);
  for (const row of rows) {
    const hash = createHash('sha256').update(textKey(row.text)).digest('hex');
    expect(row.isHeldOut).toBe(isHeldOut(hash, usualHeldOutShare));
  }
});

it('counts the labels it holds', async () => {
  const { id, labels } = await freeze();
  const [{ rows }, stored] = await Promise.all([
    readDataSet(house.app, id),
    house.app.db.prisma.dataSet.findUniqueOrThrow({ where: { id } }),
  ]);
  const counted: Record<string, number> = {};
  for (const { labelKey } of rows) counted[labelKey] = (counted[labelKey] ?? 0) + 1;
  expect(stored.labelCounts).toEqual(counted);
  expect(labels).toBe(Object.keys(counted).length);
  expect(counted[trueLabelOf('물냉면')]).toBeGreaterThan(0);
});

it('waits for decisions that are being stored, whose numbers could be lower than one it already saw', async () => {
  const slow = await house.app.db.pool.connect();
  try {
    await slow.query('BEGIN');
    await slow.query('SELECT pg_advisory_xact_lock_shared($1)', [resolutionsLock]);
    const freezing = freeze();
    const settled = await Promise.race([freezing.then(() => true), new Promise((r) => setTimeout(r, 300, false))]);
    expect(settled).toBe(false);
    await slow.query('COMMIT');
    expect((await freezing).rows).toBeGreaterThan(0);
  } finally {
    slow.release();
  }
});
