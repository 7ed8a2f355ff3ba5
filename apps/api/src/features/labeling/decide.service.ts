import type { DecisionInput, DecisionOutcome, LabelView } from '@jeoul/shared/labeling/contract';
import { textKey } from '@jeoul/shared/catalog/text-key';
import type { Tx } from '@jeoul/db/client';
import type { App } from '../../lib/app.ts';
import { appendAudit, type AuditWrite } from '../../lib/audit.ts';
import { resolutionsLock } from '../../lib/locks.ts';
import { labelsOf } from './label-sets.ts';

/** A skipped task that comes back to everyone does so after this long. */
const deferMinutes = 60;

type LockedTask = {
  id: string;
  queueId: string;
  labelSetId: string;
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

type Accepted = DecisionInput & { task: LockedTask };

/**
 * Stores decisions, each exactly once however often it is sent. All of one call are one transaction: guarded tasks,
 * decisions, resolutions, their effect on the catalogue and the audit. A decision stands when the fence it was made under
 * still holds, even if the lease ran out meanwhile and nobody else took the task: work is never thrown away for a clock.
 */
export async function decide(
  app: Pick<App, 'db'>,
  input: { userId: string; requestId: string; decisions: DecisionInput[] },
): Promise<DecisionOutcome[]> {
  const { userId, requestId, decisions } = input;
  return app.db.prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(${resolutionsLock}::bigint)`;
    const tasks = await lockTasks(tx, decisions);
    const known = await tx.decision.findMany({
      where: { id: { in: decisions.map((d) => d.decisionId) } },
      select: { id: true, userId: true },
    });
    const outcomes = new Map<string, DecisionOutcome>();
    const accepted: Accepted[] = [];
    const taken = new Set<string>();
    for (const decision of decisions) {
      if (outcomes.has(decision.decisionId)) continue;
      const task = tasks.get(decision.taskId);
      const stored = known.find((row) => row.id === decision.decisionId);
      const reason = stored
        ? stored.userId === userId
          ? null
          : 'INVALID_INPUT'
        : await refusal(app, { decision, task, userId, isTaken: taken.has(decision.taskId) });
      if (reason !== null) {
        outcomes.set(decision.decisionId, await conflict(tx, decision, reason));
        continue;
      }
      outcomes.set(decision.decisionId, { decisionId: decision.decisionId, status: 'acknowledged' });
      if (!stored && task) {
        taken.add(task.id);
        accepted.push({ ...decision, task });
      }
    }
    if (accepted.length > 0) await store(tx, { userId, requestId, accepted });
    return [...outcomes.values()];
  });
}

async function lockTasks(tx: Tx, decisions: DecisionInput[]): Promise<Map<string, LockedTask>> {
  const rows = await tx.$queryRaw<LockedTask[]>`
    SELECT t.id, t.queue_id AS "queueId", q.label_set_id AS "labelSetId", t.item_id AS "itemId", t.state,
           t.lease_holder_id AS "leaseHolderId", t.fence, t.model_version_id AS "modelVersionId",
           t.top_label_key AS "topLabelKey", t.top_probability AS "topProbability",
           i.name AS "itemText", i.label_key AS "itemLabelKey", i.label_source AS "itemLabelSource"
    FROM tasks t JOIN queues q ON q.id = t.queue_id JOIN menu_items i ON i.id = t.item_id
    WHERE t.id = ANY(${decisions.map((d) => d.taskId)}::uuid[])
    ORDER BY t.id FOR UPDATE OF t`;
  return new Map(rows.map((row) => [row.id, row]));
}

type Refusal = 'LEASE_LOST' | 'ALREADY_DECIDED' | 'NOT_FOUND' | 'INVALID_INPUT';

async function refusal(
  app: Pick<App, 'db'>,
  input: { decision: DecisionInput; task: LockedTask | undefined; userId: string; isTaken: boolean },
): Promise<Refusal | null> {
  const { decision, task, userId, isTaken } = input;
  if (!task) return 'NOT_FOUND';
  if (task.state !== 'open' || isTaken) return 'ALREADY_DECIDED';
  if (task.leaseHolderId !== userId || task.fence !== decision.fence) return 'LEASE_LOST';
  if (decision.labelKey === null) return null;
  const labels: LabelView[] = await labelsOf(app.db, task.labelSetId);
  return labels.some((label) => label.key === decision.labelKey) ? null : 'INVALID_INPUT';
}

async function conflict(tx: Tx, decision: DecisionInput, reason: Refusal): Promise<DecisionOutcome> {
  const [standing] = await tx.$queryRaw<{ labelKey: string; name: string; decidedAt: Date }[]>`
    SELECT r.label_key AS "labelKey", u.name, d.decided_at AS "decidedAt"
    FROM resolutions r JOIN decisions d ON d.id = r.decision_id JOIN users u ON u.id = d.user_id
    WHERE r.task_id = ${decision.taskId}::uuid AND r.revoked_at IS NULL`;
  return {
    decisionId: decision.decisionId,
    status: 'conflict',
    reason,
    decidedBy: standing?.name ?? null,
    decidedAt: standing?.decidedAt.toISOString() ?? null,
    standingLabelKey: standing?.labelKey ?? null,
  };
}

async function store(tx: Tx, input: { userId: string; requestId: string; accepted: Accepted[] }): Promise<void> {
  const { userId, requestId, accepted } = input;
  const labelled = accepted.flatMap((d) => (d.labelKey === null ? [] : [{ ...d, labelKey: d.labelKey }]));
  await tx.decision.createMany({
    data: accepted.map((d) => ({
      id: d.decisionId,
      taskId: d.taskId,
      queueId: d.task.queueId,
      userId,
      labelKey: d.labelKey,
      skipReason: d.skipReason,
      comment: d.comment ?? null,
      modelVersionId: d.task.modelVersionId,
      predictedLabelKey: d.task.topLabelKey,
      predictedProbability: d.task.topProbability,
      durationMs: d.durationMs,
    })),
  });
  if (labelled.length > 0) {
    await tx.resolution.createMany({
      data: labelled.map((d) => ({
        taskId: d.taskId,
        queueId: d.task.queueId,
        itemId: d.task.itemId,
        decisionId: d.decisionId,
        labelKey: d.labelKey,
        text: d.task.itemText,
        textKey: textKey(d.task.itemText),
        source: 'people',
        previousLabelKey: d.task.itemLabelKey,
        previousLabelSource: d.task.itemLabelSource,
        wasCorrection: d.task.topLabelKey !== null && d.task.topLabelKey !== d.labelKey,
      })),
    });
    await tx.$executeRaw`
      UPDATE menu_items i SET label_key = v.label_key, label_source = 'person', labelled_at = now(), updated_at = now()
      FROM unnest(${labelled.map((d) => d.task.itemId)}::uuid[], ${labelled.map((d) => d.labelKey)}::text[]) AS v(id, label_key)
      WHERE i.id = v.id`;
    await tx.$executeRaw`
      UPDATE tasks SET state = 'resolved', resolved_at = now(), lease_holder_id = NULL, lease_expires_at = NULL
      WHERE id = ANY(${labelled.map((d) => d.taskId)}::uuid[])`;
  }
  await storeSkips(tx, userId, accepted);
  await appendAudit(tx, ...accepted.map((d) => auditOf(d, userId, requestId)));
}

/** `not_mine` goes to others at once; every other reason puts the task off for everybody, this person included. */
async function storeSkips(tx: Tx, userId: string, accepted: Accepted[]): Promise<void> {
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

function auditOf(d: Accepted, userId: string, requestId: string): AuditWrite {
  return {
    actor: { kind: 'person', id: userId },
    action: d.labelKey === null ? 'decision.skipped' : 'decision.made',
    targetKind: 'task',
    targetId: d.taskId,
    before: { labelKey: d.task.itemLabelKey, source: d.task.itemLabelSource },
    after: { decisionId: d.decisionId, labelKey: d.labelKey, skipReason: d.skipReason, predicted: d.task.topLabelKey },
    requestId,
  };
}
