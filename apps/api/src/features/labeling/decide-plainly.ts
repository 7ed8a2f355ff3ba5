import type { DecisionInput } from '@jeoul/shared/labeling/contract';
import { type Database, sqlPiece } from '@jeoul/db/client';
import { resolutionsLock } from '../../lib/locks.ts';
import { labelChanged } from './label-webhooks.ts';
import { writesOfGiven } from './store-decisions.ts';

/** Nothing but one label, as nearly every decision on a dish is. */
const isPlain = ({ labelKey, comment }: DecisionInput) => labelKey !== null && comment === undefined;

const uniqueViolation = '23505';

/**
 * Stores those of the decisions that are plain and raise no question, in one statement and so on one way to the database
 * and back, all of them together; answers their ids. What it leaves (a lost lease, a decision known already, an answer
 * of several labels, an installation whose webhooks hear of labels) is for `decide` to look at: nothing of it is stored.
 */
export async function decidePlainly(
  db: Pick<Database, 'rows'>,
  input: { userId: string; requestId: string; decisions: readonly DecisionInput[]; batchId?: string },
): Promise<ReadonlySet<string>> {
  const { userId, requestId, decisions, batchId = null } = input;
  const tasks = new Set(decisions.map(({ taskId }) => taskId));
  if (tasks.size < decisions.length || !decisions.every(isPlain)) return new Set();
  const sent = decisions.map(({ decisionId, taskId, fence, labelKey, durationMs }) => {
    return { decision_id: decisionId, task_id: taskId, fence, label_key: labelKey, duration_ms: durationMs };
  });
  // What is read of a task is what stands once its lock is had: a second sending finds it decided and leaves it.
  const statement = sqlPiece`
    WITH sent AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(sent)}::jsonb)
        AS s(decision_id uuid, task_id uuid, fence int, label_key text, duration_ms int)
    ), given AS (
      SELECT s.decision_id, t.id AS task_id, t.queue_id, t.item_id, true AS is_dish, s.label_key AS answer_key,
             ARRAY[s.label_key] AS label_keys,
             jsonb_build_object('labels', jsonb_build_array(jsonb_build_object('labelKey', s.label_key))) AS answer,
             NULL AS skip_reason, NULL AS comment, s.duration_ms, t.model_version_id,
             t.top_label_key AS predicted_label_key, t.top_probability AS predicted_probability, i.name AS text, i.text_key,
             i.label_key AS previous_label_key, i.label_source AS previous_label_source
      FROM (SELECT pg_advisory_xact_lock_shared(${resolutionsLock}::bigint)) AS resolutions_lock, sent s
      JOIN tasks t ON t.id = s.task_id
      JOIN queues q ON q.id = t.queue_id AND q.item_kind = 'menu_item'
      JOIN label_sets ls ON ls.id = q.label_set_id AND ls.kind <> 'multi'
      JOIN labels l ON l.label_set_id = ls.id AND l.key = s.label_key
      JOIN menu_items i ON i.id = t.item_id
      WHERE t.state = 'open' AND t.lease_holder_id = ${userId}::uuid AND t.fence = s.fence
        AND NOT EXISTS (SELECT FROM webhook_endpoints WHERE disabled_at IS NULL AND ${labelChanged} = ANY(events))
      ORDER BY t.id FOR UPDATE OF t
    ), ${writesOfGiven(userId, batchId)}, audited AS (
      INSERT INTO audit_entries (actor_kind, actor_id, action, target_kind, target_id, before, after, request_id)
      SELECT 'person', ${userId}::uuid, 'decision.made', 'task', task_id::text,
             jsonb_build_object('labelKey', previous_label_key, 'source', previous_label_source),
             jsonb_build_object('decisionId', decision_id, 'labelKey', answer_key, 'skipReason', NULL,
                                'predicted', predicted_label_key),
             ${requestId}
      FROM given
    )
    SELECT decision_id AS "decisionId" FROM given`;
  try {
    const stored = await db.rows<{ decisionId: string }>(statement);
    return new Set(stored.map(({ decisionId }) => decisionId));
  } catch (error) {
    // An id that another task's decision has: which it is shows when they are looked at one by one.
    if ((error as { code?: string }).code === uniqueViolation) return new Set();
    throw error;
  }
}
