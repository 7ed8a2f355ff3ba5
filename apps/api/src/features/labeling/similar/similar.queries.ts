import type { Prisma, Tx } from '@jeoul/db/client';
import { sqlPiece, type SqlPiece } from '@jeoul/db/client';
import { type BatchTouched, maxSimilar, type SimilarTask } from '@jeoul/shared/labeling/similar';

type Sql = Pick<Prisma | Tx, '$queryRaw'>;
type Asked = { queueId: string; taskId: string; userId: string; mayAdjudicate: boolean };

/** No more of a group is read than this, however many share the name: each look costs the same. */
const mostRead = 2_000;

/**
 * The group of a task, as `alike`: what waits in its queue and has the name its item has now, in the order of one index.
 * `isFree` is what a claim of this person's could give them, or gave them.
 */
function groupSql({ queueId, taskId, userId, mayAdjudicate }: Asked): SqlPiece {
  return sqlPiece`
    WITH alike AS (
      SELECT t.id, t.item_id, t.top_label_key, t.top_probability, held.yes AS "isHeld",
        NOT held.yes
          AND (t.deferred_until IS NULL OR t.deferred_until < now())
          AND (t.escalated_at IS NULL OR ${mayAdjudicate}::boolean)
          AND NOT EXISTS (SELECT 1 FROM task_skips s WHERE s.task_id = t.id AND s.user_id = ${userId}::uuid) AS "isFree"
      FROM tasks t
      CROSS JOIN LATERAL (
        SELECT (t.lease_expires_at > now() AND t.lease_holder_id <> ${userId}::uuid) IS TRUE AS yes
      ) held
      WHERE t.queue_id = ${queueId}::uuid AND t.state = 'open' AND t.id <> ${taskId}::uuid
        AND t.similar_key = (
          SELECT similar_key(i.name) FROM tasks own JOIN menu_items i ON i.id = own.item_id
          WHERE own.id = ${taskId}::uuid AND own.queue_id = ${queueId}::uuid)
      ORDER BY t.id LIMIT ${mostRead}
    )`;
}

/** How many could be decided with the task, and how many others have under the hand. */
export async function countAlike(sql: Sql, asked: Asked): Promise<{ free: number; held: number; isCutOff: boolean }> {
  const [row] = await sql.$queryRaw<{ free: number; held: number; isCutOff: boolean }[]>`
    ${groupSql(asked)}
    SELECT count(*) FILTER (WHERE "isFree")::int AS free, count(*) FILTER (WHERE "isHeld")::int AS held,
           count(*) = ${mostRead} AS "isCutOff"
    FROM alike`;
  return row ?? { free: 0, held: 0, isCutOff: false };
}

/** Those that could be decided with the task, at most `maxSimilar`. */
export async function tasksAlike(sql: Sql, asked: Asked): Promise<SimilarTask[]> {
  return sql.$queryRaw`
    ${groupSql(asked)}
    SELECT a.id AS "taskId", i.id AS "itemId", i.name, s.id AS "storeId", s.name AS "storeName", s.district,
           i.weekly_orders AS "weeklyOrders", a.top_label_key AS "predictedLabelKey", a.top_probability AS probability
    FROM (SELECT * FROM alike WHERE "isFree" ORDER BY id LIMIT ${maxSimilar}) a
    JOIN menu_items i ON i.id = a.item_id JOIN stores s ON s.id = i.store_id
    ORDER BY a.id`;
}

/** What stands of batches, by their ids; a batch of which nothing stands is left out. */
export async function touchedByBatches(
  sql: Sql,
  batchIds: readonly string[],
): Promise<(BatchTouched & { batchId: string })[]> {
  if (batchIds.length === 0) return [];
  return sql.$queryRaw`
    SELECT d.batch_id AS "batchId", count(*)::int AS tasks, count(DISTINCT s.id)::int AS stores,
           sum(coalesce(i.weekly_orders, s.weekly_orders))::int AS "weeklyOrders"
    FROM decisions d JOIN tasks t ON t.id = d.task_id
    LEFT JOIN menu_items i ON i.id = t.item_id LEFT JOIN reviews v ON v.id = t.item_id
    JOIN stores s ON s.id = coalesce(i.store_id, v.store_id)
    WHERE d.batch_id = ANY(${batchIds}::uuid[]) AND d.undone_at IS NULL
    GROUP BY d.batch_id`;
}
