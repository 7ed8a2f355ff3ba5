import { type Database, type Prisma, sqlPiece, type Tx } from '@jeoul/db/client';
import type { ItemKind } from '@jeoul/shared/labeling/contract';
import { itemSql, type TaskRow } from './task-items.ts';

type Sql = Pick<Prisma | Tx, '$queryRaw' | '$executeRaw'>;

export type QueueRow = {
  id: string;
  key: string;
  slotKey: string;
  labelSetId: string;
  itemKind: ItemKind;
  nameKo: string;
  nameEn: string;
  leaseSeconds: number;
  slaMinutes: number;
};

/** The queue of a key; null when there is none. */
export async function findQueue(db: Pick<Database, 'rows'>, queueKey: string): Promise<QueueRow | null> {
  const [queue] = await db.rows<QueueRow>(sqlPiece`
    SELECT id, key, slot_key AS "slotKey", label_set_id AS "labelSetId", item_kind AS "itemKind", name_ko AS "nameKo",
           name_en AS "nameEn", lease_seconds AS "leaseSeconds", sla_minutes AS "slaMinutes"
    FROM queues WHERE key = ${queueKey}`);
  return queue ?? null;
}

export type ClaimedRow = TaskRow & { fence: number; leaseExpiresAt: Date; priority: number };

type Lease = { queueId: string; itemKind: ItemKind; userId: string; leaseSeconds: number };

/** A lease with no more than this left was let go: nobody at work lets it come so far. Longer than any release's grace. */
const letGoSeconds = 20;

/**
 * Leases up to `count` tasks in one statement: nobody waits for anybody (SKIP LOCKED), nobody gets what another holds, and
 * the raised fence shuts out whoever held the task before, a release still on its way included.
 *
 * First come those that this person has just let go of, as by a reload; two windows closed one after the other leave more
 * than one of them holds. Those they are at work on in another browser are not touched, nor what they are `holding`. Then
 * come new ones in the queue's order. What was passed up goes to those who may adjudicate only.
 */
export async function claimTasks(
  db: Pick<Database, 'rows'>,
  input: Lease & { count: number; holding: string[]; mayAdjudicate: boolean },
): Promise<ClaimedRow[]> {
  const { queueId, itemKind, userId, count, holding, leaseSeconds, mayAdjudicate } = input;
  const { columns, joins } = itemSql(itemKind);
  return db.rows<ClaimedRow>(sqlPiece`
    WITH resumed AS (
      SELECT t.id FROM tasks t
      WHERE t.lease_holder_id = ${userId}::uuid AND t.queue_id = ${queueId}::uuid AND t.state = 'open'
        AND t.lease_expires_at > now() AND t.lease_expires_at < now() + make_interval(secs => ${letGoSeconds}::int)
        AND NOT t.id = ANY(${holding}::uuid[])
      ORDER BY t.priority DESC, t.id
      LIMIT ${count}::int
      FOR UPDATE SKIP LOCKED
    ), fresh AS (
      SELECT t.id FROM tasks t
      WHERE t.queue_id = ${queueId}::uuid AND t.state = 'open'
        AND (t.lease_expires_at IS NULL OR t.lease_expires_at < now())
        AND (t.deferred_until IS NULL OR t.deferred_until < now())
        AND (t.escalated_at IS NULL OR ${mayAdjudicate}::boolean)
        AND NOT EXISTS (SELECT 1 FROM task_skips s WHERE s.task_id = t.id AND s.user_id = ${userId}::uuid)
      ORDER BY t.priority DESC, t.id
      -- A number the planner knows; no more are fetched and locked than are picked.
      LIMIT 100
      FOR UPDATE SKIP LOCKED
    ), picked AS (
      SELECT id, 0 AS turn FROM resumed
      UNION ALL (SELECT id, 1 FROM fresh LIMIT ${count}::int - (SELECT count(*) FROM resumed))
    ), leased AS (
      UPDATE tasks t
      SET lease_holder_id = ${userId}::uuid, fence = t.fence + 1,
          lease_expires_at = now() + make_interval(secs => ${leaseSeconds}::int)
      FROM picked WHERE t.id = picked.id
      RETURNING t.*, picked.turn
    )
    SELECT t.id AS "taskId", t.fence, t.lease_expires_at AS "leaseExpiresAt", t.created_at AS "createdAt", t.priority,
           ${columns}
    FROM leased t ${joins}
    ORDER BY t.turn, t.priority DESC, t.id`);
}

/** Tasks of a queue with their items, in no order; unknown ids are left out. */
export async function tasksById(
  sql: Sql,
  input: { queueId: string; itemKind: ItemKind; taskIds: string[] },
): Promise<TaskRow[]> {
  const { columns, joins } = itemSql(input.itemKind);
  return sql.$queryRaw<TaskRow[]>`
    SELECT t.id AS "taskId", t.created_at AS "createdAt", ${columns}
    FROM tasks t ${joins}
    WHERE t.queue_id = ${input.queueId}::uuid AND t.id = ANY(${input.taskIds}::uuid[])`;
}

type HeldLease = { queueId: string; itemKind: ItemKind; slotKey: string; fence: number; leaseExpiresAt: Date };

/** A person's lease on a task, with the queue it is in; null when they hold none. */
export async function leaseOf(sql: Sql, input: { taskId: string; userId: string }): Promise<HeldLease | null> {
  const rows = await sql.$queryRaw<HeldLease[]>`
    SELECT q.id AS "queueId", q.item_kind AS "itemKind", q.slot_key AS "slotKey", t.fence, t.lease_expires_at AS "leaseExpiresAt"
    FROM tasks t JOIN queues q ON q.id = t.queue_id
    WHERE t.id = ${input.taskId}::uuid AND t.state = 'open'
      AND t.lease_holder_id = ${input.userId}::uuid AND t.lease_expires_at > now()`;
  return rows[0] ?? null;
}

/** Makes leases last from now again; returns those that were still held under their fence. */
export async function extendLeases(
  sql: Sql,
  input: { userId: string; leases: { taskId: string; fence: number }[] },
): Promise<{ taskId: string; leaseExpiresAt: Date }[]> {
  return sql.$queryRaw`
    UPDATE tasks t SET lease_expires_at = now() + make_interval(secs => q.lease_seconds)
    FROM queues q, unnest(${input.leases.map((l) => l.taskId)}::uuid[], ${input.leases.map((l) => l.fence)}::int[]) AS held(id, fence)
    WHERE q.id = t.queue_id AND t.id = held.id AND t.fence = held.fence
      AND t.lease_holder_id = ${input.userId}::uuid AND t.state = 'open'
    RETURNING t.id AS "taskId", t.lease_expires_at AS "leaseExpiresAt"`;
}

/**
 * Gives leases back, at once or after a grace, so that others need not wait for them to expire. Within the grace the same
 * person may take them up again.
 */
export async function releaseLeases(
  sql: Sql,
  input: { userId: string; leases: { taskId: string; fence: number }[]; graceSeconds?: number },
): Promise<number> {
  const graceSeconds = input.graceSeconds ?? 0;
  return sql.$executeRaw`
    UPDATE tasks t SET
      lease_holder_id = CASE WHEN ${graceSeconds}::int > 0 THEN lease_holder_id END,
      lease_expires_at = CASE WHEN ${graceSeconds}::int > 0
        THEN least(lease_expires_at, now() + make_interval(secs => ${graceSeconds}::int)) END
    FROM unnest(${input.leases.map((l) => l.taskId)}::uuid[], ${input.leases.map((l) => l.fence)}::int[]) AS held(id, fence)
    WHERE t.id = held.id AND t.fence = held.fence AND t.lease_holder_id = ${input.userId}::uuid AND t.state = 'open'`;
}

export const countCap = 100_000;

/** How much waits in each queue (counted no further than `countCap`) and since when. */
export async function queueBacklogs(sql: Sql): Promise<{ queueId: string; waiting: number; oldestAt: Date | null }[]> {
  return sql.$queryRaw`
    SELECT q.id AS "queueId", backlog.waiting::int, oldest.created_at AS "oldestAt"
    FROM queues q
    CROSS JOIN LATERAL (
      SELECT count(*) AS waiting FROM (
        SELECT 1 FROM tasks t WHERE t.queue_id = q.id AND t.state = 'open' LIMIT ${countCap}
      ) counted
    ) backlog
    LEFT JOIN LATERAL (
      SELECT t.created_at FROM tasks t WHERE t.queue_id = q.id AND t.state = 'open' ORDER BY t.created_at LIMIT 1
    ) oldest ON true
    ORDER BY q.key`;
}

/** The queues that tasks are in. */
export async function queuesOfTasks(sql: Sql, taskIds: string[]): Promise<{ id: string; key: string }[]> {
  return sql.$queryRaw`
    SELECT id, key FROM queues WHERE id IN (SELECT queue_id FROM tasks WHERE id = ANY(${taskIds}::uuid[]))`;
}

/** How much waits in one queue, counted no further than `countCap`. */
export async function waitingIn(sql: Sql, queueId: string): Promise<number> {
  const [row] = await sql.$queryRaw<{ waiting: number }[]>`
    SELECT count(*)::int AS waiting FROM (
      SELECT 1 FROM tasks t WHERE t.queue_id = ${queueId}::uuid AND t.state = 'open' LIMIT ${countCap}
    ) counted`;
  return row?.waiting ?? 0;
}

/** The person's newest decisions in a queue that were not undone; of a batch its first one. */
export async function newestDecisions(
  sql: Sql,
  input: { queueId: string; userId: string; limit: number },
): Promise<
  {
    decisionId: string;
    taskId: string;
    labelKey: string | null;
    answer: unknown;
    skipReason: string | null;
    predictedLabelKey: string | null;
    decidedAt: Date;
    batchId: string | null;
  }[]
> {
  return sql.$queryRaw`
    SELECT id AS "decisionId", batch_id AS "batchId", task_id AS "taskId", label_key AS "labelKey", answer, skip_reason AS "skipReason",
           predicted_label_key AS "predictedLabelKey", decided_at AS "decidedAt"
    FROM decisions
    WHERE user_id = ${input.userId}::uuid AND queue_id = ${input.queueId}::uuid AND undone_at IS NULL
      AND (batch_id IS NULL OR batch_id = id)
    ORDER BY decided_at DESC, id DESC LIMIT ${input.limit}`;
}

/** One person's decisions in a queue since a moment: how many, and how many accepted what the model proposed. */
export async function ownFigures(
  sql: Sql,
  input: { queueId: string; userId: string; since: Date },
): Promise<{ decided: number; proposed: number; accepted: number }> {
  const [row] = await sql.$queryRaw<{ decided: number; proposed: number; accepted: number }[]>`
    SELECT count(*) FILTER (WHERE label_key IS NOT NULL)::int AS decided,
           count(*) FILTER (WHERE label_key IS NOT NULL AND predicted_label_key IS NOT NULL)::int AS proposed,
           count(*) FILTER (WHERE label_key = predicted_label_key)::int AS accepted
    FROM decisions
    WHERE user_id = ${input.userId}::uuid AND queue_id = ${input.queueId}::uuid AND undone_at IS NULL
      AND decided_at >= ${input.since}`;
  return row ?? { decided: 0, proposed: 0, accepted: 0 };
}

type RelatedRow = {
  itemId: string;
  name: string;
  storeName: string;
  stores: number;
  weeklyOrders: number;
  labelKey: string | null;
  labelledBy: 'person' | 'model' | 'import' | null;
  predictedLabelKey: string | null;
  probability: number | null;
};

/** So many of the nearest items are put together by name: copies of one name must not crowd out the others. */
const nearest = 120;

/** Items of other stores named like this one (trigrams over jamo), nearest first, one row a name and label. */
export async function similarItems(
  sql: Sql,
  input: { queueId: string; itemId: string; limit: number },
): Promise<RelatedRow[]> {
  return sql.$queryRaw`
    WITH this AS (SELECT id, name_jamo, store_id FROM menu_items WHERE id = ${input.itemId}::uuid),
    near AS (
      SELECT i.*, similarity(i.name_jamo, this.name_jamo) AS nearness
      FROM this, menu_items i
      WHERE i.name_jamo % this.name_jamo AND i.id <> this.id AND i.store_id <> this.store_id
      ORDER BY nearness DESC, i.id LIMIT ${nearest}
    )
    SELECT (array_agg(n.id ORDER BY n.id))[1] AS "itemId", min(n.name) AS name, min(s.name) AS "storeName",
           count(DISTINCT n.store_id)::int AS stores, sum(n.weekly_orders)::int AS "weeklyOrders",
           n.label_key AS "labelKey", n.label_source AS "labelledBy",
           t.top_label_key AS "predictedLabelKey", max(t.top_probability) AS probability
    FROM near n
    JOIN stores s ON s.id = n.store_id
    LEFT JOIN tasks t ON t.item_id = n.id AND t.queue_id = ${input.queueId}::uuid
    GROUP BY n.text_key, n.label_key, n.label_source, t.top_label_key
    ORDER BY max(n.nearness) DESC, count(*) DESC, "itemId"
    LIMIT ${input.limit}`;
}

/** What else the store of this item sells, most ordered first. */
export async function storeItems(
  sql: Sql,
  input: { queueId: string; itemId: string; limit: number },
): Promise<RelatedRow[]> {
  return sql.$queryRaw`
    WITH this AS (SELECT id, store_id FROM menu_items WHERE id = ${input.itemId}::uuid)
    SELECT i.id AS "itemId", i.name, s.name AS "storeName", 1 AS stores, i.weekly_orders AS "weeklyOrders",
           i.label_key AS "labelKey", i.label_source AS "labelledBy",
           t.top_label_key AS "predictedLabelKey", t.top_probability AS probability
    FROM this JOIN menu_items i ON i.store_id = this.store_id AND i.id <> this.id
    JOIN stores s ON s.id = i.store_id
    LEFT JOIN tasks t ON t.item_id = i.id AND t.queue_id = ${input.queueId}::uuid
    ORDER BY i.weekly_orders DESC, i.id
    LIMIT ${input.limit}`;
}
