import { randomUUID } from 'node:crypto';
import type { Tx } from '@jeoul/db/client';
import type { BatchInput, BatchOutcome, BatchPreview, BatchUndoOutcome } from '@jeoul/shared/labeling/lists';
import { z } from 'zod';
import type { App } from '../../../lib/app.ts';
import { appendAudit } from '../../../lib/audit.ts';
import { inBatches } from '../../../lib/batches.ts';
import { JeoulError } from '../../../lib/errors.ts';
import { batchLock } from '../../../lib/locks.ts';
import { decide } from '../decide.service.ts';
import { queueByKey } from '../labeling.service.ts';
import { undoDecision } from '../undo.service.ts';
import { announceWaiting } from '../waiting-notice.ts';
import { leaseFreeTasks, leftOut, letGoOf, previewBatch } from './batch.queries.ts';

type Deps = Pick<App, 'db' | 'live' | 'log'>;

/** What the audit keeps of a batch: enough to carry it on after a crash, and to undo it. */
const plan = z.object({
  labelKey: z.string().nullable(),
  skipReason: z.string().nullable(),
  /** The first has the id of the batch. */
  decisions: z.array(z.object({ decisionId: z.string(), taskId: z.string(), fence: z.number() })),
  /** What of the tasks asked for others held, or had decided, when the batch was made. */
  left: z.object({ held: z.number(), resolved: z.number() }).default({ held: 0, resolved: 0 }),
});
type Plan = z.infer<typeof plan>;

type Given = BatchInput & {
  userId: string;
  requestId: string;
  mayAdjudicate: boolean;
  /** The task under the hand, if the batch begins with one: without it nothing is decided. */
  ownTaskId?: string;
};

const decidedAtOnce = 100;

/** What a batch on these tasks would touch. */
export async function previewTaskBatch(
  app: Deps,
  input: { queueKey: string; taskIds: string[] },
): Promise<BatchPreview> {
  const queue = await queueByKey(app, input.queueKey);
  return previewBatch(app.db, { queueId: queue.id, kind: queue.itemKind, taskIds: input.taskIds });
}

/**
 * Gives many tasks one answer, each as a decision of this person's own. What is going to be decided is written down with
 * the leases, before the first decision: the same batch sent again carries it on, and `undoTaskBatch` finds all of it. Throws LEASE_LOST when the task under the
 * hand is somebody else's or decided by now.
 */
export async function decideTaskBatch(app: Deps, input: Given): Promise<BatchOutcome & Plan['left']> {
  const { userId, requestId, batchId, taskIds } = input;
  const planned = (await planOf(app.db.prisma, { userId, batchId })) ?? (await makePlan(app, input));
  let decided = 0;
  for (const decisions of inBatches(planned.decisions, decidedAtOnce)) {
    const outcomes = await decide(app, {
      userId,
      requestId,
      batchId,
      decisions: decisions.map((decision) => ({
        ...decision,
        labelKey: planned.labelKey,
        skipReason: planned.labelKey === null ? input.skipReason : null,
        durationMs: 0,
      })),
    });
    decided += outcomes.filter((outcome) => outcome.status === 'acknowledged').length;
  }
  announceWaiting(app, taskIds.slice(0, 1));
  return { batchId, decided, refused: taskIds.length - decided, ...planned.left };
}

async function makePlan(app: Deps, input: Given): Promise<Plan> {
  const { userId, requestId, batchId, taskIds, labelKey, skipReason, mayAdjudicate, ownTaskId } = input;
  const queue = await queueByKey(app, input.queueKey);
  return app.db.prisma.$transaction(async (tx) => {
    // Of the same batch sent twice at once the second finds the first one's plan, and not tasks it leased itself.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${batchLock}::int, hashtext(${batchId}))`;
    const known = await planOf(tx, { userId, batchId });
    if (known) return known;
    const leased = await leaseFreeTasks(tx, {
      queueId: queue.id,
      userId,
      taskIds,
      leaseSeconds: queue.leaseSeconds,
      mayAdjudicate,
      withOwn: ownTaskId !== undefined,
    });
    const isOwn = ({ taskId }: { taskId: string }) => taskId === ownTaskId;
    if (ownTaskId !== undefined && !leased.some(isOwn)) throw new JeoulError('LEASE_LOST', { taskId: ownTaskId });
    const ordered = [...leased.filter(isOwn), ...leased.filter((task) => !isOwn(task))];
    const has = new Set(leased.map(({ taskId }) => taskId));
    const made: Plan = {
      labelKey,
      skipReason,
      decisions: ordered.map((task, at) => ({ decisionId: at === 0 ? batchId : randomUUID(), ...task })),
      left: await leftOut(
        tx,
        taskIds.filter((taskId) => !has.has(taskId)),
      ),
    };
    await appendAudit(tx, {
      actor: { kind: 'person', id: userId },
      action: 'batch.decided',
      targetKind: 'batch',
      targetId: batchId,
      after: { ...made, queueKey: queue.key },
      requestId,
    });
    return made;
  });
}

/**
 * Takes a whole batch back, as far as nobody else has taken up its tasks since. Undoing twice is the same as once. Throws
 * NOT_FOUND for a batch that is not theirs. With `keepsFirst` the task of the first decision stays leased to them.
 */
export async function undoTaskBatch(
  app: Deps,
  input: { userId: string; requestId: string; batchId: string; keepsFirst?: boolean },
): Promise<BatchUndoOutcome> {
  const { userId, requestId, batchId } = input;
  const planned = await planOf(app.db.prisma, { userId, batchId });
  if (!planned) throw new JeoulError('NOT_FOUND', { batchId });
  let tooLate = 0;
  for (const { decisionId } of planned.decisions) {
    try {
      await undoDecision(app, { userId, decisionId, requestId });
    } catch (error) {
      const isGone = error instanceof JeoulError && (error.code === 'UNDO_TOO_LATE' || error.code === 'NOT_FOUND');
      if (!isGone) throw error;
      tooLate += 1;
    }
  }
  const taskIds = planned.decisions.map(({ taskId }) => taskId);
  await letGoOf(app.db, { userId, taskIds: input.keepsFirst ? taskIds.slice(1) : taskIds });
  await app.db.prisma.$transaction((tx) =>
    appendAudit(tx, {
      actor: { kind: 'person', id: userId },
      action: 'batch.undone',
      targetKind: 'batch',
      targetId: batchId,
      after: { undone: taskIds.length - tooLate, tooLate },
      requestId,
    }),
  );
  announceWaiting(app, taskIds.slice(0, 1));
  return { undone: taskIds.length - tooLate, tooLate };
}

async function planOf(
  sql: Pick<Tx, 'auditEntry'>,
  { userId, batchId }: { userId: string; batchId: string },
): Promise<Plan | null> {
  const entry = await sql.auditEntry.findFirst({
    where: { targetKind: 'batch', targetId: batchId, action: 'batch.decided', actorId: userId },
  });
  return entry ? plan.parse(entry.after) : null;
}
