import { createHmac } from 'node:crypto';

/** A secret as it is shown: `whsec_` and base64, as receivers' libraries read it. */
export function shownSecret(secret: Buffer): string {
  return `whsec_${secret.toString('base64')}`;
}

/**
 * The headers a receiver checks a delivery by, as the Standard Webhooks specification has them
 * (https://www.standardwebhooks.com): HMAC-SHA256 over `id.timestamp.body`, in base64 behind its version. `at` in Unix
 * seconds.
 */
export function signedHeaders(secret: Buffer, { id, at, body }: { id: string; at: number; body: string }) {
  const signature = createHmac('sha256', secret).update(`${id}.${at}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(at), 'webhook-signature': `v1,${signature}` };
}
