import type pg from 'pg';
import { reportedPlace } from '../../../lib/reported-place.ts';
import type { Report } from './bodies.ts';

/**
 * Stores reports of known reviews that are new, and moves the reviews' tasks up in queues that reports can
 * open tasks of again: the others have nothing to do with harm. Returns how many were new, and the
 * places (from 0) of those whose review is unknown.
 */
export async function storeReports(
  client: pg.ClientBase,
  reports: readonly Report[],
): Promise<{ created: number; unknown: number[] }> {
  const given = JSON.stringify(reports.map((report, place) => ({ ...report, place })));
  const columns = '"reviewId" text, reporter text, reason text, "reportedAt" timestamptz, place int';
  const unknown = await client.query<{ place: number }>(
    `SELECT g.place FROM json_to_recordset($1::json) AS g(${columns})
     WHERE NOT EXISTS (SELECT 1 FROM reviews v WHERE v.external_id = g."reviewId") ORDER BY g.place`,
    [given],
  );
  const created = await client.query<{ review_id: string }>(
    `INSERT INTO review_reports (review_id, reporter, reason, reported_at)
     SELECT v.id, g.reporter, g.reason, g."reportedAt"
     FROM json_to_recordset($1::json) AS g(${columns}) JOIN reviews v ON v.external_id = g."reviewId"
     ORDER BY v.id, g.reporter, g.place ON CONFLICT DO NOTHING RETURNING review_id`,
    [given],
  );
  await moveUp(client, [...new Set(created.rows.map((row) => row.review_id))]);
  return { created: created.rows.length, unknown: unknown.rows.map((row) => row.place) };
}

/** More than a small integer holds is said to be as many as it does. */
const mostReports = 32_767;

async function moveUp(client: pg.ClientBase, reviewIds: string[]): Promise<void> {
  // Until the next rescoring a task that was reported before counts as middling among its equals.
  const place = reportedPlace('n.reports', 'CASE WHEN t.reports = 0 THEN t.priority ELSE 0.5 END');
  await client.query(
    `WITH numbers AS (
       SELECT t.id, least((SELECT count(*) FROM review_reports p WHERE p.review_id = t.item_id), ${mostReports})::int AS reports
       FROM tasks t JOIN queues q ON q.id = t.queue_id WHERE t.item_id = ANY($1::uuid[]) AND q.item_kind = 'review' AND q.reopen_after_reports > 0
       ORDER BY t.id FOR UPDATE OF t
     )
     UPDATE tasks t SET reports = n.reports,
       priority = CASE WHEN t.escalated_at IS NULL THEN ${place} ELSE t.priority END
     FROM numbers n WHERE t.id = n.id`,
    [reviewIds],
  );
}
