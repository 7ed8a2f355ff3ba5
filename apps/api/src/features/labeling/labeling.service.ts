import type { ItemKind, LabelView, LeasedTask, RelatedItem, TaskPrediction } from '@jeoul/shared/labeling/contract';
import { explainText } from '@jeoul/ml/text-classifier';
import type { App } from '../../lib/app.ts';
import { JeoulError } from '../../lib/errors.ts';
import { labelsOf } from './label-sets.ts';
import * as queries from './labeling.queries.ts';
import { textOf } from './task-items.ts';
import { leasedTask, predictionOf } from './task-views.ts';

/** The queue of a key; throws NOT_FOUND. */
export async function queueByKey(app: Pick<App, 'db'>, queueKey: string): Promise<queries.QueueRow> {
  const queue = await queries.findQueue(app.db, queueKey);
  if (!queue) throw new JeoulError('NOT_FOUND', { queueKey });
  return queue;
}

/** Every queue with how much waits in it. */
export async function listQueues(app: Pick<App, 'db'>) {
  const [queues, backlogs] = await Promise.all([
    app.db.prisma.queue.findMany({
      orderBy: { key: 'asc' },
      include: { labelSet: { select: { hasPolarity: true } } },
    }),
    queries.queueBacklogs(app.db.prisma),
  ]);
  return queues.map((queue) => {
    const backlog = backlogs.find((row) => row.queueId === queue.id);
    const waiting = backlog?.waiting ?? 0;
    return {
      key: queue.key,
      slotKey: queue.slotKey,
      nameKo: queue.nameKo,
      nameEn: queue.nameEn,
      itemKind: queue.itemKind as ItemKind,
      hasPolarity: queue.labelSet.hasPolarity,
      leaseSeconds: queue.leaseSeconds,
      slaMinutes: queue.slaMinutes,
      waiting,
      isWaitingCapped: waiting >= queries.countCap,
      oldestAt: backlog?.oldestAt?.toISOString() ?? null,
    };
  });
}

/** The labels a queue's tasks are given, in their order. */
export async function queueLabels(app: Pick<App, 'db'>, queueKey: string): Promise<LabelView[]> {
  const queue = await queueByKey(app, queueKey);
  return labelsOf(app.db, queue.labelSetId);
}

/**
 * Leases tasks in the queue's order: first those the person has just let go of (a reload), then new ones up to `count` in all.
 * Each comes with what the champion makes of it and the spans that moved it.
 */
export async function claim(
  app: Pick<App, 'db' | 'champions'>,
  input: { userId: string; queueKey: string; count: number; holding: string[]; mayAdjudicate?: boolean },
): Promise<LeasedTask[]> {
  const { id: queueId, itemKind, leaseSeconds, slotKey } = await queueByKey(app, input.queueKey);
  const { userId, count, holding, mayAdjudicate = false } = input;
  const lease = { queueId, itemKind, userId, leaseSeconds };
  const claimed = await queries.claimTasks(app.db, { ...lease, count, holding, mayAdjudicate });
  const champion = await app.champions.get(slotKey);
  return claimed.map((row) => leasedTask(row, row, champion));
}

/** What the live model makes of tasks that are on a page already: for when another model took over meanwhile. */
export async function predictions(
  app: Pick<App, 'db' | 'champions'>,
  input: { queueKey: string; taskIds: string[] },
): Promise<{ taskId: string; prediction: TaskPrediction | null }[]> {
  const queue = await queueByKey(app, input.queueKey);
  const champion = await app.champions.get(queue.slotKey);
  const rows = await queries.tasksById(app.db.prisma, {
    queueId: queue.id,
    itemKind: queue.itemKind,
    taskIds: input.taskIds,
  });
  return rows.map((row) => ({ taskId: row.taskId, prediction: champion && predictionOf(champion, textOf(row)) }));
}

/** What the live model makes of a text for one label: the spans that speak for and against it. */
export async function explain(
  app: Pick<App, 'db' | 'champions'>,
  input: { queueKey: string; text: string; labelKey: string },
) {
  const queue = await queueByKey(app, input.queueKey);
  const champion = await app.champions.get(queue.slotKey);
  return champion === null ? null : explainText(champion.model, input.text, input.labelKey);
}

/** Items named alike and the store's other items, with the label they hold or the model's guess. */
export async function related(
  app: Pick<App, 'db'>,
  input: { queueKey: string; itemId: string },
): Promise<{ similar: RelatedItem[]; sameStore: RelatedItem[] }> {
  const queue = await queueByKey(app, input.queueKey);
  const scope = { queueId: queue.id, itemId: input.itemId, limit: 8 };
  const [similar, sameStore] = await Promise.all([
    queries.similarItems(app.db.prisma, scope),
    queries.storeItems(app.db.prisma, scope),
  ]);
  const shown = ({ predictedLabelKey, ...item }: (typeof similar)[number]): RelatedItem =>
    item.labelKey === null && predictedLabelKey !== null
      ? { ...item, labelKey: predictedLabelKey, labelledBy: 'model' }
      : { ...item, probability: null };
  return { similar: similar.map(shown), sameStore: sameStore.map(shown) };
}
