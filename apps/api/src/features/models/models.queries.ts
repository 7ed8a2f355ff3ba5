import type { Prisma, Tx } from '@jeoul/db/client';
import { resolutionCountCap, type Verdict, type VerdictReason } from '@jeoul/shared/models/contract';

type Sql = Pick<Prisma | Tx, '$queryRaw'>;

/** Standing resolutions of a slot's queues given after a number, counted no further than `cap`. */
export async function countResolutions(
  sql: Sql,
  input: { slotKey: string; after: bigint; cap?: number },
): Promise<number> {
  const { slotKey, after, cap = resolutionCountCap } = input;
  const [row] = await sql.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT 1 FROM resolutions r JOIN queues q ON q.id = r.queue_id
      WHERE q.slot_key = ${slotKey} AND r.seq > ${after} AND r.revoked_at IS NULL LIMIT ${cap}
    ) counted`;
  return row?.count ?? 0;
}

export type VersionRow = {
  id: string;
  number: number;
  verdict: Verdict;
  reason: VerdictReason;
  createdAt: Date;
  trainSeconds: number;
  sizeBytes: number;
  accuracy: number;
  macroF1: number;
  ece: number;
  heldOutRows: number;
  championNumber: number | null;
  championAccuracy: number | null;
  difference: number | null;
  low: number | null;
  high: number | null;
  pNoDifference: number | null;
  trainCount: number | null;
  testCount: number | null;
};

/** A slot's versions by number, newest first, with the few figures a list shows; `before` pages on. */
export async function versionRows(
  sql: Sql,
  input: { slotKey: string; limit: number; before: number | null },
): Promise<VersionRow[]> {
  const { slotKey, limit, before } = input;
  return sql.$queryRaw<VersionRow[]>`
    SELECT v.id, v.number, v.verdict, coalesce(v.comparison->>'reason', 'first-model') AS reason,
           v.created_at AS "createdAt", v.train_seconds AS "trainSeconds", v.size_bytes AS "sizeBytes",
           (v.metrics->>'accuracy')::float8 AS accuracy, (v.metrics->>'macroF1')::float8 AS "macroF1",
           (v.metrics->>'ece')::float8 AS ece, (v.metrics->>'rows')::int AS "heldOutRows",
           (v.comparison->>'championNumber')::int AS "championNumber",
           (v.comparison->'championMetrics'->>'accuracy')::float8 AS "championAccuracy",
           (v.comparison->>'difference')::float8 AS difference, (v.comparison->>'low')::float8 AS low,
           (v.comparison->>'high')::float8 AS high, (v.comparison->>'pNoDifference')::float8 AS "pNoDifference",
           d.train_count AS "trainCount", d.test_count AS "testCount"
    FROM model_versions v LEFT JOIN data_sets d ON d.id = v.data_set_id
    WHERE v.slot_key = ${slotKey} AND (${before}::int IS NULL OR v.number < ${before}::int)
    ORDER BY v.number DESC LIMIT ${limit}`;
}

/**
 * The version of a slot that asks a person to decide: the newest that waits, if it is newer than the champion. Those that
 * wait from before ask nobody any more: a later model, which knew more, took or asks for the place.
 */
export async function waitingVersion(
  sql: Sql,
  slotKey: string,
): Promise<{ id: string; number: number; reason: VerdictReason } | null> {
  const [row] = await sql.$queryRaw<{ id: string; number: number; reason: VerdictReason }[]>`
    SELECT v.id, v.number, coalesce(v.comparison->>'reason', 'first-model') AS reason
    FROM model_versions v JOIN slots s ON s.key = v.slot_key LEFT JOIN model_versions c ON c.id = s.champion_id
    WHERE v.slot_key = ${slotKey} AND v.verdict = 'waiting' AND (c.number IS NULL OR v.number > c.number)
    ORDER BY v.number DESC LIMIT 1`;
  return row ?? null;
}

/** What came in between two data sets of a queue: resolutions, how many corrected the model, and by how many people. */
export async function resolutionsBetween(
  sql: Sql,
  input: { queueId: string; after: bigint; until: bigint },
): Promise<{ resolutions: number; corrections: number; people: number }> {
  const { queueId, after, until } = input;
  const [row] = await sql.$queryRaw<{ resolutions: number; corrections: number; people: number }[]>`
    SELECT count(*)::int AS resolutions, count(*) FILTER (WHERE r.was_correction)::int AS corrections,
           count(DISTINCT d.user_id)::int AS people
    FROM resolutions r LEFT JOIN decisions d ON d.id = r.decision_id
    WHERE r.queue_id = ${queueId}::uuid AND r.seq > ${after} AND r.seq <= ${until}
      AND (r.revoked_seq IS NULL OR r.revoked_seq > ${until})`;
  return row ?? { resolutions: 0, corrections: 0, people: 0 };
}

/** The numbers of the versions beside this one in their slot. */
export async function neighbours(
  sql: Sql,
  input: { slotKey: string; number: number },
): Promise<{ older: number | null; newer: number | null }> {
  const [row] = await sql.$queryRaw<{ older: number | null; newer: number | null }[]>`
    SELECT (SELECT max(number) FROM model_versions WHERE slot_key = ${input.slotKey} AND number < ${input.number}) AS older,
           (SELECT min(number) FROM model_versions WHERE slot_key = ${input.slotKey} AND number > ${input.number}) AS newer`;
  return row ?? { older: null, newer: null };
}
