import { randomBytes } from 'node:crypto';
import type { KeyPermission } from '@jeoul/shared/access/api-keys';
import { signingSecret, tokenHash, writeKey } from '../../lib/api-keys.ts';
import type { App } from '../../lib/app.ts';
import { appendAudit, type Actor } from '../../lib/audit.ts';
import { JeoulError } from '../../lib/errors.ts';

/** Makes a key for a program. Key and signing secret are returned this once; of the key a hash is kept. */
export async function createApiKey(
  app: Pick<App, 'db' | 'config'>,
  actor: Actor,
  { name, permissions }: { name: string; permissions: KeyPermission[] },
): Promise<{ id: string; key: string; secret: string }> {
  const token = randomBytes(32).toString('base64url');
  const { id } = await app.db.prisma.$transaction(async (tx) => {
    const created = await tx.apiKey.create({ data: { name, permissions, tokenHash: tokenHash(token) } });
    await appendAudit(tx, {
      actor,
      action: 'api_key.created',
      targetKind: 'api_key',
      targetId: created.id,
      after: { name, permissions },
    });
    return created;
  });
  return { id, key: writeKey(id, token), secret: signingSecret(app, id) };
}

/** Ends a key at once and for good. Throws NOT_FOUND; twice is once. */
export async function revokeApiKey(app: Pick<App, 'db'>, actor: Actor, id: string): Promise<void> {
  await app.db.prisma.$transaction(async (tx) => {
    const key = await tx.apiKey.findUnique({ where: { id } });
    if (key === null) throw new JeoulError('NOT_FOUND', { apiKeyId: id });
    if (key.revokedAt !== null) return;
    await tx.apiKey.update({ where: { id }, data: { revokedAt: new Date() } });
    await appendAudit(tx, { actor, action: 'api_key.revoked', targetKind: 'api_key', targetId: id });
  });
}

export type ApiKeyView = {
  id: string;
  name: string;
  permissions: string[];
  createdAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
};

/** Every key there is or was, from the newest; of none its token. */
export async function listApiKeys(app: Pick<App, 'db'>): Promise<ApiKeyView[]> {
  return app.db.prisma.apiKey.findMany({ orderBy: { id: 'desc' }, omit: { tokenHash: true, paidUntil: true } });
}
