import type { deliveriesInput, DeliveryState, DeliveryView, WebhookEvent } from '@jeoul/shared/platform/webhooks';
import type { Tx } from '@jeoul/db/client';
import type { z } from 'zod';
import type { App } from '../../../lib/app.ts';
import { appendAudit } from '../../../lib/audit.ts';
import { JeoulError } from '../../../lib/errors.ts';
import { outboxChannel } from '../../../lib/jobs/outbox.ts';

type Deps = Pick<App, 'db'>;

const countedAtMost = 10_000;
const retriedAtOnce = 1_000;

/** Deliveries in one state from the newest, one page. */
export async function listDeliveries(
  app: Deps,
  { state, limit, cursor }: z.output<typeof deliveriesInput>,
): Promise<{ deliveries: DeliveryView[]; next: string | null }> {
  const rows = await app.db.prisma.webhookDelivery.findMany({
    where: { state, ...(cursor ? { id: { lt: cursor } } : {}) },
    orderBy: { id: 'desc' },
    take: limit + 1,
    include: { endpoint: { select: { url: true } } },
  });
  const deliveries = rows.slice(0, limit).map((row) => ({
    id: row.id,
    url: row.endpoint.url,
    // Both are only ever written from the contract's own lists.
    event: row.event as WebhookEvent,
    state: row.state as DeliveryState,
    subject: row.subject,
    attempts: row.attempts,
    createdAt: row.createdAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    lastStatus: row.lastStatus,
    lastError: row.lastError,
    lastBody: row.lastBody,
  }));
  return { deliveries, next: rows.length > limit ? (deliveries.at(-1)?.id ?? null) : null };
}

/** What trying all dead deliveries again would touch; past ten thousand it is counted no further. */
export async function previewRetry(app: Deps): Promise<{ deliveries: number; endpoints: number; isMore: boolean }> {
  const [row] = await app.db.prisma.$queryRaw<{ deliveries: number; endpoints: number }[]>`
    SELECT count(*)::int AS deliveries, count(DISTINCT endpoint_id)::int AS endpoints
    FROM (SELECT endpoint_id FROM webhook_deliveries WHERE state = 'dead' LIMIT ${countedAtMost + 1}) dead`;
  const { deliveries = 0, endpoints = 0 } = row ?? {};
  const isMore = deliveries > countedAtMost;
  return { deliveries: Math.min(deliveries, countedAtMost), endpoints, isMore };
}

/** Tries a dead delivery again, from its first attempt on. Throws NOT_FOUND, and CONFLICT when it is not dead. */
export async function retryDelivery(
  app: Deps,
  { userId, requestId, deliveryId }: { userId: string; requestId: string; deliveryId: string },
): Promise<void> {
  await app.db.prisma.$transaction(async (tx) => {
    const delivery = await tx.webhookDelivery.findUnique({ where: { id: deliveryId }, select: { state: true } });
    if (delivery === null) throw new JeoulError('NOT_FOUND', { deliveryId });
    if ((await revive(tx, [deliveryId])) === 0) throw new JeoulError('CONFLICT', { deliveryId });
    await noteRetry(tx, { userId, requestId, targetId: deliveryId, retried: 1 });
  });
}

/** Tries all that were dead when it was asked again, in lots. Returns how many. */
export async function retryDead(
  app: Deps,
  { userId, requestId }: { userId: string; requestId: string },
): Promise<{ retried: number }> {
  const before = await app.db.prisma.webhookDelivery.findFirst({
    where: { state: 'dead' },
    orderBy: { id: 'desc' },
    select: { id: true },
  });
  let retried = 0;
  for (let last = before?.id; last !== undefined; ) {
    const lot = await app.db.prisma.webhookDelivery.findMany({
      where: { state: 'dead', id: { lte: last } },
      orderBy: { id: 'desc' },
      take: retriedAtOnce,
      select: { id: true },
    });
    retried += await app.db.prisma.$transaction((tx) =>
      revive(
        tx,
        lot.map(({ id }) => id),
      ),
    );
    last = lot.length < retriedAtOnce ? undefined : lot.at(-1)?.id;
  }
  await app.db.prisma.$transaction((tx) => noteRetry(tx, { userId, requestId, targetId: 'dead', retried }));
  return { retried };
}

async function revive(tx: Tx, ids: string[]): Promise<number> {
  const revived = await tx.$executeRaw`
    WITH revived AS (
      UPDATE webhook_deliveries SET state = 'waiting', attempts = 0, due_at = now(), ended_at = NULL
      WHERE id = ANY(${ids}::uuid[]) AND state = 'dead' RETURNING id
    )
    INSERT INTO job_outbox (name, payload)
    SELECT 'platform.deliver', jsonb_build_object('deliveryId', id, 'attempt', 0) FROM revived`;
  await tx.$executeRaw`SELECT pg_notify(${outboxChannel}, '')`;
  return revived;
}

async function noteRetry(
  tx: Tx,
  { userId, requestId, targetId, retried }: { userId: string; requestId: string; targetId: string; retried: number },
): Promise<void> {
  await appendAudit(tx, {
    actor: { kind: 'person', id: userId },
    action: 'webhook.retried',
    targetKind: 'webhook_delivery',
    targetId,
    after: { retried },
    requestId,
  });
}
