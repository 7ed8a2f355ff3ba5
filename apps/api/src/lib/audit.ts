import { sqlPiece, type SqlPiece, type Tx } from '@jeoul/db/client';

export type Actor =
  | { kind: 'person'; id: string }
  | { kind: 'key'; id: string }
  | { kind: 'job'; id: null }
  | { kind: 'command'; id: null };
export const jobActor: Actor = { kind: 'job', id: null };
export const commandActor: Actor = { kind: 'command', id: null };

export type AuditWrite = {
  actor: Actor;
  /** `<target>.<what happened>`, as in `decision.made`. */
  action: string;
  targetKind: string;
  targetId: string;
  before?: unknown;
  after?: unknown;
  requestId?: string | null;
};

/**
 * Writes what happened in the transaction that does it, so that neither exists without the other.
 * The sealer (audit-chain.ts) gives the row its place in the hash chain right after.
 */
export async function appendAudit(tx: Tx, ...writes: AuditWrite[]): Promise<void> {
  if (writes.length > 0) await tx.$executeRaw`${auditInsert(writes)}`;
}

/** The same as a piece of SQL, to be part of the statement that does what it tells of. */
export function auditInsert(writes: readonly AuditWrite[]): SqlPiece {
  const rows = writes.map((write) => ({
    actor_kind: write.actor.kind,
    actor_id: write.actor.id,
    action: write.action,
    target_kind: write.targetKind,
    target_id: write.targetId,
    before: write.before ?? null,
    after: write.after ?? null,
    request_id: write.requestId ?? null,
  }));
  return sqlPiece`
    INSERT INTO audit_entries (actor_kind, actor_id, action, target_kind, target_id, before, after, request_id)
    SELECT actor_kind, actor_id, action, target_kind, target_id, before, after, request_id
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r(actor_kind text, actor_id uuid, action text, target_kind text, target_id text,
           before jsonb, after jsonb, request_id text)`;
}
