import type { GivenAnswer } from '@jeoul/shared/labeling/answers';
import type { LeasedTask } from '@jeoul/shared/labeling/contract';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addOperator } from '../../../testing/catalog.ts';
import { testApp, type TestApp } from '../../../testing/app.ts';
import { addReviewQueue, addReviews, answerReview, reviewOf } from '../../../testing/reviews.ts';
import { decide } from '../decide.service.ts';
import { claim } from '../labeling.service.ts';
import { undoDecision } from '../undo.service.ts';
import { listEffects } from './effects.queries.ts';
import { restoreDue } from './effects.service.ts';
import { letNoticesLeave } from './notices.ts';
import { fileObjection, ruleOnObjection } from './objections.service.ts';

let house: TestApp;
let app: TestApp['app'];
let minji = '';
let hana = '';
let storeId = '';
const texts = Array.from({ length: 60 }, (_, n) => `맛있게 먹었습니다 ${n}번째 주문`);

beforeAll(async () => {
  house = await testApp();
  ({ app } = house);
  ({ storeId } = await addReviews(app, texts));
  await addReviewQueue(app);
  [minji, hana] = [await addOperator(app, 'minji'), await addOperator(app, 'hana')];
});
afterAll(async () => house[Symbol.asyncDispose]());
beforeEach(async () => {
  await app.db.pool.query(`UPDATE tasks SET lease_holder_id = NULL, lease_expires_at = NULL WHERE state = 'open'`);
});

async function claimOne(userId = minji): Promise<LeasedTask> {
  const [task] = await claim(app, { userId, queueKey: 'review-abuse', count: 1, holding: [] });
  if (!task) throw new Error('nothing was left to claim');
  return task;
}

const threat: GivenAnswer = { labels: [{ labelKey: 'threat', severity: 3 }], action: 'blind', policyReason: 'rights' };
const swearing: GivenAnswer = {
  labels: [{ labelKey: 'profanity', severity: 1, spans: [{ start: 0, end: 3 }] }],
  action: 'mask',
  policyReason: 'house_rules',
};
const selling: GivenAnswer = { labels: [{ labelKey: 'advertisement' }], action: 'hide', policyReason: 'house_rules' };

async function decided(answer: GivenAnswer) {
  const task = await claimOne();
  const decisionId = await answerReview(app, { userId: minji, task, answer });
  return { task, decisionId, reviewId: task.item.id };
}

const visibilityOf = async (reviewId: string) =>
  (await app.db.prisma.review.findUniqueOrThrow({ where: { id: reviewId } })).visibility;
const effectOf = (decisionId: string) => app.db.prisma.reviewEffect.findUniqueOrThrow({ where: { decisionId } });
const undo = (decisionId: string) => undoDecision(app, { userId: minji, decisionId, requestId: 'test' });

/** Makes time pass for what a decision did. */
async function makeDue(decisionId: string): Promise<void> {
  await app.db.pool.query(
    `UPDATE review_effects SET ends_at = now() - interval '1 second' WHERE decision_id = $1 AND ends_at IS NOT NULL`,
    [decisionId],
  );
}

async function letNoticesGo(decisionId: string): Promise<void> {
  const { id } = await effectOf(decisionId);
  await app.db.pool.query(`UPDATE review_notices SET due_at = now() WHERE effect_id = $1`, [id]);
  await letNoticesLeave(app);
}

async function noticesOf(decisionId: string): Promise<string[]> {
  const { id } = await effectOf(decisionId);
  const notices = await app.db.prisma.reviewNotice.findMany({
    where: { effectId: id, withdrawnAt: null },
    orderBy: [{ createdAt: 'asc' }, { recipient: 'asc' }],
  });
  return notices.map(({ kind, recipient }) => `${kind} to ${recipient}`);
}

test.each([
  ['mask', swearing, 'masked'],
  ['hide', selling, 'hidden'],
  ['blind', threat, 'blinded'],
])('%s changes what customers see and keeps what it was decided on', async (action, answer, visibility) => {
  const { task, decisionId, reviewId } = await decided(answer);
  expect(await visibilityOf(reviewId)).toBe(visibility);
  expect(await effectOf(decisionId)).toMatchObject({ action, reviewId, endedAt: null, decidedById: minji });
  const decision = await app.db.prisma.decision.findUniqueOrThrow({ where: { id: decisionId } });
  const resolution = await app.db.prisma.resolution.findUniqueOrThrow({ where: { decisionId } });
  for (const row of [decision, resolution]) {
    expect(row).toMatchObject({ labelKeys: answer.labels.map(({ labelKey }) => labelKey), answer });
  }
  expect(resolution.text).toBe(reviewOf(task).text);
});

test('nothing wrong is an answer that leaves the review alone', async () => {
  const { decisionId, reviewId } = await decided({ labels: [], action: 'keep' });
  expect(await visibilityOf(reviewId)).toBe('visible');
  expect(await app.db.prisma.reviewEffect.count({ where: { decisionId } })).toBe(0);
  const resolution = await app.db.prisma.resolution.findUniqueOrThrow({ where: { decisionId } });
  expect(resolution).toMatchObject({ labelKey: 'none', labelKeys: [] });
});

test('an answer with an unknown label, a span past the text or an action without its reason is refused whole', async () => {
  const task = await claimOne();
  const bad: GivenAnswer[] = [
    { labels: [{ labelKey: 'chicken' }] },
    { labels: [{ labelKey: 'threat', spans: [{ start: 0, end: 4000 }] }] },
    { labels: [{ labelKey: 'threat' }], action: 'hide' },
  ];
  for (const answer of bad) {
    await expect(answerReview(app, { userId: minji, task, answer })).rejects.toThrow('INVALID_INPUT');
  }
  expect(await visibilityOf(task.item.id)).toBe('visible');
  expect(await app.db.prisma.decision.count({ where: { taskId: task.taskId } })).toBe(0);
});

test('a blind ends by itself after thirty days and the review is back at its place', async () => {
  const order = async () =>
    (
      await app.db.prisma.review.findMany({
        where: { storeId, visibility: 'visible' },
        orderBy: [{ writtenAt: 'desc' }, { id: 'desc' }],
        select: { id: true },
      })
    ).map(({ id }) => id);
  const before = await order();
  const { decisionId, reviewId } = await decided(threat);
  const { startedAt, endsAt } = await effectOf(decisionId);
  expect(endsAt?.getTime()).toBe(startedAt.getTime() + 30 * 24 * 3600 * 1000);
  expect(await order()).toEqual(before.filter((id) => id !== reviewId));
  expect(await restoreDue(app)).toBe(0);
  await makeDue(decisionId);
  expect((await Promise.all([restoreDue(app), restoreDue(app)])).reduce((sum, n) => sum + n)).toBe(1);
  expect(await order()).toEqual(before);
  expect((await effectOf(decisionId)).endReason).toBe('expired');
  expect(await noticesOf(decisionId)).toEqual([
    'blinded to author',
    'blinded to store',
    'restored to author',
    'restored to store',
  ]);
  const [entry] = await app.db.prisma.auditEntry.findMany({ where: { action: 'effect.ended', targetId: reviewId } });
  expect(entry).toMatchObject({ actorKind: 'job', after: { reason: 'expired', visibility: 'visible' } });
});

test('an undo within the grace takes the effect back and nobody hears of it', async () => {
  const { decisionId, reviewId } = await decided(threat);
  await letNoticesLeave(app);
  expect(await noticesOf(decisionId)).toEqual(['blinded to author', 'blinded to store']);
  await undo(decisionId);
  expect(await visibilityOf(reviewId)).toBe('visible');
  expect(await noticesOf(decisionId)).toEqual([]);
  await makeDue(decisionId);
  expect(await restoreDue(app)).toBe(0);
});

test('an undo after both sides were told tells them that it no longer holds', async () => {
  const { decisionId, reviewId } = await decided(selling);
  await letNoticesGo(decisionId);
  await undo(decisionId);
  await undo(decisionId);
  expect(await visibilityOf(reviewId)).toBe('visible');
  expect(await noticesOf(decisionId)).toEqual([
    'hidden to author',
    'hidden to store',
    'withdrawn to author',
    'withdrawn to store',
  ]);
});

test('deciding anew replaces what was done, and undoing that brings the former effect back', async () => {
  const first = await decided(selling);
  await app.db.pool.query(`UPDATE tasks SET state = 'open', lease_holder_id = NULL, priority = 3 WHERE id = $1`, [
    first.task.taskId,
  ]);
  await app.db.pool.query(`UPDATE resolutions SET revoked_at = now() WHERE task_id = $1`, [first.task.taskId]);
  const again = await decided(swearing);
  expect(again.reviewId).toBe(first.reviewId);
  expect(await visibilityOf(first.reviewId)).toBe('masked');
  expect((await effectOf(first.decisionId)).endReason).toBe('replaced');
  await undo(again.decisionId);
  expect(await visibilityOf(first.reviewId)).toBe('hidden');
  expect((await effectOf(first.decisionId)).endedAt).toBeNull();
  await app.db.pool.query(`UPDATE tasks SET state = 'resolved' WHERE id = $1`, [first.task.taskId]);
});

test('an objection that is upheld puts the review back; who decided may not rule on it', async () => {
  const { decisionId, reviewId } = await decided(threat);
  const { id: effectId } = await effectOf(decisionId);
  const file = () => fileObjection(app, { userId: hana, requestId: 'test', effectId, reason: '사실을 썼습니다' });
  await file();
  await expect(file()).rejects.toMatchObject({ code: 'CONFLICT' });
  const rule = (userId: string, isUpheld: boolean) =>
    ruleOnObjection(app, { userId, requestId: 'test', effectId, isUpheld, ruling: '근거 없음' });
  await expect(rule(minji, false)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect(await visibilityOf(reviewId)).toBe('blinded');
  await rule(hana, true);
  expect(await visibilityOf(reviewId)).toBe('visible');
  await expect(rule(hana, false)).rejects.toMatchObject({ code: 'CONFLICT' });
  expect((await noticesOf(decisionId)).slice(-2)).toEqual(['objection_upheld to author', 'objection_upheld to store']);
  expect((await app.db.prisma.reviewObjection.findUniqueOrThrow({ where: { effectId } })).state).toBe('upheld');
});

test('an objection that is rejected leaves the clock running, and one nobody ruled on is moot when it has run out', async () => {
  const [ruled, open] = [await decided(threat), await decided(threat)];
  for (const { decisionId } of [ruled, open]) {
    const { id: effectId } = await effectOf(decisionId);
    await fileObjection(app, { userId: hana, requestId: 'test', effectId, reason: '억울합니다' });
  }
  const { id: effectId } = await effectOf(ruled.decisionId);
  await ruleOnObjection(app, { userId: hana, requestId: 'test', effectId, isUpheld: false, ruling: '위협이 맞음' });
  expect(await visibilityOf(ruled.reviewId)).toBe('blinded');
  for (const { decisionId } of [ruled, open]) await makeDue(decisionId);
  expect(await restoreDue(app)).toBe(2);
  const states = await app.db.prisma.reviewObjection.findMany({ select: { effectId: true, state: true } });
  expect(states).toContainEqual({ effectId, state: 'rejected' });
  expect(states).toContainEqual({ effectId: (await effectOf(open.decisionId)).id, state: 'moot' });
});

test('what is passed up needs a comment, stays open, and goes to those alone who may adjudicate', async () => {
  const task = await claimOne();
  const answer: GivenAnswer = { labels: [], action: 'escalate' };
  const decisionId = await answerReview(app, { userId: minji, task, answer, comment: '협박인지 모르겠습니다' });
  const own = await claim(app, { userId: hana, queueKey: 'review-abuse', count: 50, holding: [] });
  expect(own.map(({ taskId }) => taskId)).not.toContain(task.taskId);
  const [first] = await claim(app, {
    userId: hana,
    queueKey: 'review-abuse',
    count: 1,
    holding: own.map(({ taskId }) => taskId),
    mayAdjudicate: true,
  });
  expect(first?.taskId).toBe(task.taskId);
  await app.db.pool.query('UPDATE tasks SET lease_holder_id = NULL, lease_expires_at = NULL WHERE id = $1', [
    task.taskId,
  ]);
  await undo(decisionId);
  expect((await app.db.prisma.task.findUniqueOrThrow({ where: { id: task.taskId } })).escalatedAt).toBeNull();
});

test('a decision sent twice starts one effect', async () => {
  const task = await claimOne();
  const decision = {
    decisionId: crypto.randomUUID(),
    taskId: task.taskId,
    fence: task.fence,
    labelKey: null,
    answer: selling,
    skipReason: null,
    durationMs: 10,
  };
  const send = () => decide(app, { userId: minji, requestId: 'test', decisions: [decision] });
  expect(await send()).toEqual(await send());
  expect(await app.db.prisma.reviewEffect.count({ where: { reviewId: task.item.id } })).toBe(1);
  expect(await noticesOf(decision.decisionId)).toHaveLength(2);
});

test('the list of effects says where a review stands among its store’s, and shows a masked one as customers see it', async () => {
  const { decisionId, reviewId } = await decided(swearing);
  const list = await listEffects(app.db.prisma, { filter: 'open', limit: 200, viewerId: minji });
  const shown = list.find((effect) => effect.reviewId === reviewId);
  const older = await app.db.prisma.review.findMany({ where: { storeId }, orderBy: { writtenAt: 'desc' } });
  expect(shown).toMatchObject({
    id: (await effectOf(decisionId)).id,
    isOwn: true,
    place: older.findIndex(({ id }) => id === reviewId) + 1,
    reviewsOfStore: texts.length,
    labelKeys: ['profanity'],
  });
  expect(shown?.shownText).toBe(`●●●${shown?.text.slice(3)}`);
  const [, second] = list;
  const rest = await listEffects(app.db.prisma, {
    filter: 'open',
    limit: 200,
    cursor: second?.id ?? null,
    viewerId: hana,
  });
  expect(rest.map(({ id }) => id)).toEqual(list.slice(2).map(({ id }) => id));
});
