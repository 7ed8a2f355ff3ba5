import { type GivenAnswer, problemOfAnswer } from '@jeoul/shared/labeling/answers';
import type { DecisionInput, DecisionOutcome } from '@jeoul/shared/labeling/contract';
import { answerable } from '@jeoul/shared/labeling/polar-labels';
import type { Tx } from '@jeoul/db/client';
import type { App } from '../../lib/app.ts';
import { resolutionsLock } from '../../lib/locks.ts';
import { decidePlainly } from './decide-plainly.ts';
import { labelsOf } from './label-sets.ts';
import { type Accepted, type LockedTask, storeDecisions } from './store-decisions.ts';

/**
 * Stores decisions, each exactly once however often it is sent, and with all that follows from it in one transaction:
 * guarded task, resolution, effect on the catalogue and audit. A decision stands when the fence it was made under
 * still holds, even if the lease ran out meanwhile and nobody else took the task: work is never thrown away for a clock.
 */
export async function decide(app: Pick<App, 'db'>, input: Sent): Promise<DecisionOutcome[]> {
  const stored = await decidePlainly(app.db, input);
  const rest = input.decisions.filter(({ decisionId }) => !stored.has(decisionId));
  const others = rest.length > 0 ? await decideCarefully(app, { ...input, decisions: rest }) : [];
  return [...[...stored].map((decisionId) => ({ decisionId, status: 'acknowledged' as const })), ...others];
}

type Sent = { userId: string; requestId: string; decisions: DecisionInput[]; batchId?: string };

async function decideCarefully(
  app: Pick<App, 'db'>,
  { userId, requestId, decisions, batchId }: Sent,
): Promise<DecisionOutcome[]> {
  return app.db.prisma.$transaction(async (tx) => {
    const tasks = await lockTasks(tx, decisions);
    // Only now: one sent twice at the same time is stored by the time its task can be locked.
    const known = await tx.$queryRaw<{ id: string; userId: string }[]>`
      SELECT id, user_id AS "userId" FROM decisions WHERE id = ANY(${decisions.map((d) => d.decisionId)}::uuid[])`;
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
        accepted.push({ ...decision, task, answer: answerOf(decision) });
      }
    }
    if (accepted.length > 0) await storeDecisions(tx, { userId, requestId, accepted, batchId: batchId ?? null });
    return [...outcomes.values()];
  });
}

async function lockTasks(tx: Tx, decisions: DecisionInput[]): Promise<Map<string, LockedTask>> {
  const rows = await tx.$queryRaw<LockedTask[]>`
    SELECT t.id, t.queue_id AS "queueId", q.label_set_id AS "labelSetId", t.item_id AS "itemId", t.state,
           t.lease_holder_id AS "leaseHolderId", t.fence, t.model_version_id AS "modelVersionId",
           t.top_label_key AS "topLabelKey", t.top_probability AS "topProbability",
           q.item_kind AS "itemKind", ls.kind AS "labelSetKind", ls.has_polarity AS "hasPolarity", coalesce(i.name, v.text) AS "itemText",
           i.label_key AS "itemLabelKey", i.label_source AS "itemLabelSource"
    FROM (SELECT pg_advisory_xact_lock_shared(${resolutionsLock}::bigint)) AS resolutions_lock, tasks t
    JOIN queues q ON q.id = t.queue_id JOIN label_sets ls ON ls.id = q.label_set_id
    LEFT JOIN menu_items i ON i.id = t.item_id AND q.item_kind = 'menu_item'
    LEFT JOIN reviews v ON v.id = t.item_id AND q.item_kind = 'review'
    WHERE t.id = ANY(${decisions.map((d) => d.taskId)}::uuid[]) AND coalesce(i.id, v.id) IS NOT NULL
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
  const answer = answerOf(decision);
  if (answer === null) return null;
  if (task.labelSetKind !== 'multi' && answer.labels.length !== 1) return 'INVALID_INPUT';
  const labels = await labelsOf(app.db, task.labelSetId);
  const problem = problemOfAnswer(answer, {
    labelKeys: new Set(answerable(labels).map((label) => label.key)),
    textLength: task.itemText.length,
    isReview: task.itemKind === 'review',
  });
  return problem === null ? null : 'INVALID_INPUT';
}

/** The answer in the one shape all have; null for a skip. */
function answerOf({ labelKey, answer }: DecisionInput): GivenAnswer | null {
  return labelKey === null ? (answer ?? null) : { labels: [{ labelKey }] };
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
