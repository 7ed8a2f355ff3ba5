import type { UndoOutcome } from '@jeoul/shared/labeling/contract';
import type { BatchUndoOutcome } from '@jeoul/shared/labeling/lists';
import {
  maxSimilar,
  type SimilarBatchInput,
  type SimilarCount,
  type SimilarPreview,
  type SimilarReceipt,
} from '@jeoul/shared/labeling/similar';
import type { App } from '../../../lib/app.ts';
import { queueByKey } from '../labeling.service.ts';
import { decideTaskBatch, undoTaskBatch } from '../lists/batch.service.ts';
import { leasedTaskOf } from '../own-work.service.ts';
import { countAlike, tasksAlike, touchedByBatches } from './similar.queries.ts';

type Asking = { queueKey: string; taskId: string; userId: string; mayAdjudicate: boolean };

/** How many open tasks of the queue are like this one. Only dishes are put together: none are for a review. */
export async function countSimilar(app: Pick<App, 'db'>, input: Asking): Promise<SimilarCount> {
  const { id: queueId } = await queueByKey(app, input.queueKey);
  return counted(await countAlike(app.db.prisma, { ...input, queueId }));
}

/** Those tasks, with what the model proposes for each. */
export async function previewSimilar(app: Pick<App, 'db'>, input: Asking): Promise<SimilarPreview> {
  const { id: queueId } = await queueByKey(app, input.queueKey);
  const asked = { ...input, queueId };
  const [count, tasks] = await Promise.all([countAlike(app.db.prisma, asked), tasksAlike(app.db.prisma, asked)]);
  return { ...counted(count), tasks };
}

function counted({ free, held, isCutOff }: Awaited<ReturnType<typeof countAlike>>): SimilarCount {
  return { tasks: Math.min(free, maxSimilar), held, isCapped: isCutOff || free > maxSimilar };
}

/**
 * Gives the task under the hand and those chosen with it one label, as one batch. The same batch sent again answers the
 * same receipt. Throws LEASE_LOST, with nothing decided, when the task under the hand is not theirs any more.
 */
export async function decideSimilar(
  app: Pick<App, 'db' | 'live' | 'log'>,
  input: SimilarBatchInput & { userId: string; requestId: string; mayAdjudicate: boolean },
): Promise<SimilarReceipt> {
  const { taskId, similarTaskIds, batchId } = input;
  const { held, resolved } = await decideTaskBatch(app, {
    ...input,
    ownTaskId: taskId,
    taskIds: [...new Set([taskId, ...similarTaskIds])],
    skipReason: null,
  });
  const [touched] = await touchedByBatches(app.db.prisma, [batchId]);
  return { tasks: 0, stores: 0, weeklyOrders: 0, ...touched, batchId, held, resolved };
}

/** Takes a batch back as one, and hands the task it began with back, leased. Throws as `undoTaskBatch` does. */
export async function undoBatchAtHand(
  app: Pick<App, 'db' | 'live' | 'log' | 'champions'>,
  input: { userId: string; requestId: string; batchId: string },
): Promise<BatchUndoOutcome & UndoOutcome> {
  const undone = await undoTaskBatch(app, { ...input, keepsFirst: true });
  const first = await app.db.prisma.decision.findUnique({ where: { id: input.batchId }, select: { taskId: true } });
  const task = first && (await leasedTaskOf(app, { taskId: first.taskId, userId: input.userId }));
  return { ...undone, task };
}
