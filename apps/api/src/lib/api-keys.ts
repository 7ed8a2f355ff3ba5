import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { KeyPermission } from '@jeoul/shared/access/api-keys';
import { z } from 'zod';
import type { App } from './app.ts';
import { derivedSecret } from './derived-secret.ts';
import { JeoulError } from './errors.ts';

/** A key's requests come one every 100 ms on average, and up to a hundred at once after a pause. */
const requestMs = 100;
const burstMs = 10_000;
/** A request is taken for so long after it was signed, or before: clocks differ. */
const freshSeconds = 300;

export type ApiKeyUser = { id: string; name: string };

const shownKey = /^jeoul\.([0-9a-f-]{36})\.([\w-]{43})$/;

/** A key as it is shown once: its id, by which it is found, and the token that only its owner has. */
export function writeKey(id: string, token: string): string {
  return `jeoul.${id}.${token}`;
}

export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** What requests of a key are signed with, as it is shown once: never sent, and derived anew each time it is needed. */
export function signingSecret(app: Pick<App, 'config'>, keyId: string): string {
  return derivedSecret(app.config.authSecret, { purpose: 'ingest', id: keyId }).toString('base64url');
}

/**
 * Whose request it is, by `Authorization: Bearer KEY`, and takes one request off their allowance. Throws UNAUTHENTICATED
 * for a key that is unknown or revoked, FORBIDDEN without the permission, RATE_LIMITED (`retryAfterSeconds`).
 */
export async function useKey(
  app: Pick<App, 'db'>,
  authorization: string | undefined,
  permission: KeyPermission,
): Promise<ApiKeyUser> {
  const [, id = '', token = ''] = shownKey.exec(authorization?.replace(/^Bearer +/i, '') ?? '') ?? [];
  const key = z.uuid().safeParse(id).success ? await app.db.prisma.apiKey.findUnique({ where: { id } }) : null;
  const isRight = key !== null && isSame(tokenHash(token), key.tokenHash);
  if (!isRight || key.revokedAt !== null) throw new JeoulError('UNAUTHENTICATED', { reason: 'key' });
  if (!key.permissions.includes(permission)) throw new JeoulError('FORBIDDEN', { permission });
  await takeAllowance(app, id);
  return { id, name: key.name };
}

/**
 * One request of what a key may send, by the generic cell rate algorithm (ITU-T I.371): one time a key, moved on by each
 * request, in one statement that all processes share.
 */
async function takeAllowance(app: Pick<App, 'db'>, id: string): Promise<void> {
  const taken = await app.db.prisma.$executeRaw`
    UPDATE api_keys SET last_used_at = now(),
      paid_until = greatest(paid_until, now()) + make_interval(secs => ${requestMs / 1_000}::float)
    WHERE id = ${id}::uuid
      AND greatest(paid_until, now()) + make_interval(secs => ${(requestMs - burstMs) / 1_000}::float) <= now()`;
  if (taken === 1) return;
  const [wait] = await app.db.prisma.$queryRaw<{ seconds: number }[]>`
    SELECT extract(epoch FROM paid_until - now())::float + ${(requestMs - burstMs) / 1_000}::float AS seconds
    FROM api_keys WHERE id = ${id}::uuid`;
  throw new JeoulError('RATE_LIMITED', { retryAfterSeconds: Math.max(1, Math.ceil(wait?.seconds ?? 1)) });
}

/**
 * Checks that a request was signed by its key's owner, lately, and is as they sent it: `v1=` and HMAC-SHA256 in hex over
 * `timestamp.idempotencyKey.body`. Throws UNAUTHENTICATED with the reason: `timestamp` or `signature`.
 */
export function checkSignature(
  app: Pick<App, 'config'>,
  keyId: string,
  signed: { timestamp: string; signature: string; idempotencyKey: string; body: Buffer },
): void {
  const { timestamp, signature, idempotencyKey, body } = signed;
  const isFresh = /^\d{1,12}$/.test(timestamp) && Math.abs(Date.now() / 1_000 - Number(timestamp)) <= freshSeconds;
  if (!isFresh) throw new JeoulError('UNAUTHENTICATED', { reason: 'timestamp' });
  const expected = createHmac('sha256', signingSecret(app, keyId))
    .update(`${timestamp}.${idempotencyKey}.`)
    .update(body)
    .digest('hex');
  if (!isSame(`v1=${expected}`, signature)) throw new JeoulError('UNAUTHENTICATED', { reason: 'signature' });
}

/** Compared by their hashes: in the same time whatever differs, and whatever their lengths. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
