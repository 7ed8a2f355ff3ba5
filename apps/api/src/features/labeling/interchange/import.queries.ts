import type { GivenAnswer } from '@jeoul/shared/labeling/answers';
import type { ItemKind } from '@jeoul/shared/labeling/contract';
import { sqlPiece, type Tx } from '@jeoul/db/client';
import { auditInsert, type AuditWrite } from '../../../lib/audit.ts';
import type { QueueRow } from './export.queries.ts';
import type { KnownDecision, StandingTask } from './import-plan.ts';

export type ItemTask = StandingTask & { itemId: string; externalId: string; text: string };

const sourceOf: Record<ItemKind, { table: ReturnType<typeof sqlPiece>; text: ReturnType<typeof sqlPiece> }> = {
  menu_item: { table: sqlPiece`menu_items`, text: sqlPiece`i.name` },
  review: { table: sqlPiece`reviews`, text: sqlPiece`i.text` },
};

/** The queue's tasks of items by their external ids; with `isHeld` until the transaction ends. */
export async function tasksOfItems(
  db: Pick<Tx, '$queryRaw'>,
  { queue, externalIds, isHeld }: { queue: QueueRow; externalIds: string[]; isHeld: boolean },
): Promise<ItemTask[]> {
  const { table, text } = sourceOf[queue.itemKind];
  return db.$queryRaw<ItemTask[]>`
    SELECT t.id AS "taskId", t.state, i.id AS "itemId", i.external_id AS "externalId", ${text} AS text,
           (SELECT r.label_key FROM resolutions r WHERE r.task_id = t.id AND r.revoked_at IS NULL) AS "standingKey"
    FROM ${table} i JOIN tasks t ON t.item_id = i.id AND t.queue_id = ${queue.id}::uuid
    WHERE i.external_id = ANY(${externalIds}::text[])
    ORDER BY t.id ${isHeld ? sqlPiece`FOR UPDATE OF t` : sqlPiece``}`;
}

/** Which of these decisions are here, undone ones too. */
export async function knownDecisions(db: Pick<Tx, '$queryRaw'>, ids: string[]): Promise<KnownDecision[]> {
  return db.$queryRaw<KnownDecision[]>`
    SELECT id, task_id AS "taskId", label_key AS "answerKey", skip_reason AS "skipReason"
    FROM decisions WHERE id = ANY(${ids}::uuid[])`;
}

export type NewDecision = {
  decision_id: string;
  task_id: string;
  item_id: string;
  user_id: string;
  answer_key: string | null;
  label_keys: string[];
  answer: GivenAnswer | null;
  skip_reason: string | null;
  comment: string | null;
  duration_ms: number;
  decided_at: string | null;
  is_resolution: boolean;
  is_passed_up: boolean;
  text: string;
  text_key: string;
};

/** The place of what was passed up, before every place that doubt gives; as when it is passed up here. */
const escalatedPriority = 2;

/**
 * Decisions, the resolutions some of them make, what those mean for dishes and tasks, and the audit, in one statement. The
 * model's answer is left out: nobody saw it when these were made.
 */
export async function storeImported(
  tx: Pick<Tx, '$executeRaw'>,
  { queue, decisions, audit }: { queue: QueueRow; decisions: readonly NewDecision[]; audit: readonly AuditWrite[] },
): Promise<void> {
  await tx.$executeRaw`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(decisions)}::jsonb) AS g(
        decision_id uuid, task_id uuid, item_id uuid, user_id uuid, answer_key text, label_keys text[], answer jsonb,
        skip_reason text, comment text, duration_ms int, decided_at timestamptz, is_resolution boolean,
        is_passed_up boolean, text text, text_key text)
    ), decided AS (
      INSERT INTO decisions (id, task_id, queue_id, user_id, label_key, label_keys, answer, skip_reason, comment,
                             duration_ms, decided_at)
      SELECT decision_id, task_id, ${queue.id}::uuid, user_id, answer_key, label_keys, answer, skip_reason, comment,
             duration_ms, least(coalesce(decided_at, now()), now())
      FROM given
    ), skipped AS (
      INSERT INTO task_skips (task_id, user_id, reason)
      SELECT DISTINCT task_id, user_id, skip_reason FROM given WHERE skip_reason = 'not_mine'
      ON CONFLICT DO NOTHING
    ), resolved AS (
      INSERT INTO resolutions (task_id, queue_id, item_id, decision_id, label_key, label_keys, answer, text, text_key,
                               source, previous_label_key, previous_label_source)
      SELECT g.task_id, ${queue.id}::uuid, g.item_id, g.decision_id, g.answer_key, g.label_keys, g.answer, g.text,
             g.text_key, 'import', i.label_key, i.label_source
      FROM given g LEFT JOIN menu_items i ON i.id = g.item_id WHERE g.is_resolution
    ), labelled AS (
      UPDATE menu_items i SET label_key = g.answer_key, label_source = 'import', labelled_at = now(), updated_at = now()
      FROM given g WHERE i.id = g.item_id AND g.is_resolution
    ), ended AS (
      UPDATE tasks t SET state = 'resolved', resolved_at = now(), lease_holder_id = NULL, lease_expires_at = NULL
      FROM given g WHERE t.id = g.task_id AND g.is_resolution
    ), passed_up AS (
      UPDATE tasks t SET escalated_at = now(), priority = ${escalatedPriority}::real
      FROM (SELECT DISTINCT task_id FROM given WHERE is_passed_up) g WHERE t.id = g.task_id
    )
    ${auditInsert(audit)}`;
}
