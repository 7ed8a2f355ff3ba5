import type { Prisma, Tx } from '@jeoul/db/client';
import type { ReviewEvidence, ReviewHistory } from '@jeoul/shared/labeling/contract';
import { maskPersonalData } from '@jeoul/shared/labeling/personal-data';

type Sql = Pick<Prisma | Tx, '$queryRaw'>;

/** So many reviews of a store or a writer are looked back on at most: counts past it help nobody to decide. */
const historyCap = 2_000;
const reasonsShown = 5;

/**
 * What helps to judge a review beside its words: what else its writer wrote and its store got, in figures only, and what was
 * passed up with it. Writers are told apart by the name they write under, and that name does not leave the server.
 */
export async function reviewEvidence(sql: Sql, { taskId }: { taskId: string }): Promise<ReviewEvidence | null> {
  const [row] = await sql.$queryRaw<
    { reviewId: string; storeId: string; author: string | null; writtenAt: Date | null }[]
  >`
    SELECT v.id AS "reviewId", v.store_id AS "storeId", v.author, v.written_at AS "writtenAt"
    FROM tasks t JOIN reviews v ON v.id = t.item_id WHERE t.id = ${taskId}::uuid`;
  if (!row) return null;
  const [[store], [author], [escalation], reasons] = await Promise.all([
    sql.$queryRaw<ReviewHistory[]>`
      WITH others AS (
        SELECT id, rating, visibility FROM reviews WHERE store_id = ${row.storeId}::uuid AND id <> ${row.reviewId}::uuid
        ORDER BY written_at DESC LIMIT ${historyCap}
      )
      SELECT count(*)::int AS reviews, avg(rating)::float8 AS "meanStars",
        count(*) FILTER (WHERE EXISTS (SELECT 1 FROM review_effects e WHERE e.review_id = o.id
          AND e.end_reason IS DISTINCT FROM 'undone' AND e.end_reason IS DISTINCT FROM 'upheld'))::int AS acted
      FROM others o`,
    row.author === null
      ? []
      : sql.$queryRaw<ReviewHistory[]>`
          WITH others AS (
            SELECT id, rating FROM reviews WHERE author = ${row.author} AND id <> ${row.reviewId}::uuid
              AND (${row.writtenAt}::timestamptz IS NULL OR written_at <= ${row.writtenAt}::timestamptz)
            LIMIT ${historyCap}
          )
          SELECT count(*)::int AS reviews, avg(rating)::float8 AS "meanStars",
            count(*) FILTER (WHERE EXISTS (SELECT 1 FROM review_effects e WHERE e.review_id = o.id
              AND e.end_reason IS DISTINCT FROM 'undone' AND e.end_reason IS DISTINCT FROM 'upheld'))::int AS acted
          FROM others o`,
    sql.$queryRaw<{ comment: string; by: string; at: Date }[]>`
      SELECT d.comment, u.name AS by, d.decided_at AS at FROM decisions d JOIN users u ON u.id = d.user_id
      WHERE d.task_id = ${taskId}::uuid AND d.undone_at IS NULL AND d.answer->>'action' = 'escalate'
      ORDER BY d.decided_at DESC LIMIT 1`,
    reportReasons(sql, row.reviewId),
  ]);
  return {
    store: store ?? { reviews: 0, acted: 0, meanStars: null },
    author: author ?? null,
    escalation: escalation ? { ...escalation, at: escalation.at.toISOString() } : null,
    reports: {
      people: reasons[0]?.total ?? 0,
      reasons: reasons.map(({ reason, people }) => ({ reason: maskPersonalData(reason), people })),
    },
  };
}

/** The commonest reasons people gave for reporting a review, each with how many gave it and how many there are in all. */
function reportReasons(sql: Sql, reviewId: string) {
  return sql.$queryRaw<{ reason: string; people: number; total: number }[]>`
    SELECT reason, count(*)::int AS people, (sum(count(*)) OVER ())::int AS total FROM review_reports
    WHERE review_id = ${reviewId}::uuid GROUP BY reason ORDER BY people DESC, reason LIMIT ${reasonsShown}`;
}
