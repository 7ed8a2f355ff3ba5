import { answerKeyOf, type GivenAnswer } from '@jeoul/shared/labeling/answers';
import type { DecisionInput, ItemKind, LabelSetKind } from '@jeoul/shared/labeling/contract';
import { textKey } from '@jeoul/shared/catalog/text-key';
import type { Tx } from '@jeoul/db/client';
import { appendAudit, type AuditWrite } from '../../lib/audit.ts';
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
  { userId, requestId, accepted }: { userId: string; requestId: string; accepted: Accepted[] },
): Promise<void> {
  const answered = accepted.flatMap((d): Answered[] => {
    if (d.answer === null || isPassedUp(d)) return [];
    const labelKeys = d.answer.labels.map(({ labelKey }) => labelKey);
    return [{ ...d, answer: d.answer, answerKey: answerKeyOf(labelKeys), labelKeys }];
  });
  await tx.decision.createMany({
    data: accepted.map((d) => ({
      id: d.decisionId,
      taskId: d.taskId,
      queueId: d.task.queueId,
      userId,
      labelKey: answered.find(({ decisionId }) => decisionId === d.decisionId)?.answerKey ?? null,
      labelKeys: d.answer?.labels.map(({ labelKey }) => labelKey) ?? [],
      ...(d.answer === null ? {} : { answer: d.answer }),
      skipReason: d.skipReason,
      comment: d.comment ?? null,
      modelVersionId: d.task.modelVersionId,
      predictedLabelKey: d.task.topLabelKey,
      predictedProbability: d.task.topProbability,
      durationMs: d.durationMs,
    })),
  });
  if (answered.length > 0) await resolve(tx, answered);
  await storeSkips(tx, userId, accepted);
  await passUp(tx, accepted.filter(isPassedUp));
  await appendAudit(tx, ...accepted.map((d) => auditOf(d, userId, requestId)));
  await startEffects(tx, { userId, requestId, decisions: answered });
}

async function resolve(tx: Tx, answered: readonly Answered[]): Promise<void> {
  await tx.resolution.createMany({
    data: answered.map((d) => ({
      taskId: d.taskId,
      queueId: d.task.queueId,
      itemId: d.task.itemId,
      decisionId: d.decisionId,
      labelKey: d.answerKey,
      labelKeys: d.labelKeys,
      answer: d.answer,
      text: d.task.itemText,
      textKey: textKey(d.task.itemText),
      source: 'people',
      previousLabelKey: d.task.itemLabelKey,
      previousLabelSource: d.task.itemLabelSource,
      wasCorrection: d.task.topLabelKey !== null && d.task.topLabelKey !== d.answerKey,
    })),
  });
  const dishes = answered.filter(({ task }) => task.itemKind === 'menu_item');
  if (dishes.length > 0)
    await tx.$executeRaw`
      UPDATE menu_items i SET label_key = v.label_key, label_source = 'person', labelled_at = now(), updated_at = now()
      FROM unnest(${dishes.map((d) => d.task.itemId)}::uuid[], ${dishes.map((d) => d.answerKey)}::text[]) AS v(id, label_key)
      WHERE i.id = v.id`;
  await tx.$executeRaw`
    UPDATE tasks SET state = 'resolved', resolved_at = now(), lease_holder_id = NULL, lease_expires_at = NULL
    WHERE id = ANY(${answered.map((d) => d.taskId)}::uuid[])`;
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
  const labelKeys = answer?.labels.map(({ labelKey }) => labelKey);
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
