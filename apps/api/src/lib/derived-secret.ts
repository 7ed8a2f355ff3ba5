import { hkdfSync } from 'node:crypto';

/**
 * A secret shared with one other program: 32 bytes derived (HKDF, RFC 5869) from the installation's secret, what it is for
 * and whose it is. It can be shown once and used ever after without being kept: a copy of the database holds none of them.
 * With another JEOUL_AUTH_SECRET all of them are others.
 */
export function derivedSecret(
  installationSecret: string,
  { purpose, id }: { purpose: 'ingest' | 'webhook'; id: string },
): Buffer {
  return Buffer.from(hkdfSync('sha256', installationSecret, id, `jeoul ${purpose}`, 32));
}
