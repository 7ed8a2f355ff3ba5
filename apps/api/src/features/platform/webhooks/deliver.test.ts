import { createHmac } from 'node:crypto';
import type { GivenAnswer } from '@jeoul/shared/labeling/answers';
import type { WebhookEvent } from '@jeoul/shared/platform/webhooks';
import { webhookEvents } from '@jeoul/shared/platform/webhooks';
import { expect, test, vi } from 'vitest';
import { commandActor } from '../../../lib/audit.ts';
import type { App } from '../../../lib/app.ts';
import { testApp } from '../../../testing/app.ts';
import { addMenuItems, addOperator, addQueue } from '../../../testing/catalog.ts';
import { decideTasks, undo } from '../../../testing/decisions.ts';
import { testReceiver, type Receiver } from '../../../testing/receiver.ts';
import { addReviewQueue, addReviews, answerReview, endBlinds, leaseReviews } from '../../../testing/reviews.ts';
import { deliver } from './deliver.jobs.ts';
import { listDeliveries, previewRetry, retryDead, retryDelivery } from './deliveries.service.ts';
import { createEndpoint, disableEndpoint } from './endpoints.service.ts';
import { forgetDeliveries } from './forget.service.ts';
import { maxAttempts } from './retry-delay.ts';

const patience = { timeout: 20_000, interval: 100 };

function listen(app: App, { url }: Receiver, events: readonly WebhookEvent[] = webhookEvents) {
  return createEndpoint(app, commandActor, { url, events: [...events], isPrivateAllowed: false });
}

/** Lets the grace of all that waits run out. */
async function letTimePass({ db }: App): Promise<void> {
  await db.prisma.webhookDelivery.updateMany({ where: { state: 'waiting' }, data: { dueAt: new Date(0) } });
  await db.prisma.jobOutbox.updateMany({ where: { publishedAt: null }, data: { dueAt: new Date(0) } });
}

async function menuHouse(app: App) {
  await addMenuItems(app, 4);
  await addQueue(app);
  return addOperator(app, 'operator');
}

async function reviewHouse(app: App, texts: readonly string[]) {
  await addReviews(app, texts);
  await addReviewQueue(app);
  const userId = await addOperator(app, 'operator');
  return { userId, tasks: await leaseReviews(app, userId) };
}

type Told = { id: string; type: string; timestamp: string; data: Record<string, unknown> };
const toldTo = ({ received }: Receiver) => received.map(({ body }) => JSON.parse(body) as Told);
const hide: GivenAnswer = { labels: [{ labelKey: 'advertisement' }], action: 'hide', policyReason: 'house_rules' };

test('a label is told after the grace, signed, once, by the job that its decision owed', async () => {
  await using house = await testApp({ isWorking: true });
  await using receiver = await testReceiver();
  const { app } = house;
  const userId = await menuHouse(app);
  const { secret } = await listen(app, receiver);
  await decideTasks(app, { userId, count: 1 });
  const waiting = await app.db.prisma.webhookDelivery.findFirstOrThrow();
  expect(waiting.dueAt.getTime() - waiting.createdAt.getTime()).toBeCloseTo(600_000, -2);
  await app.dispatcher.drain();
  expect(receiver.received).toEqual([]);
  await letTimePass(app);
  await vi.waitUntil(
    async () => (await app.db.prisma.webhookDelivery.count({ where: { state: 'delivered' } })) === 1,
    patience,
  );
  const [got] = receiver.received;
  expect(receiver.received).toHaveLength(1);
  const [told] = toldTo(receiver);
  expect(told).toMatchObject({ id: waiting.id, type: 'menu_item.label_changed' });
  const item = await app.db.prisma.menuItem.findFirstOrThrow({
    where: { labelKey: { not: null } },
    include: { store: true },
  });
  expect(told?.data).toEqual({
    menuItemId: item.externalId,
    storeId: item.store.externalId,
    name: item.name,
    labelKey: item.labelKey,
  });
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signed = [got?.headers['webhook-id'], got?.headers['webhook-timestamp'], got?.body].join('.');
  expect(got?.headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`);
  expect(JSON.stringify(await app.db.prisma.webhookEndpoint.findMany())).not.toContain(secret);
});

test('a decision undone in time is never told; one undone later is told to be taken back', async () => {
  await using house = await testApp();
  await using receiver = await testReceiver();
  const { app } = house;
  const userId = await menuHouse(app);
  await listen(app, receiver);
  const [early = '', late = ''] = await decideTasks(app, { userId, count: 2 });
  await undo(app, { userId, decisionId: early });
  const states = async () =>
    (await app.db.prisma.webhookDelivery.findMany({ orderBy: { id: 'asc' } })).map(({ state, standing }) => [
      state,
      standing,
    ]);
  expect((await states()).map(([state]) => state).toSorted()).toEqual(['waiting', 'withdrawn']);
  await letTimePass(app);
  await deliverAll(app);
  expect(toldTo(receiver)).toHaveLength(1);
  await undo(app, { userId, decisionId: late });
  await deliverAll(app);
  const [first, second] = toldTo(receiver);
  expect(first?.data['labelKey']).toEqual(expect.any(String));
  expect(second?.data).toEqual({ ...first?.data, labelKey: null });
  expect(toldTo(receiver)).toHaveLength(2);
});

test('an effect on a review is told when it starts and when it ends, by itself or by hand', async () => {
  await using house = await testApp();
  await using receiver = await testReceiver();
  const { app } = house;
  const { userId, tasks } = await reviewHouse(app, ['광고', '협박', '욕설']);
  await listen(app, receiver);
  const [hidden, blinded, taken] = tasks;
  if (!hidden || !blinded || !taken) throw new Error('three tasks were to be had');
  await answerReview(app, { userId, task: hidden, answer: hide });
  const blind: GivenAnswer = { labels: [{ labelKey: 'threat' }], action: 'blind', policyReason: 'rights' };
  await answerReview(app, { userId, task: blinded, answer: blind });
  const decisionId = await answerReview(app, { userId, task: taken, answer: hide });
  await undo(app, { userId, decisionId });
  await letTimePass(app);
  await deliverAll(app);
  expect(
    toldTo(receiver)
      .map(({ type, data }) => [type, data['action']])
      .toSorted(),
  ).toEqual([
    ['review.effect_started', 'blind'],
    ['review.effect_started', 'hide'],
  ]);
  await endBlinds(app);
  await deliverAll(app);
  expect(toldTo(receiver)).toHaveLength(3);
  expect(toldTo(receiver)[2]).toMatchObject({
    type: 'review.effect_ended',
    data: { action: 'blind', policyReason: 'rights', endReason: 'expired' },
  });
});

test('an effect that ends while it waits to be told leaves no word', async () => {
  await using house = await testApp();
  await using receiver = await testReceiver();
  const { app } = house;
  const { userId, tasks } = await reviewHouse(app, ['광고']);
  await listen(app, receiver);
  const [task] = tasks;
  if (!task) throw new Error('one task was to be had');
  await answerReview(app, { userId, task, answer: { ...hide, action: 'blind' } });
  await endBlinds(app);
  await letTimePass(app);
  await deliverAll(app);
  expect(receiver.received).toEqual([]);
});

test('an endpoint hears only what it asked for, and nothing once it is disabled', async () => {
  await using house = await testApp();
  await using labels = await testReceiver();
  await using effects = await testReceiver();
  await using gone = await testReceiver();
  const { app } = house;
  const userId = await menuHouse(app);
  await listen(app, labels, ['menu_item.label_changed']);
  await listen(app, effects, ['review.effect_started', 'review.effect_ended']);
  const { endpointId } = await listen(app, gone);
  await decideTasks(app, { userId, count: 1 });
  await disableEndpoint(app, commandActor, endpointId);
  await letTimePass(app);
  await deliverAll(app);
  expect([labels, effects, gone].map(({ received }) => received.length)).toEqual([1, 0, 0]);
  expect(await app.db.prisma.webhookDelivery.count({ where: { endpointId, state: 'withdrawn' } })).toBe(1);
});

test('a failing endpoint is tried again later each time, then the delivery is dead, and a person can send it anew', async () => {
  await using house = await testApp();
  let status = 500;
  await using receiver = await testReceiver((response) => response.writeHead(status).end('no room'));
  const { app } = house;
  const userId = await menuHouse(app);
  await listen(app, receiver);
  await decideTasks(app, { userId, count: 1 });
  await letTimePass(app);
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    await deliverAll(app);
    const [tried] = await app.db.prisma.webhookDelivery.findMany();
    expect(tried).toMatchObject({ attempts: attempt, lastStatus: 500, lastError: 'http_error', lastBody: 'no room' });
    expect(tried?.state).toBe(attempt === maxAttempts ? 'dead' : 'waiting');
    expect((tried?.dueAt.getTime() ?? 0) > Date.now()).toBe(attempt < maxAttempts);
    await letTimePass(app);
  }
  expect(receiver.received).toHaveLength(maxAttempts);
  expect(new Set(toldTo(receiver).map(({ id }) => id)).size).toBe(1);
  expect(await previewRetry(app)).toEqual({ deliveries: 1, endpoints: 1, isMore: false });
  status = 200;
  const who = { userId, requestId: 'test' };
  const [dead] = (await listDeliveries(app, { state: 'dead', limit: 10 })).deliveries;
  await retryDelivery(app, { ...who, deliveryId: dead?.id ?? '' });
  await expect(retryDelivery(app, { ...who, deliveryId: dead?.id ?? '' })).rejects.toMatchObject({ code: 'CONFLICT' });
  await deliverAll(app);
  expect((await listDeliveries(app, { state: 'delivered', limit: 10 })).deliveries).toHaveLength(1);
});

test('all dead deliveries are sent anew; what no longer holds is withdrawn instead', async () => {
  await using house = await testApp();
  await using receiver = await testReceiver();
  const { app } = house;
  const userId = await menuHouse(app);
  await listen(app, receiver);
  const [decisionId = ''] = await decideTasks(app, { userId, count: 3 });
  await letTimePass(app);
  await app.db.prisma.webhookDelivery.updateMany({
    data: { state: 'dead', attempts: maxAttempts, endedAt: new Date() },
  });
  await undo(app, { userId, decisionId });
  await deliverAll(app);
  expect(toldTo(receiver).map(({ data }) => data['labelKey'])).toEqual([null]);
  expect(await retryDead(app, { userId, requestId: 'test' })).toEqual({ retried: 3 });
  await deliverAll(app);
  expect(toldTo(receiver).map(({ data }) => data['labelKey'])).toHaveLength(3);
  expect(await app.db.prisma.webhookDelivery.count({ where: { state: 'withdrawn' } })).toBe(1);
});

test('pages of deliveries follow each other without a gap, and old ones are forgotten but for the dead', async () => {
  await using house = await testApp();
  await using receiver = await testReceiver();
  const { app } = house;
  const userId = await menuHouse(app);
  await listen(app, receiver);
  await decideTasks(app, { userId, count: 3 });
  const first = await listDeliveries(app, { state: 'waiting', limit: 2 });
  const second = await listDeliveries(app, { state: 'waiting', limit: 2, cursor: first.next });
  expect([first.deliveries.length, second.deliveries.length, second.next]).toEqual([2, 1, null]);
  expect(new Set([...first.deliveries, ...second.deliveries].map(({ id }) => id)).size).toBe(3);
  const [one = '', other = ''] = first.deliveries.map(({ id }) => id);
  await app.db.prisma.webhookDelivery.update({ where: { id: one }, data: { state: 'dead', endedAt: new Date(0) } });
  await app.db.prisma.webhookDelivery.update({
    where: { id: other },
    data: { state: 'delivered', endedAt: new Date(0) },
  });
  expect(await forgetDeliveries(app)).toBe(1);
  expect(await app.db.prisma.webhookDelivery.count()).toBe(2);
});

test('an address inside a private network is refused when the endpoint is made', async () => {
  await using house = await testApp();
  const made = createEndpoint(house.app, commandActor, {
    url: 'https://10.1.2.3/',
    events: [...webhookEvents],
    isPrivateAllowed: false,
  });
  await expect(made).rejects.toMatchObject({ code: 'INVALID_INPUT', params: { detail: 'private_address' } });
});

/** Does by hand what is owed and due; jobs of a process at work are tested above. */
async function deliverAll(app: App): Promise<void> {
  const owed = await app.db.prisma.webhookDelivery.findMany({
    where: { state: 'waiting', dueAt: { lte: new Date() } },
    orderBy: { id: 'asc' },
  });
  for (const { id, attempts } of owed) await deliver(app, { deliveryId: id, attempt: attempts });
}
