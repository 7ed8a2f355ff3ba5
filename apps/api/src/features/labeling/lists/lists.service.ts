import type {
  DecisionKind,
  ListedDecision,
  ListedTask,
  ListPage,
  TaskHistory,
  TaskState,
  decisionListInput,
  taskListInput,
} from '@jeoul/shared/labeling/lists';
import type { z } from 'zod';
import type { App } from '../../../lib/app.ts';
import { JeoulError } from '../../../lib/errors.ts';
import { labelsOf } from '../label-sets.ts';
import { queueByKey } from '../labeling.service.ts';
import { decisionQuery } from './decision-query.ts';
import { auditOfTask, decisionsOfTask } from './history.queries.ts';
import { itemFilterOf } from './item-filter.ts';
import { decisionRows, taskRows } from './list-rows.queries.ts';
import { estimateRows, readIdPage } from './page.ts';
import { taskQuery } from './task-query.ts';

type TaskListInput = z.output<typeof taskListInput>;
type DecisionListInput = z.output<typeof decisionListInput>;
type Deps = Pick<App, 'db'>;

/** One page of a queue's tasks, whatever their state; throws NOT_FOUND for an unknown queue. */
export async function listTasks(app: Deps, input: TaskListInput): Promise<ListPage<ListedTask>> {
  const { query, kind } = await taskQueryOf(app, input);
  const cursor = input.cursor ?? null;
  const { ids, next } = await readIdPage(app.db, query, { cursor, limit: input.limit });
  const [rows, estimate] = await Promise.all([
    taskRows(app.db, kind, ids),
    cursor === null ? estimateRows(app.db, query) : null,
  ]);
  return {
    // Only ever made by the statement's own list.
    rows: rows.map((row) => ({ ...row, state: row.state as TaskState })),
    next,
    estimate,
  };
}

/** One page of a queue's decisions, those taken back included; throws NOT_FOUND for an unknown queue. */
export async function listDecisions(app: Deps, input: DecisionListInput): Promise<ListPage<ListedDecision>> {
  const { query, kind } = await decisionQueryOf(app, input);
  const cursor = input.cursor ?? null;
  const { ids, next } = await readIdPage(app.db, query, { cursor, limit: input.limit });
  const [rows, estimate] = await Promise.all([
    listedDecisions(app, kind, ids),
    cursor === null ? estimateRows(app.db, query) : null,
  ]);
  return { rows, next, estimate };
}

/** All that happened to a task; throws NOT_FOUND for an unknown one. */
export async function taskHistory(app: Deps, taskId: string): Promise<TaskHistory> {
  const found = await decisionsOfTask(app.db, taskId);
  if (!found) throw new JeoulError('NOT_FOUND', { taskId });
  const [decisions, audit] = await Promise.all([
    listedDecisions(app, found.kind, found.ids),
    auditOfTask(app.db, taskId),
  ]);
  return { decisions, audit };
}

async function listedDecisions(app: Deps, kind: string, ids: string[]): Promise<ListedDecision[]> {
  const rows = await decisionRows(app.db, kind, ids);
  // Only ever made by the statement's own list.
  return rows.map((row) => ({ ...row, kind: row.kind as DecisionKind }));
}

async function taskQueryOf(app: Deps, input: TaskListInput) {
  const queue = await queueByKey(app, input.queueKey);
  const [item, predicted] = await Promise.all([
    itemFilterOf(app.db, queue.itemKind, input),
    familyOf(app, queue.labelSetId, input.predicted),
  ]);
  return {
    kind: queue.itemKind,
    query: taskQuery({
      queueId: queue.id,
      kind: queue.itemKind,
      slaMinutes: queue.slaMinutes,
      filter: input,
      item,
      predicted,
    }),
  };
}

async function decisionQueryOf(app: Deps, input: DecisionListInput) {
  const queue = await queueByKey(app, input.queueKey);
  const [item, predicted, chosen] = await Promise.all([
    itemFilterOf(app.db, queue.itemKind, input),
    familyOf(app, queue.labelSetId, input.predicted),
    familyOf(app, queue.labelSetId, input.chosen),
  ]);
  const query = decisionQuery({ queueId: queue.id, kind: queue.itemKind, filter: input, item, predicted, chosen });
  return { kind: queue.itemKind, query };
}

/** A label with all that is below it; an unknown one stands for itself, and finds what an older label set left. */
async function familyOf(app: Deps, labelSetId: string, labelKey: string | undefined): Promise<string[] | null> {
  if (labelKey === undefined) return null;
  const labels = await labelsOf(app.db, labelSetId);
  const family = [labelKey];
  for (const key of family) family.push(...labels.filter((label) => label.parentKey === key).map((label) => label.key));
  return family;
}
