import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serializeTextModel, trainTextModel } from '@jeoul/ml/text-classifier';
import type { GivenAnswer } from '@jeoul/shared/labeling/answers';
import type { SkipReason } from '@jeoul/shared/labeling/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { decide } from '../../features/labeling/decide.service.ts';
import { exportToLabelStudio } from '../../features/labeling/interchange/export.service.ts';
import { importFromLabelStudio } from '../../features/labeling/interchange/import.service.ts';
import { claim } from '../../features/labeling/labeling.service.ts';
import { commandActor } from '../../lib/audit.ts';
import type { App } from '../../lib/app.ts';
import { testApp, type TestApp } from '../../testing/app.ts';
import { addMenuItems, addOperator, addQueue, smallQueue, trueLabelOf } from '../../testing/catalog.ts';
import { decideTasks, undo } from '../../testing/decisions.ts';
import { addReviewQueue, addReviews, smallReviewQueue } from '../../testing/reviews.ts';
import { withItemIntake } from './item-intake.ts';

let here: TestApp;
let there: TestApp;
let folder = '';
let operator = '';

beforeAll(async () => {
  [here, there] = await Promise.all([testApp(), testApp()]);
  folder = await mkdtemp(path.join(tmpdir(), 'jeoul-round-trip-'));
  await addMenuItems(here.app, 24);
  for (const { app } of [here, there]) {
    await addQueue(app);
    await addReviewQueue(app);
  }
  operator = await addOperator(here.app, 'dana');
  await addOperator(there.app, 'dana');
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await here[Symbol.asyncDispose]();
  await there[Symbol.asyncDispose]();
});

async function exported(queueKey: string, { app }: TestApp = here, only: 'resolved' | 'open' | null = null) {
  const parts: string[] = [];
  const pieces = exportToLabelStudio(app, commandActor, { queueKey, only, withPeople: true });
  for (;;) {
    const next = await pieces.next();
    if (next.done) return { text: parts.join(''), figures: next.value };
    parts.push(next.value);
  }
}

async function imported(queueKey: string, text: string, { app }: TestApp = there) {
  const file = path.join(folder, `${randomUUID()}.json`);
  await writeFile(file, text);
  const kind = queueKey === smallQueue.key ? 'menus' : 'reviews';
  return withItemIntake({ kind, pool: app.db.pool, mapping: {}, storeName: null }, (items) =>
    importFromLabelStudio(app, commandActor, {
      queueKey,
      path: file,
      fileName: 'round-trip.json',
      project: null,
      isDryRun: false,
      users: {},
      labels: {},
      answerFields: [],
      items,
    }),
  );
}

type Row = Record<string, unknown>;

/** All that was said in a queue, by the item it was said of. */
async function said({ app }: TestApp, queueKey: string): Promise<Row[]> {
  return app.db.prisma.$queryRaw<Row[]>`
    SELECT coalesce(m.external_id, v.external_id) AS item, coalesce(m.name, v.text) AS text, s.external_id AS store,
           t.state, t.escalated_at IS NOT NULL AS "isEscalated", d.id, d.label_key, d.label_keys, d.answer, d.skip_reason,
           d.comment, d.duration_ms, d.decided_at, u.email, r.label_key AS resolved, r.answer AS "resolvedAnswer",
           m.label_key AS category
    FROM tasks t JOIN queues q ON q.id = t.queue_id
    LEFT JOIN menu_items m ON m.id = t.item_id LEFT JOIN reviews v ON v.id = t.item_id
    JOIN stores s ON s.id = coalesce(m.store_id, v.store_id)
    LEFT JOIN decisions d ON d.task_id = t.id AND d.undone_at IS NULL LEFT JOIN users u ON u.id = d.user_id
    LEFT JOIN resolutions r ON r.decision_id = d.id AND r.revoked_at IS NULL
    WHERE q.key = ${queueKey} ORDER BY 1, d.id`;
}

const taskList = z.array(
  z.object({
    data: z.record(z.string(), z.union([z.string(), z.number()])),
    annotations: z.array(z.looseObject({ was_cancelled: z.boolean(), ground_truth: z.boolean() })),
    predictions: z.array(
      z.object({
        model_version: z.string(),
        score: z.number(),
        result: z.array(z.looseObject({ type: z.string(), value: z.unknown() })),
      }),
    ),
  }),
);

test('a queue of dishes arrives elsewhere as it left: items, answers, skips and what they came to', async () => {
  const made = await decideTasks(here.app, { userId: operator, count: 10 });
  await undo(here.app, { userId: operator, decisionId: made[0] ?? '' });
  const tasks = await claim(here.app, { userId: operator, queueKey: smallQueue.key, count: 4, holding: [] });
  const reasons: SkipReason[] = ['unsure', 'not_mine', 'broken', 'later'];
  const decisions = tasks.map(({ taskId, fence }, at) => {
    const skipReason = reasons[at % reasons.length] ?? 'unsure';
    return {
      decisionId: randomUUID(),
      taskId,
      fence,
      labelKey: null,
      skipReason,
      comment: `이유 ${at}`,
      durationMs: 1200,
    };
  });
  await decide(here.app, { userId: operator, requestId: 'test', decisions });

  const { text, figures } = await exported(smallQueue.key);
  expect(figures).toMatchObject({ tasks: 24, annotations: 13, bytes: Buffer.byteLength(text) });
  expect(figures.sha256).toBe(createHash('sha256').update(text).digest('hex'));
  const audit = await here.app.db.prisma.auditEntry.findFirstOrThrow({ where: { action: 'queue.exported' } });
  expect(audit.after).toMatchObject({ tasks: 24, annotations: 13, sha256: figures.sha256 });

  await imported(smallQueue.key, text);
  expect(await said(there, smallQueue.key)).toEqual(await said(here, smallQueue.key));
});

test('what arrived can leave again, the same', async () => {
  const tasksOf = async (house: TestApp) => {
    const tasks = taskList.parse(JSON.parse((await exported(smallQueue.key, house)).text));
    return tasks.toSorted((a, b) => String(a.data['jeoul_item_id']).localeCompare(String(b.data['jeoul_item_id'])));
  };
  expect(await tasksOf(there)).toEqual(await tasksOf(here));
});

test('a file that comes back where it left from stores nothing', async () => {
  const before = await said(here, smallQueue.key);
  const { text } = await exported(smallQueue.key);
  const { figures } = await imported(smallQueue.key, text, here);
  expect(figures).toMatchObject({ itemsCreated: 0, decisionsStored: 0, skipsStored: 0, decisionsKnown: 13 });
  expect(await said(here, smallQueue.key)).toEqual(before);
});

test('it comes back the same from Label Studio, which gives tasks and annotations other ids', async () => {
  const before = await said(here, smallQueue.key);
  const tasks = taskList.parse(JSON.parse((await exported(smallQueue.key)).text)).map((task, id) => ({
    id,
    project: 3,
    ...task,
    annotations: task.annotations.map(({ unique_id: _dropped, completed_by: _by, ...annotation }, at) => {
      return { id: id * 100 + at, ...annotation, completed_by: 1, created_at: '2027-01-01T00:00:00Z' };
    }),
  }));
  const { figures } = await imported(smallQueue.key, JSON.stringify(tasks), here);
  expect(figures).toMatchObject({ itemsCreated: 0, decisionsStored: 0, decisionsLeftOut: 0, decisionsKnown: 13 });
  expect(await said(here, smallQueue.key)).toEqual(before);
});

test('what was changed in Label Studio on a task that is resolved here is left out and told', async () => {
  const text = (await exported(smallQueue.key)).text.replaceAll('"chicken-fried"', '"chicken-seasoned"');
  const { figures } = await imported(smallQueue.key, text, here);
  expect(figures.decisionsLeftOut).toBeGreaterThan(0);
  expect(figures.decisionsStored).toBe(0);
});

test('tasks of one state can be exported alone', async () => {
  const [resolved, open] = await Promise.all([
    exported(smallQueue.key, here, 'resolved'),
    exported(smallQueue.key, here, 'open'),
  ]);
  expect(resolved.figures).toMatchObject({ tasks: 9, annotations: 9 });
  expect(open.figures).toMatchObject({ tasks: 15, annotations: 4 });
  const tasks = taskList.parse(JSON.parse(resolved.text));
  expect(tasks.flatMap(({ annotations }) => annotations.map((one) => one.ground_truth))).toEqual(Array(9).fill(true));
});

test('an empty queue is an empty array, and a queue that is not there is said to be missing', async () => {
  expect((await exported(smallReviewQueue.key)).text).toBe('[]\n');
  await expect(exported('nowhere')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('the champion’s proposal leaves with its version and score', async () => {
  const { prisma } = here.app.db;
  const examples = ['후라이드치킨', '양념치킨', '물냉면', '튀김우동'].flatMap((name) =>
    Array.from({ length: 12 }, (_, n) => ({ text: `${name} ${n}호`, labelKeys: [trueLabelOf(name)] })),
  );
  const labels = smallQueue.labelSet.labels.map(({ key, parentKey }) => ({ key, parentKey }));
  const bytes = serializeTextModel(trainTextModel({ kind: 'tree', labels, examples }, { seed: 1 }));
  const { id } = await prisma.modelVersion.create({
    data: {
      slot: { connect: { key: smallQueue.slotKey } },
      number: 7,
      verdict: 'promoted',
      artifactHash: randomUUID(),
      sizeBytes: bytes.length,
      codeVersion: 'test',
      trainSeconds: 1,
      metrics: {},
      artifact: { create: { bytes: new Uint8Array(bytes) } },
    },
  });
  await prisma.slot.update({ where: { key: smallQueue.slotKey }, data: { championId: id } });
  here.app.champions.forget(smallQueue.slotKey);
  const tasks = taskList.parse(JSON.parse((await exported(smallQueue.key)).text));
  for (const { data, predictions } of tasks) {
    const labelKey = trueLabelOf(String(data['name']));
    expect(predictions).toHaveLength(1);
    expect(predictions[0]).toMatchObject({ model_version: 'menu-category v7' });
    expect(predictions[0]?.score).toBeGreaterThan(0.25);
    expect(predictions[0]?.result[0]).toMatchObject({
      type: 'taxonomy',
      value: { taxonomy: [[labelKey.replace(/-.*/, ''), labelKey]] },
    });
  }
  const { figures } = await imported(smallQueue.key, JSON.stringify(tasks));
  expect(figures).toMatchObject({ predictionsIgnored: 24, decisionsStored: 0 });
});

const reviewTexts = [
  '🍗 정말 ㅅㅂ 눅눅해요\n다시는 안 시켜요 \u200f',
  '가족 모두 맛있게 먹었어요 ❤️',
  '여기 말고 다른 가게가 나아요 <b>광고</b>',
];

const labelKeys = ['profanity', 'threat', 'advertisement'] as const;
const answers = fc
  .record({
    keys: fc.subarray([...labelKeys], { minLength: 1 }),
    severity: fc.constantFrom(1 as const, 2 as const, 3 as const),
    from: fc.integer({ min: 2, max: 6 }),
    length: fc.integer({ min: 1, max: 6 }),
    action: fc.constantFrom('keep' as const, 'mask' as const, 'hide' as const, 'blind' as const, 'escalate' as const),
  })
  .map(({ keys, severity, from, length, action }): GivenAnswer => {
    const spans = [{ start: from, end: from + length }];
    const isEffect = action === 'mask' || action === 'hide' || action === 'blind';
    return {
      labels: keys.map((labelKey, at) => (at === 0 ? { labelKey, severity, spans } : { labelKey })),
      action,
      ...(isEffect ? { policyReason: 'rights' as const } : {}),
    };
  });

async function answerAll(app: App, userId: string, given: readonly GivenAnswer[]): Promise<void> {
  const queueKey = smallReviewQueue.key;
  const tasks = await claim(app, { userId, queueKey, count: given.length, holding: [], mayAdjudicate: true });
  const decisions = tasks.map(({ taskId, fence }, at) => {
    const answer = given[at] ?? { labels: [] };
    const comment = answer.action === 'escalate' ? { comment: '판단이 어렵습니다' } : {};
    return {
      decisionId: randomUUID(),
      taskId,
      fence,
      labelKey: null,
      answer,
      skipReason: null,
      durationMs: 800,
      ...comment,
    };
  });
  const outcomes = await decide(app, { userId, requestId: 'test', decisions });
  expect(outcomes.map(({ status }) => status)).toEqual(tasks.map(() => 'acknowledged'));
}

test('answers of several labels arrive as they left, whatever they are; nothing is done to a review', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(answers, { minLength: 3, maxLength: 3 }), async (given) => {
      await addReviews(here.app, reviewTexts);
      await here.app.db.prisma.$executeRaw`
        INSERT INTO tasks (queue_id, item_id) SELECT q.id, v.id FROM reviews v, queues q
        WHERE q.key = ${smallReviewQueue.key} ON CONFLICT DO NOTHING`;
      await answerAll(here.app, operator, [...given.slice(0, 2), { labels: [] }]);
      const { text } = await exported(smallReviewQueue.key);
      await imported(smallReviewQueue.key, text);
      expect(await said(there, smallReviewQueue.key)).toEqual(await said(here, smallReviewQueue.key));
    }),
    { numRuns: 8 },
  );
  expect(await there.app.db.prisma.reviewEffect.count()).toBe(0);
  expect(await there.app.db.prisma.review.count({ where: { visibility: { not: 'visible' } } })).toBe(0);
  expect(await there.app.db.prisma.reviewNotice.count()).toBe(0);
});

test('personal data does not leave, and nothing that stands is overwritten by its mask', async () => {
  await addReviews(here.app, ['전화 주세요 010-1234-5678 꼭이요']);
  await here.app.db.prisma.$executeRaw`
    INSERT INTO tasks (queue_id, item_id) SELECT q.id, v.id FROM reviews v, queues q
    WHERE q.key = ${smallReviewQueue.key} ON CONFLICT DO NOTHING`;
  const { text } = await exported(smallReviewQueue.key, here, 'open');
  expect(text).toContain('전화 주세요 ●●●-●●●●-●●●● 꼭이요');
  expect(text).not.toContain('1234');
  expect(text).not.toContain('단골');
  await imported(smallReviewQueue.key, text, here);
  expect(await here.app.db.prisma.review.count({ where: { text: { contains: '010-1234-5678' } } })).toBe(1);
});

test('a file is read through once it is written', async () => {
  const { text } = await exported(smallQueue.key);
  const file = path.join(folder, 'pretty.json');
  await writeFile(file, JSON.stringify(JSON.parse(text), null, 2));
  const { figures } = await imported(smallQueue.key, await readFile(file, 'utf8'));
  expect(figures).toMatchObject({ tasks: 24, tasksRejected: 0, decisionsKnown: 13 });
});
