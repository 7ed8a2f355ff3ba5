import type pg from 'pg';
import { resolutionsLock } from '../../../lib/locks.ts';

/**
 * Holds the tasks of reviews until the caller's transaction ends, and lets their resolutions be revoked in it. In the order
 * in which decisions lock them, tasks before reviews, so that the two never wait for each other in a circle.
 */
export async function holdTasks(client: pg.ClientBase, externalIds: readonly string[]): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock_shared($1::bigint)', [resolutionsLock]);
  await client.query(
    `SELECT 1 FROM tasks t JOIN queues q ON q.id = t.queue_id JOIN reviews v ON v.id = t.item_id
     WHERE v.external_id = ANY($1) AND q.item_kind = 'review' ORDER BY t.id FOR UPDATE OF t`,
    [externalIds],
  );
}

/**
 * Opens the resolved tasks of reviews again whose text is another than the one that was judged, or that as many people as
 * the queue says have reported since. What was said of them is revoked (a data set frozen before keeps it); an effect
 * stands until the task is decided anew, so that nobody shows a hidden review again by changing a letter of it. Reports
 * open nothing while an effect stands: customers do not see what they were about. Returns how many.
 */
export async function reopenTasks(client: pg.ClientBase, externalIds: readonly string[]): Promise<number> {
  const { rowCount } = await client.query(
    `WITH outdated AS (
       SELECT t.id, r.id AS resolution_id
       FROM reviews v JOIN tasks t ON t.item_id = v.id JOIN queues q ON q.id = t.queue_id
       JOIN resolutions r ON r.task_id = t.id AND r.revoked_at IS NULL
       WHERE v.external_id = ANY($1) AND q.item_kind = 'review' AND t.state = 'resolved'
         AND (r.text <> v.text OR (v.visibility = 'visible' AND q.reopen_after_reports > 0 AND q.reopen_after_reports <=
           (SELECT count(*) FROM review_reports p WHERE p.review_id = v.id AND p.received_at > r.resolved_at)))
       ORDER BY t.id FOR UPDATE OF t
     ), revoked AS (
       UPDATE resolutions r SET revoked_at = now(), revoked_seq = nextval(pg_get_serial_sequence('resolutions', 'seq'))
       FROM outdated o WHERE r.id = o.resolution_id
     )
     UPDATE tasks t SET state = 'open', resolved_at = NULL, deferred_until = NULL, escalated_at = NULL, fence = t.fence + 1,
       model_version_id = NULL, top_label_key = NULL, top_probability = NULL, margin = NULL
     FROM outdated o WHERE t.id = o.id`,
    [externalIds],
  );
  return rowCount ?? 0;
}
