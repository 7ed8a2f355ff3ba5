import type { Database } from '@jeoul/db/client';
import type { TaskHistory } from '@jeoul/shared/labeling/lists';

const mostRows = 200;

/** Ids of a task's decisions, oldest first, with the queue's kind of item; null for an unknown task. */
export async function decisionsOfTask(db: Database, taskId: string): Promise<{ kind: string; ids: string[] } | null> {
  const { rows } = await db.pool.query<{ kind: string; ids: string[] }>(
    `SELECT q.item_kind AS kind,
            ARRAY(SELECT d.id FROM decisions d WHERE d.task_id = t.id ORDER BY d.decided_at, d.id LIMIT ${mostRows}) AS ids
     FROM tasks t JOIN queues q ON q.id = t.queue_id WHERE t.id = $1::uuid`,
    [taskId],
  );
  return rows[0] ?? null;
}

/** The audit's rows that name a task, oldest first. */
export async function auditOfTask(db: Database, taskId: string): Promise<TaskHistory['audit']> {
  const { rows } = await db.pool.query<Omit<TaskHistory['audit'][number], 'at'> & { at: Date }>(
    `SELECT a.id, a.at, u.name AS actor, a.action, a.seq::text AS seq
     FROM audit_entries a LEFT JOIN users u ON u.id = a.actor_id
     WHERE a.target_kind = 'task' AND a.target_id = $1 ORDER BY a.at, a.id LIMIT ${mostRows}`,
    [taskId],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
