import type {
  DecisionKind,
  ListedDecision,
  ListedTask,
  ListPage,
  TaskState,
  decisionListInput,
  taskListInput,
} from '@jeoul/shared/labeling/lists';
import type { z } from 'zod';
import type { App } from '../../../lib/app.ts';
import { labelsOf } from '../label-sets.ts';
import { queueByKey } from '../labeling.service.ts';
import { decisionQuery } from './decision-query.ts';
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
    decisionRows(app.db, kind, ids),
    cursor === null ? estimateRows(app.db, query) : null,
  ]);
  return {
    // Only ever made by the statement's own list.
    rows: rows.map((row) => ({ ...row, kind: row.kind as DecisionKind })),
    next,
    estimate,
  };
}

async function taskQueryOf(app: Deps, input: TaskListInput) {
  const queue = await queueByKey(app, input.queueKey);
  const [item, predicted] = await Promise.all([
    itemFilterOf(app.db, queue.itemKind, input),
    familyOf(app, queue.labelSetId, input.predicted),
  ]);
  return {
    kind: queue.itemKind,
    query: taskQuery({ queueId: queue.id, kind: queue.itemKind, filter: input, item, predicted }),
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
