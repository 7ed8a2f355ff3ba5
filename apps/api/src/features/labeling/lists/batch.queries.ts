import type { Tx, Database } from '@jeoul/db/client';
import type { BatchPreview } from '@jeoul/shared/labeling/lists';
import { itemColumns, itemJoins } from './item-joins.ts';

const isFree = `t.state = 'open' AND (t.lease_expires_at IS NULL OR t.lease_expires_at < now())`;

/** What a batch on these tasks would touch; orders are those of a week. */
export async function previewBatch(
  db: Database,
  input: { queueId: string; kind: string; taskIds: readonly string[] },
): Promise<BatchPreview> {
  const { rows } = await db.pool.query<BatchPreview>(
    `SELECT count(*) FILTER (WHERE free)::int AS tasks,
            count(*) FILTER (WHERE NOT free AND state = 'open')::int AS held,
            count(*) FILTER (WHERE state <> 'open')::int AS resolved,
            count(DISTINCT "itemId") FILTER (WHERE free)::int AS items,
            count(DISTINCT store) FILTER (WHERE free)::int AS stores,
            coalesce(sum("weeklyOrders") FILTER (WHERE free), 0)::int AS "weeklyOrders"
     FROM (
       SELECT t.state, ${isFree} AS free, s.id AS store, ${itemColumns(input.kind)}
       FROM tasks t ${itemJoins(input.kind, 't')} WHERE t.queue_id = $1::uuid AND t.id = ANY($2::uuid[])
     ) chosen`,
    [input.queueId, input.taskIds],
  );
  return rows[0] ?? { tasks: 0, held: 0, resolved: 0, items: 0, stores: 0, weeklyOrders: 0 };
}

type LeaseFree = {
  queueId: string;
  userId: string;
  taskIds: readonly string[];
  leaseSeconds: number;
  mayAdjudicate: boolean;
  /** Those this person holds as well. */
  withOwn: boolean;
};

/** Leases those of the tasks that wait and nobody holds, in the order in which everybody locks tasks. */
export async function leaseFreeTasks(tx: Tx, input: LeaseFree): Promise<{ taskId: string; fence: number }[]> {
  return tx.$queryRaw`
    WITH free AS (
      SELECT t.id FROM tasks t
      WHERE t.queue_id = ${input.queueId}::uuid AND t.id = ANY(${input.taskIds}::uuid[]) AND t.state = 'open'
        AND (t.lease_expires_at IS NULL OR t.lease_expires_at < now()
          OR (${input.withOwn}::boolean AND t.lease_holder_id = ${input.userId}::uuid))
        AND (t.escalated_at IS NULL OR ${input.mayAdjudicate}::boolean)
      ORDER BY t.id FOR UPDATE
    )
    UPDATE tasks t SET lease_holder_id = ${input.userId}::uuid, fence = t.fence + 1,
      lease_expires_at = now() + make_interval(secs => ${input.leaseSeconds}::int)
    FROM free WHERE t.id = free.id RETURNING t.id AS "taskId", t.fence`;
}

/** Of tasks that a batch could not have, how many others hold (or were passed up) and how many are decided. */
export async function leftOut(tx: Tx, taskIds: readonly string[]): Promise<{ held: number; resolved: number }> {
  const [row] = await tx.$queryRaw<{ held: number; resolved: number }[]>`
    SELECT count(*) FILTER (WHERE state = 'open')::int AS held, count(*) FILTER (WHERE state <> 'open')::int AS resolved
    FROM tasks WHERE id = ANY(${taskIds}::uuid[])`;
  return row ?? { held: 0, resolved: 0 };
}

/** Gives back what a batch still holds once it is undone. */
export async function letGoOf(db: Database, input: { userId: string; taskIds: readonly string[] }): Promise<void> {
  await db.pool.query(
    `UPDATE tasks SET lease_holder_id = NULL, lease_expires_at = NULL
     WHERE id = ANY($1::uuid[]) AND lease_holder_id = $2::uuid AND state = 'open'`,
    [input.taskIds, input.userId],
  );
}
