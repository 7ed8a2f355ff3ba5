import { afterAll, beforeAll, expect, test } from 'vitest';
import { addOperator } from '../../../testing/catalog.ts';
import { testApp, type TestApp } from '../../../testing/app.ts';
import { addReviewQueue, addReviews, answerReview, reviewOf } from '../../../testing/reviews.ts';
import { claim } from '../labeling.service.ts';
import { decisionRows, taskRows } from '../lists/list-rows.queries.ts';
import { recentDecisions } from '../own-work.service.ts';
import { reviewEvidence } from './evidence.queries.ts';
import { revealPersonalData } from './personal-data.service.ts';

let house: TestApp;
let app: TestApp['app'];
let minji = '';
let hana = '';
const text = '환불은 010-0123-4567 로 연락 주세요 시1발';

beforeAll(async () => {
  house = await testApp();
  ({ app } = house);
  await addReviews(app, [text, '맛있어요', '또 시킬게요'], '홍길동');
  await addReviewQueue(app);
  [minji, hana] = [await addOperator(app, 'minji'), await addOperator(app, 'hana')];
});
afterAll(async () => house[Symbol.asyncDispose]());

test('personal data leaves the server only when asked for, by who works at the task, and the asking is written down', async () => {
  const tasks = await claim(app, { userId: minji, queueKey: 'review-abuse', count: 3, holding: [] });
  expect(JSON.stringify(tasks)).not.toMatch(/0123|홍길동/u);
  const task = tasks.find(({ item }) => item.kind === 'review' && item.personal.length > 0);
  if (!task) throw new Error('no review with personal data');
  const review = reviewOf(task);
  expect(review.text).toBe('환불은 ●●●-●●●●-●●●● 로 연락 주세요 시1발');
  expect(review.personal).toEqual([{ start: 4, end: 17, kind: 'phone' }]);
  expect(review.recovered).toEqual([{ start: 27, end: 30, recovered: expect.stringMatching(/^[시씨]발$/u) }]);

  const ask = (userId: string) => revealPersonalData(app, { userId, requestId: 'test', taskId: task.taskId });
  await expect(ask(hana)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect(await app.db.prisma.auditEntry.count({ where: { action: 'personal-data.revealed' } })).toBe(0);
  expect(await ask(minji)).toEqual({ text });
  const entries = await app.db.prisma.auditEntry.findMany({ where: { action: 'personal-data.revealed' } });
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({ actorId: minji, targetId: review.id, after: { kinds: ['phone'] } });
  expect(JSON.stringify(entries)).not.toContain('0123');

  const answer = {
    labels: [{ labelKey: 'profanity', spans: [{ start: 27, end: 30 }] }],
    action: 'mask' as const,
    policyReason: 'house_rules' as const,
  };
  await answerReview(app, { userId: minji, task, answer });
  const [recent] = await recentDecisions(app, { userId: minji, queueKey: 'review-abuse', limit: 1 });
  expect(recent?.answer).toEqual(answer);
  expect(JSON.stringify(recent)).not.toContain('0123');
  // What a model learns from is the text as it was judged.
  expect((await app.db.prisma.resolution.findFirstOrThrow()).text).toBe(text);
  expect(await ask(minji)).toEqual({ text });
});

test('lists and what is exported of them show no personal data either', async () => {
  const tasks = await app.db.prisma.task.findMany({ select: { id: true } });
  const decisions = await app.db.prisma.decision.findMany({ select: { id: true } });
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
  const listed = [
    ...(await taskRows(app.db, 'review', ids(tasks))),
    ...(await decisionRows(app.db, 'review', ids(decisions))),
  ];
  expect(listed).toHaveLength(4);
  expect(JSON.stringify(listed)).not.toContain('0123');
});

test('the evidence counts what the writer wrote before and what was done to it, without saying who', async () => {
  const { taskId } = await app.db.prisma.task.findFirstOrThrow({ where: { state: 'open' } }).then(async (task) => {
    const newest = await app.db.prisma.review.findFirstOrThrow({ orderBy: { writtenAt: 'desc' } });
    const found = await app.db.prisma.task.findFirst({ where: { itemId: newest.id } });
    return { taskId: found?.id ?? task.id };
  });
  const evidence = await reviewEvidence(app.db.prisma, { taskId });
  expect(evidence).toMatchObject({
    author: { reviews: 2, acted: 1 },
    store: { reviews: 2, acted: 1 },
    escalation: null,
  });
  expect(JSON.stringify(evidence)).not.toContain('홍길동');
});
