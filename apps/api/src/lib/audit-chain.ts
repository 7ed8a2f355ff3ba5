import { createHash } from 'node:crypto';
import type { Database, Tx } from '@jeoul/db/client';
import { auditSealLock } from './locks.ts';

const genesis = '0'.repeat(64);

const sealBatch = 2_000;

type Row = {
  id: string;
  at: string;
  actor_kind: string;
  actor_id: string | null;
  action: string;
  target_kind: string;
  target_id: string;
  before: string | null;
  after: string | null;
  request_id: string | null;
  seq: string | null;
  prev_hash: string | null;
  hash: string | null;
};

// Text as Postgres prints it, so that what is hashed does not depend on how a driver or JavaScript rounds it. ORDER BY must
// name the table, or it would sort by these texts.
const columns = `id::text, (at AT TIME ZONE 'UTC')::text AS at, actor_kind, actor_id::text, action, target_kind, target_id,
  before::text, after::text, request_id, seq::text, prev_hash, hash`;

/** SHA-256 over the previous link, the place in the chain and every field of the row. */
function linkHash(row: Row, seq: bigint, prevHash: string): string {
  const content = [
    row.id,
    row.at,
    row.actor_kind,
    row.actor_id,
    row.action,
    row.target_kind,
    row.target_id,
    row.before,
    row.after,
    row.request_id,
  ];
  return createHash('sha256')
    .update(JSON.stringify([prevHash, seq.toString(), content]))
    .digest('hex');
}

/**
 * Gives committed rows that have no place yet the next places in the chain. One sealer works at a time (advisory lock);
 * several may be running. Returns how many rows were sealed.
 */
export async function sealAudit(db: Database): Promise<number> {
  return db.prisma.$transaction(async (tx) => {
    const [lock] = await tx.$queryRaw<
      { held: boolean }[]
    >`SELECT pg_try_advisory_xact_lock(${auditSealLock}::bigint) AS held`;
    if (!lock?.held) return 0;
    const rows = await tx.$queryRawUnsafe<Row[]>(
      `SELECT ${columns} FROM audit_entries WHERE seq IS NULL ORDER BY audit_entries.id LIMIT ${sealBatch}`,
    );
    if (rows.length === 0) return 0;
    const head = await readHead(tx);
    let { seq, hash } = head;
    const sealed = rows.map((row) => {
      seq += 1n;
      const prevHash = hash;
      hash = linkHash(row, seq, prevHash);
      return { id: row.id, seq: seq.toString(), prev_hash: prevHash, hash };
    });
    await tx.$executeRaw`
      UPDATE audit_entries a SET seq = s.seq, prev_hash = s.prev_hash, hash = s.hash
      FROM jsonb_to_recordset(${JSON.stringify(sealed)}::jsonb) AS s(id uuid, seq bigint, prev_hash text, hash text)
      WHERE a.id = s.id`;
    await tx.$executeRaw`
      INSERT INTO audit_head (id, seq, hash) VALUES (1, ${seq}, ${hash})
      ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, hash = excluded.hash`;
    return rows.length;
  });
}

async function readHead(tx: Tx): Promise<{ seq: bigint; hash: string }> {
  const head = await tx.auditHead.findUnique({ where: { id: 1 } });
  return head ?? { seq: 0n, hash: genesis };
}

export type AuditReport = {
  isIntact: boolean;
  rows: number;
  unsealed: number;
  head: { seq: string; hash: string };
  /** The first row at which the chain does not hold, and how. */
  problem: { seq: string; kind: 'changed' | 'missing' | 'reordered' | 'tail-cut' } | null;
};

/**
 * Walks the whole chain in order, in bounded memory. `expectedHead` is a head noted earlier (with a backup): the chain
 * must still pass through it, which shows a tail that was cut and sealed anew.
 */
export async function verifyAudit(db: Database, expectedHead?: { seq: bigint; hash: string }): Promise<AuditReport> {
  const head = (await db.prisma.auditHead.findUnique({ where: { id: 1 } })) ?? { seq: 0n, hash: genesis };
  const unsealed = await db.prisma.auditEntry.count({ where: { seq: null } });
  const report = { rows: 0, unsealed, head: { seq: head.seq.toString(), hash: head.hash } };
  let seq = 0n;
  let hash = genesis;
  const broken = (at: bigint, kind: 'changed' | 'missing' | 'reordered' | 'tail-cut'): AuditReport => ({
    ...report,
    isIntact: false,
    problem: { seq: at.toString(), kind },
  });
  for (;;) {
    const { rows } = await db.pool.query<Row>(
      `SELECT ${columns} FROM audit_entries WHERE seq > $1 ORDER BY audit_entries.seq LIMIT 5000`,
      [seq.toString()],
    );
    for (const row of rows) {
      const place = BigInt(row.seq ?? 0);
      if (place !== seq + 1n) return broken(seq + 1n, 'missing');
      if (row.prev_hash !== hash) return broken(place, 'reordered');
      seq = place;
      hash = linkHash(row, seq, hash);
      if (row.hash !== hash) return broken(place, 'changed');
      report.rows += 1;
      if (expectedHead?.seq === seq && expectedHead.hash !== hash) return broken(place, 'tail-cut');
    }
    if (rows.length === 0) break;
  }
  if (head.seq !== seq || head.hash !== hash) return broken(seq + 1n, 'tail-cut');
  if (expectedHead && expectedHead.seq > seq) return broken(seq + 1n, 'tail-cut');
  return { ...report, isIntact: true, problem: null };
}
