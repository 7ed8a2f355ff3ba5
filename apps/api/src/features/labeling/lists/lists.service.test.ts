import { decisionListInput, taskListInput, taskSorts } from '@jeoul/shared/labeling/lists';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '../../../lib/app.ts';
import { testApp, type TestApp } from '../../../testing/app.ts';
import { addMenuItems, addOperator, addQueue, smallQueue } from '../../../testing/catalog.ts';
import { decideTasks, undo } from '../../../testing/decisions.ts';
import { listDecisions, listTasks } from './lists.service.ts';

const items = 120;
let house: TestApp;
let app: App;
let hana = '';
let duri = '';
let undoneId = '';

beforeAll(async () => {
  house = await testApp();
  ({ app } = house);
  await addMenuItems(app, items);
  await addQueue(app);
  // Ties on purpose: a page must end and begin within them.
  await app.db.pool.query(`UPDATE tasks SET priority = (('x' || right(id::text, 1))::bit(4)::int % 3) / 3.0,
    top_probability = CASE WHEN right(id::text, 1) < '8' THEN 0.25 WHEN right(id::text, 1) < 'e' THEN 0.75 END,
    top_label_key = 'chicken-fried'`);
  hana = await addOperator(app, 'hana');
  duri = await addOperator(app, 'duri');
  await decideTasks(app, { userId: hana, count: 20 });
  const [first = ''] = await decideTasks(app, { userId: duri, count: 10 });
  undoneId = first;
  await undo(app, { userId: duri, decisionId: first });
});
afterAll(() => house[Symbol.asyncDispose]());

const tasks = (input: Record<string, unknown>) =>
  listTasks(app, taskListInput.parse({ queueKey: smallQueue.key, limit: 7, ...input }));
const decisions = (input: Record<string, unknown>) =>
  listDecisions(app, decisionListInput.parse({ queueKey: smallQueue.key, limit: 7, ...input }));

async function allTasks(input: Record<string, unknown>) {
  const rows = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listTasks>> = await tasks({ ...input, cursor });
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor !== null);
  return rows;
}

test.each(taskSorts)('turning pages by %s meets every task once and in order, also within ties', async (sort) => {
  const rows = await allTasks({ sort });
  const { rows: expected } = await app.db.pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM tasks WHERE state = 'open' ${sort.endsWith('probability') ? 'AND top_probability IS NOT NULL' : ''}`,
  );
  expect(new Set(rows.map((row) => row.taskId)).size).toBe(rows.length);
  expect(rows.length).toBe(expected[0]?.count);
  const key = sort.replace('-', '');
  const values = rows.map((row) =>
    key === 'priority' ? row.priority : key === 'created' ? Date.parse(row.createdAt) : (row.probability ?? Number.NaN),
  );
  expect(values).toEqual(values.toSorted((a, b) => (sort.startsWith('-') ? b - a : a - b)));
});

test('a text is found by syllables, half-typed and by initial consonants, and a rare one exactly', async () => {
  const names = async (text: string) => (await allTasks({ text, state: 'open' })).map((row) => row.text);
  const cold = await names('물냉면');
  expect(cold.length).toBeGreaterThan(5);
  expect(cold.every((name) => name.includes('물냉면'))).toBe(true);
  expect((await names('물냉며')).toSorted()).toEqual(cold.toSorted());
  expect((await names('ㅁㄴㅁ')).toSorted()).toEqual(cold.toSorted());
  expect((await names('ㅁㄴ')).toSorted()).toEqual(cold.toSorted());
  expect(await names('100%_')).toEqual([]);
});

test('a family of labels finds what is below it', async () => {
  const all = await allTasks({});
  expect((await allTasks({ predicted: 'chicken' })).length).toBe(all.length);
  expect(await allTasks({ predicted: 'noodle' })).toEqual([]);
});

test('a decided task says what was decided by whom, and one under the hand who holds it', async () => {
  const resolved = await allTasks({ state: 'resolved' });
  expect(resolved.length).toBe(29);
  expect(new Set(resolved.map((row) => row.decidedBy))).toEqual(new Set(['hana', 'duri']));
  expect(resolved.every((row) => row.labelKey !== null && row.state === 'resolved')).toBe(true);
  const held = await allTasks({ state: 'held' });
  expect(held.map((row) => row.holder)).toEqual(['duri']);
});

test('decisions are found by who made them and how they ended, those taken back among them', async () => {
  expect((await decisions({ decidedBy: hana, limit: 50 })).rows.length).toBe(20);
  const undone = await decisions({ kind: 'undone', limit: 50 });
  expect(undone.rows.map((row) => row.decisionId)).toEqual([undoneId]);
  const accepted = await decisions({ kind: 'accepted', limit: 50 });
  const corrected = await decisions({ kind: 'corrected', limit: 50 });
  expect(accepted.rows.every((row) => row.labelKey === 'chicken-fried')).toBe(true);
  expect(accepted.rows.length + corrected.rows.length).toBe(29);
});

test('a cursor that no page gave is refused', async () => {
  await expect(tasks({ cursor: 'nonsense' })).rejects.toThrow('INVALID_INPUT');
});
