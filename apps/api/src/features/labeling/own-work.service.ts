import type {
  DecisionInput,
  DecisionOutcome,
  RecentDecision,
  SkipReason,
  UndoOutcome,
} from '@jeoul/shared/labeling/contract';
import type { GivenAnswer } from '@jeoul/shared/labeling/answers';
import type { App } from '../../lib/app.ts';
import { seoulDayStart } from '../../lib/seoul-day.ts';
import { decide } from './decide.service.ts';
import * as queries from './labeling.queries.ts';
import { queueByKey } from './labeling.service.ts';
import { leasedTask, taskView } from './task-views.ts';
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
  return decisions.flatMap(({ decisionId, taskId, labelKey, answer, skipReason, predictedLabelKey, decidedAt }) => {
    const row = rows.find((task) => task.taskId === taskId);
    if (!row) return [];
    return {
      decisionId,
      labelKey,
      // Both only ever written as the contract has them.
      answer: answer as GivenAnswer | null,
      skipReason: skipReason as SkipReason | null,
      predictedLabelKey,
      decidedAt: decidedAt.toISOString(),
      task: taskView(row, champion),
    };
  });
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
  const lease = await queries.leaseOf(app.db.prisma, { taskId, userId: input.userId });
  if (lease === null) return { task: null };
  const [row] = await queries.tasksById(app.db.prisma, { ...lease, taskIds: [taskId] });
  const champion = await app.champions.get(lease.slotKey);
  return { task: row ? leasedTask(row, lease, champion) : null };
}
