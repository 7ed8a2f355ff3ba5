import type { Prisma, Tx } from '@jeoul/db/client';
import type { Verdict } from '@jeoul/shared/models/contract';

type Sql = Pick<Prisma | Tx, '$queryRaw'>;
type Scope = { userId: string; since: Date };

export type DecidedCounts = { decided: number; corrected: number };

/** One person's decisions since two moments, over all queues: how many, and how many said something else than the model. */
export async function decidedSince(
  sql: Sql,
  input: { userId: string; today: Date; since: Date },
): Promise<{ today: DecidedCounts; since: DecidedCounts }> {
  const [row] = await sql.$queryRaw<
    { decidedToday: number; correctedToday: number; decided: number; corrected: number }[]
  >`
    WITH made AS (
      SELECT d.decided_at >= ${input.today} AS is_today, d.label_key <> d.predicted_label_key AS is_correction
      FROM queues q JOIN decisions d
        ON d.user_id = ${input.userId}::uuid AND d.queue_id = q.id AND d.decided_at >= ${input.since}
      WHERE d.undone_at IS NULL AND d.label_key IS NOT NULL
    )
    SELECT count(*) FILTER (WHERE is_today)::int AS "decidedToday",
           count(*) FILTER (WHERE is_today AND is_correction)::int AS "correctedToday",
           count(*)::int AS decided, count(*) FILTER (WHERE is_correction)::int AS corrected
    FROM made`;
  return {
    today: { decided: row?.decidedToday ?? 0, corrected: row?.correctedToday ?? 0 },
    since: { decided: row?.decided ?? 0, corrected: row?.corrected ?? 0 },
  };
}

export type LearnedRow = {
  slotKey: string;
  nameKo: string;
  nameEn: string;
  /** The person's standing resolutions for the slot. */
  given: number;
  number: number | null;
  verdict: Verdict | null;
  isLive: boolean;
  /** How many of them the version's data set holds. */
  held: number;
};

/** Versions looked at beside the champion: the newest of each slot. */
const newest = 5;

/**
 * For each slot that a person's decisions since a moment gave standing resolutions to: the champion and the newest
 * versions, newest first, with how many of those resolutions each one's data set holds. A slot without versions is one
 * row without a number.
 */
export async function versionsWithOwn(sql: Sql, { userId, since }: Scope): Promise<LearnedRow[]> {
  return sql.$queryRaw`
    WITH mine AS MATERIALIZED (
      SELECT q.slot_key, r.queue_id, r.seq
      FROM queues q
      JOIN decisions d ON d.user_id = ${userId}::uuid AND d.queue_id = q.id AND d.decided_at >= ${since}
      JOIN resolutions r ON r.decision_id = d.id
      WHERE r.revoked_at IS NULL
    ),
    given AS (SELECT slot_key, count(*)::int AS given FROM mine GROUP BY slot_key)
    SELECT s.key AS "slotKey", s.name_ko AS "nameKo", s.name_en AS "nameEn", g.given, v.number, v.verdict,
           coalesce(v.id = s.champion_id, false) AS "isLive",
           (SELECT count(*)::int FROM mine m WHERE m.queue_id = ds.queue_id AND m.seq <= ds.until_seq) AS held
    FROM given g
    JOIN slots s ON s.key = g.slot_key
    LEFT JOIN model_versions v ON v.slot_key = s.key
      AND (v.id = s.champion_id
        OR v.number > (SELECT max(number) FROM model_versions WHERE slot_key = s.key) - ${newest}::int)
    LEFT JOIN data_sets ds ON ds.id = v.data_set_id
    ORDER BY s.key, v.number DESC`;
}
