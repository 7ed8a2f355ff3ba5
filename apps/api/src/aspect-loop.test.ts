import { randomUUID } from 'node:crypto';
import type { GivenAnswer, GivenLabel } from '@jeoul/shared/labeling/answers';
import type { LeasedTask } from '@jeoul/shared/labeling/contract';
import type { Polarity } from '@jeoul/shared/labeling/polarity';
import type { ModelMetrics } from '@jeoul/shared/models/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decide } from './features/labeling/decide.service.ts';
import { claim, queueLabels } from './features/labeling/labeling.service.ts';
import { listDecisions } from './features/labeling/lists/lists.service.ts';
import { recentDecisions } from './features/labeling/own-work.service.ts';
import { rescoreSlot } from './features/labeling/rescore.jobs.ts';
import { undoDecision } from './features/labeling/undo.service.ts';
import { startRun } from './features/models/runs.service.ts';
import { runTraining } from './features/models/training.jobs.ts';
import { commandActor } from './lib/audit.ts';
import { testApp, type TestApp } from './testing/app.ts';
import { addAspectQueue } from './testing/aspects.ts';
import { addOperator } from './testing/catalog.ts';
import { addReviewQueue, addReviews, answerReview, leaseReviews, reviewOf } from './testing/reviews.ts';

const queueKey = 'review-aspects';
const phrases: readonly (readonly [labelKey: string, polarity: Polarity, words: string])[] = [
  ['crispy', 'positive', '겉이 바삭해요'],
  ['crispy', 'negative', '하나도 안 바삭하네요'],
  ['salty', 'negative', '너무 짭니다'],
  ['salty', 'positive', '간이 딱 맞아요'],
  ['chewy', 'neutral', '쫄깃함은 보통'],
];
const nouns = ['치킨', '피자', '국밥', '김밥', '만두', '우동', '족발', '초밥'];
/** Nothing, one phrase, or two about different labels, in turn. */
const combinations: number[][] = [[], [0], [1], [2], [3], [4], [0, 2], [1, 3]];
const texts = Array.from({ length: 720 }, (_, n) => {
  const said = (combinations[n % 8] ?? []).map((at) => phrases[at]?.[2]).join(' ');
  return `${nouns[Math.floor(n / 8) % 8] ?? ''} 왔습니다 ${said} ${n}번`;
});

function saidIn(text: string): GivenLabel[] {
  return phrases.flatMap(([labelKey, polarity, words]) => {
    const start = text.indexOf(words);
    return start < 0 ? [] : [{ labelKey, polarity, spans: [{ start, end: start + words.length }] }];
  });
}

let house: TestApp;
let userId = '';

const lease = (count: number) => claim(house.app, { userId, queueKey, count, holding: [] });

async function reasonAgainst(task: LeasedTask, answer: GivenAnswer): Promise<string | null> {
  const decision = {
    decisionId: randomUUID(),
    taskId: task.taskId,
    fence: task.fence,
    labelKey: null,
    answer,
    skipReason: null,
    durationMs: 1,
  };
  const [outcome] = await decide(house.app, { userId, requestId: 'test', decisions: [decision] });
  return outcome?.status === 'conflict' ? outcome.reason : null;
}

async function train(): Promise<void> {
  const { runId } = await startRun(house.app, commandActor, queueKey);
  await runTraining(house.app, { runId }, { attempt: 1, isLastAttempt: true, signal: new AbortController().signal });
}

beforeAll(async () => {
  house = await testApp();
  await addReviews(house.app, texts);
  await addAspectQueue(house.app);
  await addReviewQueue(house.app);
  userId = await addOperator(house.app, 'dana');
});
afterAll(() => house[Symbol.asyncDispose]());

it('offers each label once a polarity, under the label it is a polarity of', async () => {
  const labels = await queueLabels(house.app, queueKey);
  expect(labels.filter(({ polarity }) => polarity !== undefined)).toHaveLength(9);
  expect(labels.find(({ key }) => key === 'crispy:neutral')).toMatchObject({ parentKey: 'crispy', isLeaf: true });
});

it('stores polarity and evidence as they were given, tells them in lists, and takes them back', async () => {
  const [task] = await lease(1);
  if (!task) throw new Error('no review to decide');
  const spans = [{ start: 0, end: reviewOf(task).text.length }];
  const labels: GivenLabel[] = [
    { labelKey: 'crispy', polarity: 'negative', spans },
    { labelKey: 'salty', polarity: 'neutral' },
  ];
  const decisionId = await answerReview(house.app, { userId, task, answer: { labels } });
  const [row] = await house.app.db.prisma.resolution.findMany({ where: { decisionId } });
  expect(row).toMatchObject({
    labelKey: 'crispy:negative+salty:neutral',
    labelKeys: ['crispy:negative', 'salty:neutral'],
    answer: { labels },
  });
  const [recent] = await recentDecisions(house.app, { userId, queueKey, limit: 1 });
  expect(recent?.answer).toEqual({ labels });
  const listed = async (chosen: string) => {
    const list = { queueKey, chosen, limit: 10, sort: '-decided' as const, cursor: null };
    return (await listDecisions(house.app, list)).rows.map(({ labelKey }) => labelKey);
  };
  for (const chosen of ['crispy:negative', 'crispy', 'texture', 'taste']) {
    expect(await listed(chosen)).toEqual(['crispy:negative+salty:neutral']);
  }
  for (const chosen of ['crispy:positive', 'chewy']) expect(await listed(chosen)).toEqual([]);
  await undoDecision(house.app, { userId, decisionId, requestId: 'test' });
  expect(await house.app.db.prisma.resolution.count({ where: { decisionId, revokedAt: null } })).toBe(0);
});

it('tells the marketplace what a review says once the decision can no longer be taken back unheard', async () => {
  const { prisma } = house.app.db;
  await prisma.webhookEndpoint.create({ data: { url: 'https://reviews.example', events: ['review.labels_changed'] } });
  const [first, second] = await lease(2);
  if (!first || !second) throw new Error('no reviews to decide');
  const labels: GivenLabel[] = [{ labelKey: 'crispy', polarity: 'positive', spans: [{ start: 0, end: 2 }] }];
  const kept = await answerReview(house.app, { userId, task: first, answer: { labels } });
  const undone = await answerReview(house.app, { userId, task: second, answer: { labels } });
  await undoDecision(house.app, { userId, decisionId: undone, requestId: 'test' });
  const owed = await prisma.webhookDelivery.findMany({ orderBy: { id: 'asc' } });
  expect(owed.map(({ state, standing }) => [state, standing])).toEqual([
    ['waiting', kept],
    ['withdrawn', undone],
  ]);
  const review = await prisma.review.findUniqueOrThrow({
    where: { id: first.item.id },
    include: { store: true },
  });
  expect(owed[0]?.payload).toEqual({
    reviewId: review.externalId,
    storeId: review.store.externalId,
    queue: queueKey,
    labels,
  });
  await prisma.webhookDelivery.updateMany({ where: { standing: kept }, data: { state: 'delivered' } });
  await undoDecision(house.app, { userId, decisionId: kept, requestId: 'test' });
  const last = await prisma.webhookDelivery.findFirstOrThrow({ orderBy: { id: 'desc' } });
  expect([last.state, last.standing, last.payload]).toEqual([
    'waiting',
    null,
    { reviewId: review.externalId, storeId: review.store.externalId, queue: queueKey, labels: null },
  ]);
  await prisma.webhookEndpoint.updateMany({ data: { disabledAt: new Date() } });
});

it('refuses labels without their polarity, evidence outside the text, and anything done to the review', async () => {
  const [task] = await lease(1);
  if (!task) throw new Error('no review to decide');
  const crispy: GivenLabel = { labelKey: 'crispy', polarity: 'positive' };
  const beyond = { start: 0, end: reviewOf(task).text.length + 1 };
  const refused: GivenAnswer[] = [
    { labels: [{ labelKey: 'crispy' }] },
    { labels: [{ labelKey: 'crispy:positive' }] },
    { labels: [{ labelKey: 'texture', polarity: 'positive' }] },
    { labels: [crispy, { ...crispy, polarity: 'negative' }] },
    { labels: [{ ...crispy, spans: [beyond] }] },
    { labels: [crispy], action: 'hide', policyReason: 'house_rules' },
  ];
  for (const answer of refused) expect(await reasonAgainst(task, answer)).toBe('INVALID_INPUT');
  expect(await house.app.db.prisma.reviewEffect.count()).toBe(0);
});

it('learns polarities from decisions, proposes them with their words, and scores what waits', async () => {
  for (let done = 0; done < 480; done += 40) {
    for (const task of await lease(40)) {
      await answerReview(house.app, { userId, task, answer: { labels: saidIn(reviewOf(task).text) } });
    }
  }
  await train();
  const [version] = await house.app.db.prisma.modelVersion.findMany({
    where: { slotKey: queueKey },
    include: { dataSet: true },
  });
  const metrics = version?.metrics as ModelMetrics;
  expect(version?.verdict).toBe('promoted');
  expect([metrics.accuracy > 0.9, metrics.macroF1 > 0.9]).toEqual([true, true]);
  expect(Object.keys(version?.dataSet?.labelCounts as object).toSorted()).toEqual(
    ['none', ...phrases.map(([labelKey, polarity]) => `${labelKey}:${polarity}`)].toSorted(),
  );
  await rescoreSlot(house.app, { slotKey: queueKey });
  house.app.champions.forget(queueKey);
  const waiting = await lease(50);
  const two = waiting.filter((task) => saidIn(reviewOf(task).text).length === 2);
  expect(two.length).toBeGreaterThan(0);
  for (const task of two) {
    const { text } = reviewOf(task);
    const expected = saidIn(text);
    const proposed = task.prediction?.proposed ?? [];
    expect(proposed.map(({ labelKey }) => labelKey).toSorted()).toEqual(
      expected.map(({ labelKey, polarity }) => `${labelKey}:${polarity}`).toSorted(),
    );
    for (const { labelKey, spans } of proposed) {
      const strongest = spans.toSorted((a, b) => b.contribution - a.contribution)[0];
      const words = phrases.find(([key, polarity]) => `${key}:${polarity}` === labelKey)?.[2];
      expect(words).toContain(text.slice(strongest?.start, strongest?.end).trim());
    }
    const stored = await house.app.db.prisma.task.findUniqueOrThrow({ where: { id: task.taskId } });
    expect(stored.topLabelKey?.split('+')).toEqual(proposed.map(({ labelKey }) => labelKey).toSorted());
  }
});

it('never proposes two polarities of one label', async () => {
  const both = phrases.slice(0, 2).map(([, , words]) => words);
  const { storeId } = await house.app.db.prisma.review.findFirstOrThrow();
  const review = await house.app.db.prisma.review.create({
    data: { storeId, externalId: randomUUID(), text: `치킨 왔습니다 ${both.join(' ')}` },
  });
  const queue = await house.app.db.prisma.queue.findUniqueOrThrow({ where: { key: queueKey } });
  await house.app.db.prisma.task.create({ data: { queueId: queue.id, itemId: review.id, priority: 1.5 } });
  const [task] = await lease(1);
  expect(reviewOf(task).id).toBe(review.id);
  const proposed = task?.prediction?.proposed?.map(({ labelKey }) => labelKey) ?? [];
  expect(proposed.filter((key) => key.startsWith('crispy:'))).toHaveLength(1);
});

it('tells that a review may hurt by what the queue of harm has against it', async () => {
  const [harm] = await leaseReviews(house.app, userId);
  if (!harm) throw new Error('no review to decide');
  await answerReview(house.app, {
    userId,
    task: harm,
    answer: { labels: [{ labelKey: 'threat' }], action: 'hide', policyReason: 'house_rules' },
  });
  const same = await house.app.db.prisma.task.findFirstOrThrow({
    where: { itemId: harm.item.id, queue: { key: queueKey } },
  });
  await house.app.db.prisma.task.update({
    where: { id: same.id },
    data: { state: 'open', priority: 1.9, leaseHolderId: null, leaseExpiresAt: null },
  });
  const [task, other] = await lease(2);
  expect(task?.taskId).toBe(same.id);
  expect([reviewOf(task).mayHurt, reviewOf(other).mayHurt]).toEqual([true, false]);
});
