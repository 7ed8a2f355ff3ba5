import type { LabelView, LeasedTask, RelatedItem, TaskPrediction } from '@jeoul/shared/labeling/contract';
import { explainText, predictTexts } from '@jeoul/ml/text-classifier';
import type { App } from '../../lib/app.ts';
import type { Champion } from '../../lib/champions.ts';
import { JeoulError } from '../../lib/errors.ts';
import { labelsOf } from './label-sets.ts';
import * as queries from './labeling.queries.ts';

const shownScores = 9;
const seoulOffsetMs = 9 * 3600 * 1000;

/** The queue of a key; throws NOT_FOUND. */
export async function queueByKey(app: Pick<App, 'db'>, queueKey: string): Promise<queries.QueueRow> {
  const queue = await app.db.prisma.queue.findUnique({ where: { key: queueKey } });
  if (!queue) throw new JeoulError('NOT_FOUND', { queueKey });
  return queue;
}

/** Every queue with how much waits in it. */
export async function listQueues(app: Pick<App, 'db'>) {
  const [queues, backlogs] = await Promise.all([
    app.db.prisma.queue.findMany({ orderBy: { key: 'asc' } }),
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
      itemKind: queue.itemKind,
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
 * Leases tasks in the queue's order: first those the person held before (a reload), then new ones up to `count` in all.
 * Each comes with what the champion makes of it and the spans that moved it.
 */
export async function claim(
  app: Pick<App, 'db' | 'champions'>,
  input: { userId: string; queueKey: string; count: number; holding: string[] },
): Promise<LeasedTask[]> {
  const queue = await queueByKey(app, input.queueKey);
  const lease = { queueId: queue.id, userId: input.userId, leaseSeconds: queue.leaseSeconds };
  const resumed = await queries.resumeLeases(app.db.prisma, { ...lease, holding: input.holding });
  const wanted = input.count - resumed.length;
  const claimed = wanted > 0 ? await queries.claimTasks(app.db.prisma, { ...lease, count: wanted }) : [];
  const champion = await app.champions.get(queue.slotKey);
  return [...resumed, ...claimed].map((row) => leasedTask(row, champion));
}

function leasedTask(row: queries.ClaimedRow, champion: Champion | null): LeasedTask {
  return {
    taskId: row.taskId,
    fence: row.fence,
    leaseExpiresAt: row.leaseExpiresAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    item: {
      id: row.itemId,
      name: row.name,
      options: row.options,
      priceKrw: row.priceKrw,
      weeklyOrders: row.weeklyOrders,
      storeId: row.storeId,
      storeName: row.storeName,
      district: row.district,
      currentLabelKey: row.labelKey,
    },
    prediction: champion === null ? null : predictionOf(champion, row.name),
  };
}

function predictionOf(champion: Champion, text: string): TaskPrediction | null {
  const [prediction] = predictTexts(champion.model, [text], { top: shownScores });
  const best = prediction?.scores[0];
  if (!prediction || !best) return null;
  return {
    modelVersionId: champion.modelVersionId,
    modelNumber: champion.number,
    scores: prediction.scores,
    spans: explainText(champion.model, text, best.labelKey).spans,
  };
}

/** What the live model makes of a text for one label: the spans that speak for and against it. */
export async function explain(app: Pick<App, 'db' | 'champions'>, input: { queueKey: string; text: string; labelKey: string }) {
  const queue = await queueByKey(app, input.queueKey);
  const champion = await app.champions.get(queue.slotKey);
  return champion === null ? null : explainText(champion.model, input.text, input.labelKey);
}

/** A person's day in a queue (Asia/Seoul), for the page's head. */
export async function ownDay(app: Pick<App, 'db'>, input: { userId: string; queueKey: string }) {
  const queue = await queueByKey(app, input.queueKey);
  const seoulDay = Math.floor((Date.now() + seoulOffsetMs) / 86_400_000) * 86_400_000;
  const since = new Date(seoulDay - seoulOffsetMs);
  return queries.ownFigures(app.db.prisma, { queueId: queue.id, userId: input.userId, since });
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

/** The person's newest decisions in a queue, for the list of what was just done (and can be undone). */
export async function recentDecisions(app: Pick<App, 'db'>, input: { userId: string; queueKey: string; limit: number }) {
  const queue = await queueByKey(app, input.queueKey);
  return app.db.prisma.$queryRaw<
    {
      decisionId: string;
      taskId: string;
      itemName: string;
      labelKey: string | null;
      skipReason: string | null;
      predictedLabelKey: string | null;
      decidedAt: Date;
    }[]
  >`
    SELECT d.id AS "decisionId", d.task_id AS "taskId", i.name AS "itemName", d.label_key AS "labelKey",
           d.skip_reason AS "skipReason", d.predicted_label_key AS "predictedLabelKey", d.decided_at AS "decidedAt"
    FROM decisions d JOIN tasks t ON t.id = d.task_id JOIN menu_items i ON i.id = t.item_id
    WHERE d.user_id = ${input.userId}::uuid AND d.queue_id = ${queue.id}::uuid AND d.undone_at IS NULL
    ORDER BY d.decided_at DESC LIMIT ${input.limit}`;
}
