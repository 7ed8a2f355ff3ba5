import { answerKeyOf, type GivenAnswer, givenKeysOf } from '@jeoul/shared/labeling/answers';
import type { DecisionInput, ItemKind, LabelSetKind } from '@jeoul/shared/labeling/contract';
import { textKey } from '@jeoul/shared/catalog/text-key';
import { sqlPiece, type SqlPiece, type Tx } from '@jeoul/db/client';
import { auditInsert, type AuditWrite } from '../../lib/audit.ts';
import { tellOfLabels, tellOfSaid } from './label-webhooks.ts';
import { startEffects } from './reviews/effects.service.ts';

/** A skipped task that comes back to everyone does so after this long. */
const deferMinutes = 60;
/** The place of what was passed up: before every place that doubt gives (0–1). */
const escalatedPriority = 2;

/** A task under decision, held until the transaction ends. */
export type LockedTask = {
  id: string;
  queueId: string;
  labelSetId: string;
  labelSetKind: LabelSetKind;
  hasPolarity: boolean;
  itemKind: ItemKind;
  itemId: string;
  state: string;
  leaseHolderId: string | null;
  fence: number;
  modelVersionId: string | null;
  topLabelKey: string | null;
  topProbability: number | null;
  itemText: string;
  itemLabelKey: string | null;
  itemLabelSource: string | null;
};

/** A decision that stands; `answer` is null for a skip. */
export type Accepted = Omit<DecisionInput, 'answer'> & { task: LockedTask; answer: GivenAnswer | null };

type Answered = Accepted & { answer: GivenAnswer; answerKey: string; labelKeys: string[] };

const isPassedUp = ({ answer }: Accepted) => answer?.action === 'escalate';

/** Stores decisions that were found good, with all that follows from each, in the caller's transaction. */
export async function storeDecisions(
  tx: Tx,
  input: { userId: string; requestId: string; accepted: Accepted[]; batchId: string | null },
): Promise<void> {
  const { userId, requestId, accepted, batchId } = input;
  const answered = accepted.flatMap((d): Answered[] => {
    if (d.answer === null || isPassedUp(d)) return [];
    const labelKeys = givenKeysOf(d.answer);
    return [{ ...d, answer: d.answer, answerKey: answerKeyOf(labelKeys), labelKeys }];
  });
  const answerKeys = new Map(answered.map(({ decisionId, answerKey }) => [decisionId, answerKey]));
  const given = accepted.map((d) => givenRow(d, answerKeys.get(d.decisionId) ?? null));
  await writeGiven(
    tx,
    { userId, given, batchId },
    accepted.map((d) => auditOf(d, userId, requestId)),
  );
  await storeSkips(tx, userId, accepted);
  await passUp(tx, accepted.filter(isPassedUp));
  const labelled = answered.filter(({ task }) => task.itemKind === 'menu_item');
  const changes = labelled.map(({ task, answerKey }) => {
    return { itemId: task.itemId, labelKey: answerKey, priorLabelKey: task.itemLabelKey };
  });
  await tellOfLabels(tx, { changes, isAtOnce: false });
  const said = answered.filter(({ task }) => task.hasPolarity);
  const saidChanges = said.map(({ decisionId, task: { itemId: reviewId, queueId }, answer: { labels } }) => {
    return { decisionId, reviewId, queueId, labels };
  });
  await tellOfSaid(tx, { changes: saidChanges, isAtOnce: false });
  await startEffects(tx, { userId, requestId, decisions: answered });
}

/** A decision as the statement below reads it; `answer_key` is null for what leaves its task open. */
function givenRow(d: Accepted, answerKey: string | null) {
  const { task } = d;
  return {
    decision_id: d.decisionId,
    task_id: d.taskId,
    queue_id: task.queueId,
    item_id: task.itemId,
    is_dish: task.itemKind === 'menu_item',
    answer_key: answerKey,
    label_keys: d.answer === null ? [] : givenKeysOf(d.answer),
    answer: d.answer,
    skip_reason: d.skipReason,
    comment: d.comment ?? null,
    duration_ms: d.durationMs,
    model_version_id: task.modelVersionId,
    predicted_label_key: task.topLabelKey,
    predicted_probability: task.topProbability,
    text: task.itemText,
    text_key: answerKey === null ? null : textKey(task.itemText),
    previous_label_key: task.itemLabelKey,
    previous_label_source: task.itemLabelSource,
  };
}

/**
 * Decisions, resolutions, the items' labels and the tasks' ends as parts of one statement that has a table `given` of what
 * was decided, for whoever adds the audit. As six statements they took most of the time a decision takes, all of it on
 * the way to the database and back.
 */
export function writesOfGiven(userId: string, batchId: string | null): SqlPiece {
  return sqlPiece`
    decided AS (
      INSERT INTO decisions (id, task_id, queue_id, user_id, label_key, label_keys, answer, skip_reason, comment,
                             model_version_id, predicted_label_key, predicted_probability, duration_ms, batch_id)
      SELECT decision_id, task_id, queue_id, ${userId}::uuid, answer_key, label_keys, answer, skip_reason, comment,
             model_version_id, predicted_label_key, predicted_probability, duration_ms, ${batchId}::uuid
      FROM given
    ), resolved AS (
      INSERT INTO resolutions (task_id, queue_id, item_id, decision_id, label_key, label_keys, answer, text, text_key,
                               source, previous_label_key, previous_label_source, was_correction)
      SELECT task_id, queue_id, item_id, decision_id, answer_key, label_keys, answer, text, text_key,
             'people', previous_label_key, previous_label_source, coalesce(predicted_label_key <> answer_key, false)
      FROM given WHERE answer_key IS NOT NULL
    ), labelled AS (
      UPDATE menu_items i SET label_key = g.answer_key, label_source = 'person', labelled_at = now(), updated_at = now()
      FROM given g WHERE i.id = g.item_id AND g.is_dish AND g.answer_key IS NOT NULL
    ), ended AS (
      UPDATE tasks t SET state = 'resolved', resolved_at = now(), lease_holder_id = NULL, lease_expires_at = NULL
      FROM given g WHERE t.id = g.task_id AND g.answer_key IS NOT NULL
    )`;
}

async function writeGiven(
  tx: Tx,
  { userId, given, batchId }: { userId: string; given: ReturnType<typeof givenRow>[]; batchId: string | null },
  audit: readonly AuditWrite[],
): Promise<void> {
  await tx.$executeRaw`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS g(
        decision_id uuid, task_id uuid, queue_id uuid, item_id uuid, is_dish boolean, answer_key text, label_keys text[],
        answer jsonb, skip_reason text, comment text, duration_ms int, model_version_id uuid, predicted_label_key text,
        predicted_probability real, text text, text_key text, previous_label_key text, previous_label_source text)
    ), ${writesOfGiven(userId, batchId)}
    ${auditInsert(audit)}`;
}

/** `not_mine` goes to others at once; every other reason puts the task off for everybody, this person included. */
async function storeSkips(tx: Tx, userId: string, accepted: readonly Accepted[]): Promise<void> {
  const skipped = accepted.filter((d) => d.skipReason !== null);
  if (skipped.length === 0) return;
  const forOthers = skipped.filter((d) => d.skipReason === 'not_mine');
  await tx.taskSkip.createMany({
    data: forOthers.map((d) => ({ taskId: d.taskId, userId, reason: 'not_mine' })),
    skipDuplicates: true,
  });
  await tx.$executeRaw`
    UPDATE tasks SET lease_holder_id = NULL, lease_expires_at = NULL,
      deferred_until = CASE WHEN id = ANY(${forOthers.map((d) => d.taskId)}::uuid[]) THEN deferred_until
                            ELSE now() + make_interval(mins => ${deferMinutes}::int) END
    WHERE id = ANY(${skipped.map((d) => d.taskId)}::uuid[])`;
}

/** What was passed up stays open and comes first, for those alone who may adjudicate. */
async function passUp(tx: Tx, passedUp: readonly Accepted[]): Promise<void> {
  if (passedUp.length === 0) return;
  await tx.$executeRaw`
    UPDATE tasks SET lease_holder_id = NULL, lease_expires_at = NULL, escalated_at = now(), priority = ${escalatedPriority}
    WHERE id = ANY(${passedUp.map((d) => d.taskId)}::uuid[])`;
}

function auditOf(d: Accepted, userId: string, requestId: string): AuditWrite {
  const { answer, task } = d;
  const labelKeys = answer === null ? null : givenKeysOf(answer);
  const after = {
    decisionId: d.decisionId,
    labelKey: labelKeys ? answerKeyOf(labelKeys) : null,
    skipReason: d.skipReason,
    predicted: task.topLabelKey,
    ...(answer?.action ? { action: answer.action, policyReason: answer.policyReason ?? null } : {}),
    ...(d.comment === undefined ? {} : { comment: d.comment }),
  };
  return {
    actor: { kind: 'person', id: userId },
    action: answer === null ? 'decision.skipped' : isPassedUp(d) ? 'decision.escalated' : 'decision.made',
    targetKind: 'task',
    targetId: d.taskId,
    before: { labelKey: task.itemLabelKey, source: task.itemLabelSource },
    after,
    requestId,
  };
}
