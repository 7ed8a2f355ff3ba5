import type { Database } from '@jeoul/db/client';
import { standsSql } from './counts.ts';

/** Agreement is measured on so many tasks of a queue, the newest first; people on so many of all queues. */
export const mostAgreementTasks = 2_000;
const mostComparedTasks = 20_000;

export type OverlapAnswer = { taskId: string; userId: string; labelKey: string; isInRange: boolean };

/** Standing answers to the queue's tasks that several people answered since a moment; each person's latest comes last. */
export async function overlapAnswers(
  db: Database,
  { queueId, from }: { queueId: string; from: Date },
): Promise<OverlapAnswer[]> {
  const { rows } = await db.pool.query<OverlapAnswer>(
    `SELECT d.task_id AS "taskId", d.user_id AS "userId", d.label_key AS "labelKey",
            d.decided_at >= $2::timestamptz AS "isInRange"
     FROM (
       SELECT task_id FROM task_overlaps WHERE queue_id = $1::uuid AND answered_at >= $2::timestamptz
       ORDER BY answered_at DESC LIMIT ${mostAgreementTasks}
     ) o JOIN decisions d ON d.task_id = o.task_id
     WHERE ${standsSql} ORDER BY d.task_id, d.decided_at, d.id`,
    [queueId, from],
  );
  return rows;
}

export type ComparedRow = { userId: string; isEarlier: boolean; compared: number; upheld: number };

/**
 * Answers made between two moments to tasks whose standing resolution is another person's, by who gave them: how many,
 * and how many of them the resolution says too. Those made before `split` are counted apart.
 */
export async function comparedAnswers(
  db: Database,
  scope: { queueIds: readonly string[]; from: Date; to: Date; split?: Date; userId?: string },
): Promise<ComparedRow[]> {
  const { queueIds, from, to, split = from, userId = null } = scope;
  const { rows } = await db.pool.query<ComparedRow>(
    `SELECT d.user_id AS "userId", d.decided_at < $5::timestamptz AS "isEarlier", count(*)::int AS compared,
            count(*) FILTER (WHERE r.label_key = d.label_key)::int AS upheld
     FROM (
       SELECT task_id FROM task_overlaps WHERE queue_id = ANY($1::uuid[]) AND answered_at >= $2::timestamptz
       ORDER BY answered_at DESC LIMIT ${mostComparedTasks}
     ) o
     JOIN decisions d ON d.task_id = o.task_id AND d.decided_at >= $2::timestamptz AND d.decided_at < $3::timestamptz
     JOIN resolutions r ON r.task_id = d.task_id AND r.revoked_at IS NULL
     JOIN decisions last ON last.id = r.decision_id AND last.user_id <> d.user_id
     WHERE ${standsSql} AND ($4::uuid IS NULL OR d.user_id = $4::uuid)
     GROUP BY 1, 2`,
    [queueIds, from, to, userId, split],
  );
  return rows;
}
