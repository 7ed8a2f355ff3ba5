import type {
  DecisionInput,
  DecisionOutcome,
  LeasedTask,
  RecentDecision,
  SkipReason,
  UndoOutcome,
} from '@jeoul/shared/labeling/contract';
import type { GivenAnswer } from '@jeoul/shared/labeling/answers';
import type { BatchTouched } from '@jeoul/shared/labeling/similar';
import type { App } from '../../lib/app.ts';
import { seoulDayStart } from '../../lib/seoul-day.ts';
import { decide } from './decide.service.ts';
import * as queries from './labeling.queries.ts';
import { queueByKey } from './labeling.service.ts';
import { leasedTask, taskView } from './task-views.ts';
import { touchedByBatches } from './similar/similar.queries.ts';
import { undoDecision } from './undo.service.ts';
import { announceWaiting } from './waiting-notice.ts';

/** A person's day in a queue (Asia/Seoul), for the page's head. */
export async function ownDay(app: Pick<App, 'db'>, input: { userId: string; queueKey: string }) {
  const queue = await queueByKey(app, input.queueKey);
  return queries.ownFigures(app.db.prisma, { queueId: queue.id, userId: input.userId, since: seoulDayStart() });
}

/** The person's newest decisions in a queue that stand, newest first: what was just done and can be undone. */
export async function recentDecisions(
  app: Pick<App, 'db' | 'champions'>,
  input: { userId: string; queueKey: string; limit: number },
): Promise<RecentDecision[]> {
  const queue = await queueByKey(app, input.queueKey);
  const scope = { queueId: queue.id, userId: input.userId };
  const decisions = await queries.newestDecisions(app.db.prisma, { ...scope, limit: input.limit });
  const rows = await queries.tasksById(app.db.prisma, {
    queueId: queue.id,
    itemKind: queue.itemKind,
    taskIds: decisions.map((decision) => decision.taskId),
  });
  const champion = await app.champions.get(queue.slotKey);
  const batchIds = decisions.flatMap(({ batchId }) => batchId ?? []);
  const touched = await touchedByBatches(app.db.prisma, batchIds);
  return decisions.flatMap(({ decisionId, taskId, batchId, answer, skipReason, decidedAt, ...labels }) => {
    const row = rows.find((task) => task.taskId === taskId);
    if (!row) return [];
    return {
      ...labels,
      decisionId,
      // Both only ever written as the contract has them.
      answer: answer as GivenAnswer | null,
      skipReason: skipReason as SkipReason | null,
      decidedAt: decidedAt.toISOString(),
      task: taskView(row, champion),
      batch: batchOf(touched, batchId),
    };
  });
}

function batchOf(touched: Awaited<ReturnType<typeof touchedByBatches>>, id: string | null): BatchTouched | null {
  const batch = touched.find(({ batchId }) => batchId === id);
  return batch ? { tasks: batch.tasks, stores: batch.stores, weeklyOrders: batch.weeklyOrders } : null;
}

/** Stores one's decisions as `decide` does, then tells the open pages how much still waits. */
export async function decideOwn(
  app: Pick<App, 'db' | 'live' | 'log'>,
  input: { userId: string; requestId: string; decisions: DecisionInput[] },
): Promise<DecisionOutcome[]> {
  const outcomes = await decide(app, input);
  announceWaiting(
    app,
    input.decisions.map((decision) => decision.taskId),
  );
  return outcomes;
}

/** Undoes one's own decision and hands its task back, leased. Throws as `undoDecision` does. */
export async function undoOwn(
  app: Pick<App, 'db' | 'live' | 'log' | 'champions'>,
  input: { userId: string; decisionId: string; requestId: string },
): Promise<UndoOutcome> {
  const { taskId } = await undoDecision(app, input);
  announceWaiting(app, [taskId]);
  return { task: await leasedTaskOf(app, { taskId, userId: input.userId }) };
}

/** A task under this person's lease, as the page shows it; null when they hold none on it. */
export async function leasedTaskOf(
  app: Pick<App, 'db' | 'champions'>,
  input: { taskId: string; userId: string },
): Promise<LeasedTask | null> {
  const lease = await queries.leaseOf(app.db.prisma, input);
  if (lease === null) return null;
  const [row] = await queries.tasksById(app.db.prisma, { ...lease, taskIds: [input.taskId] });
  const champion = await app.champions.get(lease.slotKey);
  return row ? leasedTask(row, lease, champion) : null;
}
