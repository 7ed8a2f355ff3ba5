import { createHmac, randomUUID } from 'node:crypto';
import { keyPermissions, type KeyPermission } from '@jeoul/shared/access/api-keys';
import { createApiKey, revokeApiKey } from '../features/access/api-keys.service.ts';
import type { App } from '../lib/app.ts';
import { commandActor } from '../lib/audit.ts';

export type SentAs = { key: string; secret: string };

/** A key for all that keys can do, or for less. */
export function addApiKey(
  app: Pick<App, 'db' | 'config'>,
  permissions: readonly KeyPermission[] = keyPermissions,
): Promise<SentAs & { id: string }> {
  return createApiKey(app, commandActor, { name: 'a test', permissions: [...permissions] });
}

export function endApiKey(app: Pick<App, 'db'>, id: string): Promise<void> {
  return revokeApiKey(app, commandActor, id);
}

export type Sending = SentAs & {
  url: string;
  body: unknown;
  idempotencyKey?: string;
  /** Unix seconds. */
  at?: number;
  /** Headers that are sent instead. */
  headers?: Record<string, string>;
};

/** Hands something in as one of the marketplace's systems does, signed as docs/integration.md says. */
export async function handIn({ url, body, key, secret, ...rest }: Sending): Promise<Response> {
  const { idempotencyKey = randomUUID(), at = Math.floor(Date.now() / 1_000), headers = {} } = rest;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const signature = createHmac('sha256', secret).update(`${at}.${idempotencyKey}.${text}`).digest('hex');
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${key}`,
      'idempotency-key': idempotencyKey,
      'jeoul-timestamp': String(at),
      'jeoul-signature': `v1=${signature}`,
      ...headers,
    },
    body: text,
  });
}
