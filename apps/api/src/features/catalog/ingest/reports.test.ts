import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addOperator } from '../../../testing/catalog.ts';
import { undo } from '../../../testing/decisions.ts';
import { addApiKey, handIn, type SentAs } from '../../../testing/ingest.ts';
import { addReviewQueue, answerReview } from '../../../testing/reviews.ts';
import { testServer, type TestServer } from '../../../testing/server.ts';
import type { IngestAnswer } from './ingest.service.ts';

let server: TestServer;
let own: SentAs;
let userId = '';

beforeAll(async () => {
  server = await testServer();
  await addReviewQueue(server.app);
  own = await addApiKey(server.app);
  userId = await addOperator(server.app, 'operator');
});
afterAll(() => server[Symbol.asyncDispose]());
beforeEach(async () => {
  await server.app.db.prisma.apiKey.updateMany({ data: { paidUntil: new Date(0) } });
});

async function send(where: 'reviews' | 'reports', body: unknown): Promise<IngestAnswer> {
  const response = await handIn({ url: `${server.url}/api/ingest/${where}`, body, ...own });
  expect(response.status).toBe(200);
  return (await response.json()) as IngestAnswer;
}

async function addReview(text = '별로예요'): Promise<{ id: string; storeId: string; text: string }> {
  const review = { id: randomUUID(), storeId: 's-1', text };
  await send('reviews', review);
  return review;
}

const report = (reviewId: string, reporter: string) => {
  return { reviewId, reporter, reason: '욕설', reportedAt: '2026-03-01T00:00:00Z' };
};

async function taskOf(externalId: string) {
  const { id } = await server.app.db.prisma.review.findUniqueOrThrow({ where: { externalId } });
  return server.app.db.prisma.task.findFirstOrThrow({ where: { itemId: id } });
}

/** Leases a review's task and decides it. */
async function decideReview(externalId: string, action: 'keep' | 'hide'): Promise<string> {
  const { id: taskId, fence } = await taskOf(externalId);
  await server.app.db.prisma.task.update({ where: { id: taskId }, data: { leaseHolderId: userId } });
  const answer =
    action === 'keep'
      ? { labels: [], action }
      : { labels: [{ labelKey: 'advertisement' }], action, policyReason: 'house_rules' as const };
  return answerReview(server.app, { userId, task: { taskId, fence }, answer });
}

test('each person who reports a review moves its task up once, before all that nobody reported', async () => {
  const [once, twice] = [await addReview(), await addReview()];
  await server.app.db.prisma.task.updateMany({ data: { priority: 1 } });
  const answer = await send('reports', [
    report(once.id, 'u-1'),
    report(twice.id, 'u-1'),
    report(twice.id, 'u-2'),
    report(twice.id, 'u-2'),
    report('nobody-knows', 'u-1'),
  ]);
  expect(answer).toEqual({
    created: 3,
    updated: 0,
    unchanged: 1,
    reopened: 0,
    refused: [{ path: '/4/reviewId', reason: 'unknown_review' }],
  });
  const [first, second] = [await taskOf(once.id), await taskOf(twice.id)];
  expect([first.reports, second.reports]).toEqual([1, 2]);
  expect(first.priority).toBeGreaterThan(1);
  expect(second.priority).toBeGreaterThan(first.priority);
  expect(second.priority).toBeLessThan(2);
  expect(await server.app.db.prisma.reviewReport.count()).toBe(3);
});

test('as many people as the queue says, after the decision, open the task again; fewer and earlier ones do not', async () => {
  const { id } = await addReview();
  await send('reports', [report(id, 'early-1'), report(id, 'early-2'), report(id, 'early-3')]);
  await decideReview(id, 'keep');
  expect(await send('reports', [report(id, 'late-1'), report(id, 'late-2')])).toMatchObject({ reopened: 0 });
  expect((await taskOf(id)).state).toBe('resolved');
  expect(await send('reports', report(id, 'late-3'))).toMatchObject({ created: 1, reopened: 1 });
  expect((await taskOf(id)).state).toBe('open');
  await decideReview(id, 'keep');
  expect((await taskOf(id)).state).toBe('resolved');
});

test('a queue may open nothing again for reports, or after another number of people', async () => {
  const { prisma } = server.app.db;
  const { id } = await addReview();
  await decideReview(id, 'keep');
  await prisma.queue.updateMany({ data: { reopenAfterReports: 0 } });
  expect(await send('reports', [report(id, 'a'), report(id, 'b'), report(id, 'c')])).toMatchObject({ reopened: 0 });
  await prisma.queue.updateMany({ data: { reopenAfterReports: 4 } });
  expect(await send('reports', report(id, 'd'))).toMatchObject({ reopened: 1 });
  await prisma.queue.updateMany({ data: { reopenAfterReports: 3 } });
});

test('reports of a review that customers do not see open nothing', async () => {
  const { id } = await addReview();
  await decideReview(id, 'hide');
  const answer = await send('reports', [report(id, 'u-1'), report(id, 'u-2'), report(id, 'u-3')]);
  expect(answer).toMatchObject({ created: 3, reopened: 0 });
});

test('another text opens the task again; the review stays hidden until it is decided to keep it', async () => {
  const review = await addReview('광고입니다 010');
  await decideReview(review.id, 'hide');
  expect(await send('reviews', { ...review, rating: 3 })).toMatchObject({ updated: 1, reopened: 0 });
  expect(await send('reviews', { ...review, text: '맛있어요' })).toMatchObject({ updated: 1, reopened: 1 });
  const shown = async () =>
    (await server.app.db.prisma.review.findUniqueOrThrow({ where: { externalId: review.id } })).visibility;
  expect((await taskOf(review.id)).state).toBe('open');
  expect(await shown()).toBe('hidden');
  const decisionId = await decideReview(review.id, 'keep');
  expect(await shown()).toBe('visible');
  await undo(server.app, { userId, decisionId });
  expect(await shown()).toBe('hidden');
  await decideReview(review.id, 'keep');
  expect(await shown()).toBe('visible');
  expect(await server.app.db.prisma.reviewEffect.count({ where: { endReason: 'replaced', endedAt: null } })).toBe(0);
});

test('a decision whose task was opened again can no longer be undone', async () => {
  const review = await addReview('그저 그래요');
  const decisionId = await decideReview(review.id, 'keep');
  await send('reviews', { ...review, text: '별로' });
  await expect(undo(server.app, { userId, decisionId })).rejects.toMatchObject({ code: 'UNDO_TOO_LATE' });
});
