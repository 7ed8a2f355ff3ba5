import type { WebhookEvent } from '@jeoul/shared/platform/webhooks';
import type { App } from '../../../lib/app.ts';
import { appendAudit, type Actor } from '../../../lib/audit.ts';
import { derivedSecret } from '../../../lib/derived-secret.ts';
import { JeoulError } from '../../../lib/errors.ts';
import { addressProblem } from './address.ts';
import { shownSecret } from './signature.ts';

export type NewEndpoint = { url: string; events: WebhookEvent[]; isPrivateAllowed: boolean };

/** Makes an endpoint; its secret is returned this once. Throws INVALID_INPUT when the address may not be called. */
export async function createEndpoint(
  app: Pick<App, 'db' | 'config'>,
  actor: Actor,
  { url, events, isPrivateAllowed }: NewEndpoint,
): Promise<{ endpointId: string; secret: string }> {
  const problem = addressProblem(url, { isPrivateAllowed });
  if (problem !== null) throw new JeoulError('INVALID_INPUT', { detail: problem });
  const { id } = await app.db.prisma.$transaction(async (tx) => {
    const endpoint = await tx.webhookEndpoint.create({ data: { url, events, isPrivateAllowed } });
    await appendAudit(tx, {
      actor,
      action: 'webhook.created',
      targetKind: 'webhook',
      targetId: endpoint.id,
      after: { url, events, isPrivateAllowed },
    });
    return endpoint;
  });
  return { endpointId: id, secret: shownSecret(derivedSecret(app.config.authSecret, { purpose: 'webhook', id })) };
}

/** Stops an endpoint for good: what it is still owed is withdrawn when due. Throws NOT_FOUND; twice is once. */
export async function disableEndpoint(app: Pick<App, 'db'>, actor: Actor, endpointId: string): Promise<void> {
  await app.db.prisma.$transaction(async (tx) => {
    const endpoint = await tx.webhookEndpoint.findUnique({ where: { id: endpointId } });
    if (endpoint === null) throw new JeoulError('NOT_FOUND', { endpointId });
    if (endpoint.disabledAt !== null) return;
    await tx.webhookEndpoint.update({ where: { id: endpointId }, data: { disabledAt: new Date() } });
    await appendAudit(tx, { actor, action: 'webhook.disabled', targetKind: 'webhook', targetId: endpointId });
  });
}
