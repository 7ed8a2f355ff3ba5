import type { Prisma } from '@jeoul/db/prisma-types';
import type { App } from '../../../lib/app.ts';
import { derivedSecret } from '../../../lib/derived-secret.ts';
import type { JobPayload } from '../../../lib/jobs/definitions.ts';
import { enqueueJob } from '../../../lib/jobs/outbox.ts';
import { retryDelaySeconds } from './retry-delay.ts';
import { send, type Answer } from './send.ts';
import { signedHeaders } from './signature.ts';

type Owed = Prisma.WebhookDeliveryGetPayload<{ include: { endpoint: true } }>;

/**
 * Makes one attempt at a delivery and notes what came of it, with the next attempt when there is one. At least once: a
 * process that dies between the two sends it again, under the same id. What was withdrawn, or tried by another, is left.
 */
export async function deliver(
  app: Pick<App, 'db' | 'config'>,
  { deliveryId, attempt }: JobPayload<'platform.deliver'>,
): Promise<void> {
  const owed = await app.db.prisma.webhookDelivery.findUnique({
    where: { id: deliveryId },
    include: { endpoint: true },
  });
  if (owed === null || owed.state !== 'waiting' || owed.attempts !== attempt) return;
  if (owed.endpoint.disabledAt !== null || (await isOutdated(app, owed))) {
    await app.db.prisma.webhookDelivery.updateMany({
      where: { id: deliveryId, state: 'waiting', attempts: attempt },
      data: { state: 'withdrawn', endedAt: new Date() },
    });
    return;
  }
  const body = bodyOf(owed);
  const secret = derivedSecret(app.config.authSecret, { purpose: 'webhook', id: owed.endpointId });
  const at = Math.floor(Date.now() / 1_000);
  await note(app, owed, await send(owed.endpoint, { headers: signedHeaders(secret, { id: owed.id, at, body }), body }));
}

function bodyOf({ id, event, createdAt, payload }: Owed): string {
  return JSON.stringify({ id, type: event, timestamp: createdAt.toISOString(), data: payload });
}

/** Whether a later word on the same subject is on its way or was said: an older one would undo it at the other end. */
async function isOutdated(app: Pick<App, 'db'>, { id, subject, endpointId }: Owed): Promise<boolean> {
  const later = await app.db.prisma.webhookDelivery.findFirst({
    where: { subject, endpointId, id: { gt: id }, state: { not: 'withdrawn' } },
    select: { id: true },
  });
  return later !== null;
}

async function note(app: Pick<App, 'db'>, owed: Owed, { status, error, body }: Answer): Promise<void> {
  const attempts = owed.attempts + 1;
  const delaySeconds = error === null ? null : retryDelaySeconds(attempts, Math.random());
  const state = error === null ? 'delivered' : delaySeconds === null ? 'dead' : 'waiting';
  await app.db.prisma.$transaction(async (tx) => {
    const { count } = await tx.webhookDelivery.updateMany({
      where: { id: owed.id, state: 'waiting', attempts: owed.attempts },
      data: {
        state,
        attempts,
        lastStatus: status,
        lastError: error,
        lastBody: body,
        endedAt: state === 'waiting' ? null : new Date(),
        dueAt: new Date(Date.now() + 1_000 * (delaySeconds ?? 0)),
      },
    });
    if (count === 1 && delaySeconds !== null) {
      await enqueueJob(tx, 'platform.deliver', { deliveryId: owed.id, attempt: attempts }, delaySeconds);
    }
  });
}
