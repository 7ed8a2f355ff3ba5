import { randomUUID } from 'node:crypto';
import { decisionListInput, taskListInput } from '@jeoul/shared/labeling/lists';
import { forecastPast, type TeamRange } from '@jeoul/shared/labeling/team';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  addMenuItems,
  addOperator,
  addQueue,
  smallQueue,
  testHouse,
  type TestHouse,
} from '../../../testing/catalog.ts';
import { listDecisions, listTasks } from '../lists/lists.service.ts';
import { undoDecision } from '../undo.service.ts';
import { teamBacklogs } from './backlog.service.ts';
import { dayStart } from './counted-days.ts';
import { teamFigures } from './figures.service.ts';
import { ownFigures } from './own-figures.service.ts';

const queueKey = smallQueue.key;
/** Noon of 22 November in Seoul; all of the days before are over. */
const now = new Date('2026-11-22T03:00:00Z');
let house: TestHouse;
let queueId = '';
let hana = '';
let duri = '';
let tasks: string[] = [];

beforeAll(async () => {
  house = await testHouse();
  await addMenuItems(house, 80);
  queueId = await addQueue(house);
  [hana, duri] = [await addOperator(house, 'hana'), await addOperator(house, 'duri')];
  const rows = await house.db.prisma.task.findMany({ select: { id: true }, orderBy: { id: 'asc' } });
  tasks = rows.map(({ id }) => id);
});
afterAll(() => house[Symbol.asyncDispose]());
beforeEach(async () => {
  const tables = [
    'decisions',
    'resolutions',
    'operator_days',
    'label_days',
    'pace_days',
    'counted_days',
    'changed_days',
  ];
  await house.db.pool.query(`TRUNCATE ${[...tables, 'task_overlaps'].join(', ')} CASCADE`);
  await house.db.pool.query(`UPDATE tasks SET state = 'open', resolved_at = NULL, lease_holder_id = NULL,
    lease_expires_at = NULL, deferred_until = NULL, escalated_at = NULL, created_at = now()`);
});

type Made = {
  by: string;
  at: string;
  task?: number;
  label?: string | null;
  predicted?: string | null;
  ms?: number;
  skip?: string;
  undone?: boolean;
  resolves?: boolean;
};

/** Stores a decision as it would stand in the table. */
async function made(one: Made): Promise<string> {
  const { by, at, task = 0, label = 'chicken-fried', predicted = 'chicken-fried', ms = 2_000 } = one;
  const id = randomUUID();
  const answer = label === null ? null : { labels: [{ labelKey: label }] };
  await house.db.pool.query(
    `INSERT INTO decisions (id, task_id, queue_id, user_id, label_key, label_keys, answer, skip_reason, predicted_label_key,
       duration_ms, decided_at, undone_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      id,
      tasks[task],
      queueId,
      by,
      label,
      label ? [label] : [],
      answer,
      one.skip ?? null,
      predicted,
      ms,
      at,
      one.undone ? at : null,
    ],
  );
  if (one.resolves === true) {
    await house.db.pool.query('UPDATE resolutions SET revoked_at = now() WHERE task_id = $1', [tasks[task]]);
    await house.db.pool.query(
      `INSERT INTO resolutions (task_id, queue_id, item_id, decision_id, label_key, label_keys, answer, text, text_key, source)
       SELECT t.id, t.queue_id, t.item_id, $2, $3, ARRAY[$3], $4, '', '', 'people' FROM tasks t WHERE t.id = $1`,
      [tasks[task], id, label, answer],
    );
  }
  return id;
}

const figures = (days: TeamRange = 7) => teamFigures(house, { queueKey, days, userId: hana, now });
const own = (userId: string, days: TeamRange = 7) => ownFigures(house, { queueKey, days, userId, now });

/** How many decisions the list of these filters holds, page after page, since a day in Seoul. */
async function listed(filter: Record<string, unknown>, from: string): Promise<number> {
  let count = 0;
  let cursor: string | null = null;
  do {
    const asked = { queueKey, decidedFrom: dayStart(from).toISOString(), limit: 7, cursor, ...filter };
    const page: Awaited<ReturnType<typeof listDecisions>> = await listDecisions(house, decisionListInput.parse(asked));
    count += page.rows.length;
    cursor = page.next;
  } while (cursor !== null);
  return count;
}

test('a decision belongs to the day in Seoul, and the range begins with a whole one', async () => {
  await made({ by: hana, at: '2026-11-15T14:59:59.999Z' });
  await made({ by: hana, at: '2026-11-15T15:00:00Z', task: 1 });
  await made({ by: hana, at: '2026-11-20T14:59:59.999Z', task: 2 });
  await made({ by: duri, at: '2026-11-20T15:00:00Z', task: 3 });
  const { from, to, moments } = await figures();
  expect([from, to]).toEqual(['2026-11-16', '2026-11-22']);
  const days = moments.map(({ day, answered }) => [day, answered]);
  expect(days.toSorted()).toEqual([
    ['2026-11-16', 1],
    ['2026-11-20', 1],
    ['2026-11-21', 1],
  ]);
});

test('today comes by hour in Seoul', async () => {
  await made({ by: hana, at: '2026-11-21T14:59:00Z' });
  await made({ by: hana, at: '2026-11-21T15:10:00Z', task: 1 });
  await made({ by: hana, at: '2026-11-22T02:59:59Z', task: 2 });
  await made({ by: duri, at: '2026-11-22T02:00:00Z', task: 3 });
  const { moments } = await figures(1);
  expect(moments.map(({ hour, answered }) => [hour, answered]).toSorted()).toEqual([
    [0, 1],
    [11, 2],
  ]);
});

test('what was taken back, skipped or passed up is counted apart and answers nothing', async () => {
  const at = '2026-11-19T03:00:00Z';
  await made({ by: hana, at });
  await made({ by: hana, at, task: 1, label: 'chicken-seasoned' });
  await made({ by: hana, at, task: 2, predicted: null });
  await made({ by: hana, at, task: 3, undone: true });
  await made({ by: hana, at, task: 4, label: null, skip: 'unsure' });
  await made({ by: hana, at, task: 5, label: null, skip: 'later', undone: true });
  await made({ by: hana, at, task: 6, label: null });
  const { queues } = await figures();
  const tally = { answered: 3, proposed: 2, accepted: 1, skipped: 1, escalated: 1, undone: 2 };
  expect(queues).toEqual([{ queueKey, ...tally, acceptance: null }]);
});

test('a day that was counted is counted anew once a decision in it is taken back or brought in later', async () => {
  const at = '2026-11-18T03:00:00Z';
  const first = await made({ by: hana, at, resolves: true });
  await made({ by: hana, at, task: 1 });
  await house.db.pool.query(`UPDATE tasks SET state = 'resolved' WHERE id = $1`, [tasks[0]]);
  const answered = async () => (await figures()).queues[0]?.answered;
  expect(await answered()).toBe(2);
  await undoDecision(house, { userId: hana, decisionId: first, requestId: 'test' });
  expect(await answered()).toBe(1);
  await made({ by: duri, at, task: 2 });
  await made({ by: duri, at, task: 3 });
  expect(await answered()).toBe(3);
  const { rows } = await house.db.pool.query('SELECT FROM changed_days WHERE day < $1', ['2026-11-22']);
  expect(rows.length).toBe(0);
});

test('days that nothing changed in are not read again', async () => {
  await made({ by: hana, at: '2026-11-18T03:00:00Z' });
  await figures();
  const countedAt = () =>
    house.db.pool.query<{ at: string }>('SELECT day, counted_at::text AS at FROM counted_days ORDER BY day');
  const { rows: before } = await countedAt();
  expect(before.length).toBe(6);
  await figures();
  expect((await countedAt()).rows).toEqual(before);
});

test('counts made at the same time by several pages agree', async () => {
  for (let task = 0; task < 10; task++) await made({ by: hana, at: '2026-11-18T03:00:00Z', task });
  const all = await Promise.all([figures(), figures(28), own(hana), figures()]);
  expect([all[0].queues[0]?.answered, all[1].queues[0]?.answered, all[2].period.answered]).toEqual([10, 10, 10]);
  expect(all[3].queues[0]?.answered).toBe(10);
});

test('a person is measured only with twenty answers, and then with Wilson’s interval and the median’s', async () => {
  for (let task = 0; task < 20; task++) {
    const label = task < 18 ? 'chicken-fried' : 'noodle-udon';
    // 1.0 s, 1.2 s (1,234 ms counts two digits), 3.0 s and 9.9 s, five times each.
    const ms = [1_000, 1_234, 3_000, 9_900][task % 4] ?? 0;
    await made({ by: hana, at: `2026-11-2${1 + (task % 2)}T02:00:00Z`, task, label, ms });
  }
  for (let task = 20; task < 39; task++) await made({ by: duri, at: '2026-11-21T02:00:00Z', task });
  const { operators } = await figures();
  expect(operators.map(({ name, isSelf }) => [name, isSelf])).toEqual([
    ['hana', true],
    ['duri', false],
  ]);
  const [first, second] = operators;
  expect(first?.acceptance?.value).toBe(0.9);
  expect(first?.acceptance?.low).toBeCloseTo(0.699, 3);
  expect(first?.acceptance?.high).toBeCloseTo(0.972, 3);
  // Ranks 10 and 11 are 1.2 and 3.0; the bounds are at ranks 5 and 16.
  expect(first?.seconds?.value).toBeCloseTo(2.1, 9);
  expect([first?.seconds?.low, first?.seconds?.high]).toEqual([1, 9.9]);
  expect([second?.answered, second?.acceptance, second?.seconds]).toEqual([19, null, null]);
});

/** 25 tasks of both: on 20 they agree, the last word on each is Duri's. Five more Hana answered alone. */
async function overlap(): Promise<void> {
  for (let task = 0; task < 30; task++) {
    const label = task % 2 === 0 ? 'chicken-fried' : 'noodle-udon';
    await made({ by: hana, at: '2026-11-20T02:00:00Z', task, label });
    if (task >= 25) continue;
    const other = task < 20 ? label : 'noodle-cold';
    await made({ by: duri, at: '2026-11-21T02:00:00Z', task, label: other, resolves: true });
  }
}

test('an answer is right when the resolution another person gave says the same, and one’s own resolution proves nothing', async () => {
  await overlap();
  const { operators } = await figures();
  const of = (userId: string) => operators.find((operator) => operator.userId === userId);
  expect([of(hana)?.compared, of(hana)?.upheld, of(hana)?.accuracy?.value]).toEqual([25, 20, 0.8]);
  expect([of(duri)?.compared, of(duri)?.upheld, of(duri)?.accuracy]).toEqual([0, 0, null]);
});

test('agreement is measured on the tasks two people answered', async () => {
  await overlap();
  const { agreement } = await figures();
  const [one] = agreement;
  expect([one?.tasks, one?.answers, one?.measured?.observed]).toEqual([25, 50, 0.8]);
  // Chance by the answers together: fried 13 + 10, udon 12 + 10, cold 5, of 50.
  const chance = (23 ** 2 + 22 ** 2 + 5 ** 2) / 50 ** 2;
  expect(one?.measured?.fleiss?.value).toBeCloseTo((0.8 - chance) / (1 - chance), 9);
  // Cohen's by each one's own: 13/25 · 10/25 + 12/25 · 10/25.
  const own = (13 * 10 + 12 * 10) / 25 ** 2;
  expect(one?.pairs).toHaveLength(1);
  expect(one?.pairs[0]?.tasks).toBe(25);
  expect(one?.pairs[0]?.kappa?.value).toBeCloseTo((0.8 - own) / (1 - own), 9);
  expect(one?.measured?.alpha?.low).toBeLessThan(one?.measured?.alpha?.value ?? 0);
});

test('with too few shared tasks nothing is said of agreement, nor with none', async () => {
  expect((await figures()).agreement).toEqual([
    { queueKey, tasks: 0, answers: 0, isCapped: false, measured: null, pairs: [] },
  ]);
  await made({ by: hana, at: '2026-11-20T02:00:00Z' });
  await made({ by: duri, at: '2026-11-20T03:00:00Z' });
  const [one] = (await figures()).agreement;
  expect([one?.tasks, one?.measured, one?.pairs[0]?.kappa]).toEqual([1, null, null]);
});

test('each figure’s list holds as many decisions as the figure says', async () => {
  await overlap();
  await made({ by: hana, at: '2026-11-22T02:00:00Z', task: 40, predicted: 'noodle-cold' });
  await made({ by: hana, at: '2026-11-22T02:00:00Z', task: 41, undone: true });
  await made({ by: duri, at: '2026-11-22T02:00:00Z', task: 42, label: null, skip: 'unsure' });
  await made({ by: duri, at: '2026-11-17T02:00:00Z', task: 43, label: null });
  await made({ by: duri, at: '2026-11-17T02:00:00Z', task: 44, predicted: null });
  const { from, moments, queues, labels, agreement, operators } = await figures();
  const names = [
    ['answered', 'answered'],
    ['proposed', 'proposed'],
    ['accepted', 'accepted'],
    ['skipped', 'skipped'],
    ['escalated', 'escalated'],
    ['undone', 'undone'],
  ] as const;
  for (const [figure, kind] of names) {
    expect(await listed({ kind }, from), figure).toBe(queues[0]?.[figure]);
    for (const operator of operators) {
      expect(await listed({ kind, decidedBy: operator.userId }, from), figure).toBe(operator[figure]);
    }
    for (const { day, ...moment } of moments) {
      const decidedTo = new Date(dayStart(day).getTime() + 86_400_000).toISOString();
      expect(await listed({ kind, decidedTo }, day), `${figure} on ${day}`).toBe(moment[figure]);
    }
  }
  expect(labels.length).toBeGreaterThan(2);
  for (const { labelKey, chosen, proposed, accepted } of labels) {
    const counts = [
      await listed({ kind: 'answered', chosen: labelKey }, from),
      await listed({ kind: 'proposed', predicted: labelKey }, from),
      await listed({ kind: 'accepted', predicted: labelKey }, from),
    ];
    expect(counts, labelKey).toEqual([chosen, proposed, accepted]);
  }
  for (const { userId, compared, upheld } of operators) {
    expect(await listed({ kind: 'compared', decidedBy: userId }, from)).toBe(compared);
    expect(await listed({ kind: 'upheld', decidedBy: userId }, from)).toBe(upheld);
    expect(await listed({ kind: 'overruled', decidedBy: userId }, from)).toBe(compared - upheld);
  }
  expect(await listed({ kind: 'shared' }, from)).toBe(agreement[0]?.answers);
});

test('what waits is told by state, age and limit, and each list holds as many', async () => {
  const set = (task: number, change: string) =>
    house.db.pool.query(`UPDATE tasks SET ${change} WHERE id = $1`, [tasks[task]]);
  // The queue's limit is a day: 3 are past it, 4 will be within the next, the rest came just now.
  for (let task = 0; task < 3; task++) await set(task, `created_at = now() - interval '${30 + task} hours'`);
  for (let task = 3; task < 7; task++) await set(task, `created_at = now() - interval '${task} hours'`);
  await house.db.pool.query(`UPDATE tasks SET created_at = now() + interval '1 hour' WHERE id = ANY($1::uuid[])`, [
    tasks.slice(7),
  ]);
  await set(70, `state = 'resolved'`);
  await set(8, `lease_holder_id = '${hana}', lease_expires_at = now() + interval '1 minute'`);
  await set(9, `lease_holder_id = '${hana}', lease_expires_at = now() - interval '1 minute'`);
  await set(10, `deferred_until = now() + interval '1 minute'`);
  await set(11, `deferred_until = now() - interval '1 minute'`);
  await set(12, 'escalated_at = now()');
  await set(13, `escalated_at = now(), state = 'resolved'`);
  const [backlog] = await teamBacklogs(house, {});
  const at = (count: number) => ({ count, isCapped: false });
  expect(backlog).toMatchObject({
    waiting: at(78),
    held: 1,
    deferred: at(1),
    escalated: at(1),
    past: at(3),
    soon: at(4),
  });
  const count = async (filter: Record<string, unknown>) =>
    (await listTasks(house, taskListInput.parse({ queueKey, limit: 200, ...filter }))).rows.length;
  expect(await count({})).toBe(78);
  for (const [state, expected] of [
    ['held', 1],
    ['deferred', 1],
    ['escalated', 1],
  ] as const) {
    expect(await count({ state }), state).toBe(expected);
  }
  expect([await count({ due: 'past' }), await count({ due: 'soon', sort: 'created' })]).toEqual([3, 4]);
  expect(Math.round((backlog?.ages?.oldest ?? 0) / 3600)).toBe(32);
});

test('today’s answers and what was taken back of them stand beside what waits', async () => {
  const at = new Date().toISOString();
  await made({ by: hana, at });
  await made({ by: hana, at, task: 1 });
  await made({ by: duri, at, task: 2, undone: true });
  await made({ by: duri, at, task: 3, label: null, skip: 'unsure' });
  const before = new Date(Date.now() - 86_400_000).toISOString();
  await made({ by: duri, at: before, task: 4 });
  const [backlog] = await teamBacklogs(house, {});
  expect(backlog?.today).toEqual({ answered: 2, undone: 1 });
  const day = backlog?.day ?? '';
  expect([await listed({ kind: 'answered' }, day), await listed({ kind: 'undone' }, day)]).toEqual([2, 1]);
});

test('ages are by nearest rank: of ten tasks the fifth oldest is the median', async () => {
  await house.db.pool.query(`UPDATE tasks SET state = 'resolved'`);
  for (let hour = 1; hour <= 10; hour++) {
    await house.db.pool.query(
      `UPDATE tasks SET state = 'open', created_at = now() - make_interval(hours => $2) WHERE id = $1`,
      [tasks[hour], hour],
    );
  }
  const [backlog] = await teamBacklogs(house, { queueKey });
  const hours = [backlog?.ages?.median, backlog?.ages?.p90, backlog?.ages?.oldest].map((s = 0) => Math.round(s / 3600));
  expect(hours).toEqual([5, 9, 10]);
  await house.db.pool.query(`UPDATE tasks SET state = 'resolved'`);
  expect((await teamBacklogs(house, { queueKey }))[0]?.ages).toBeNull();
});

test('the pace of the last 24 hours says how many will be late', () => {
  expect(forecastPast({ past: 30, soon: 100, lastDay: 90 })).toBe(40);
  expect(forecastPast({ past: 0, soon: 10, lastDay: 90 })).toBe(0);
});

test('one’s own figures are of oneself alone, beside one’s own past', async () => {
  for (let task = 0; task < 20; task++) await made({ by: hana, at: '2026-11-21T02:00:00Z', task, ms: 2_000 });
  for (let task = 20; task < 50; task++) await made({ by: hana, at: '2026-11-01T02:00:00Z', task, ms: 4_000 });
  for (let task = 50; task < 80; task++) await made({ by: duri, at: '2026-11-21T02:00:00Z', task, ms: 9_000 });
  for (let task = 20; task < 45; task++) {
    const label = task < 40 ? 'chicken-fried' : 'noodle-udon';
    await made({ by: duri, at: '2026-11-02T02:00:00Z', task, label, resolves: true });
  }
  const { period, past, days } = await own(hana);
  expect([period.compared, past.compared, past.upheld, past.accuracy?.value]).toEqual([0, 25, 20, 0.8]);
  expect([period.answered, period.seconds?.value]).toEqual([20, 2]);
  expect([past.answered, past.seconds?.value]).toEqual([30, 4]);
  expect(days).toHaveLength(35);
  expect(days.filter(({ answered }) => answered > 0).map(({ day, answered }) => [day, answered])).toEqual([
    ['2026-11-01', 30],
    ['2026-11-21', 20],
  ]);
});
