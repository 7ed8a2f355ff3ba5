import { givenKeysOf } from '@jeoul/shared/labeling/answers';
import { textKey } from '@jeoul/shared/catalog/text-key';
import type { Tx } from '@jeoul/db/client';
import type { App } from '../../../lib/app.ts';
import { appendAudit, type Actor, type AuditWrite } from '../../../lib/audit.ts';
import { enqueueJob } from '../../../lib/jobs/outbox.ts';
import { resolutionsLock } from '../../../lib/locks.ts';
import { labelsOf } from '../label-sets.ts';
import { readQueue, type QueueRow } from './export.queries.ts';
import { checkedBatches, type FileItem } from './file-batches.ts';
import { planTask, type KnownDecision, type TaskPlan } from './import-plan.ts';
import { knownDecisions, storeImported, tasksOfItems, type ItemTask, type NewDecision } from './import.queries.ts';
import { ImportTally, type ImportFigures, type TaskProblem } from './import-tally.ts';
import type { ItemIntake } from './item-intake.ts';
import { LabelBook } from './label-book.ts';
import { People } from './people.ts';
import { decisionsOf, type FileDecision } from './read-task.ts';
import { readTaskFile } from './task-file.ts';

export type ImportInput<R> = {
  queueKey: string;
  path: string;
  fileName: string;
  /** Label Studio's project, where the file doesn't name it: ids of tasks are only unique in one. */
  project: string | null;
  isDryRun: boolean;
  /** Accounts here, by e-mail address, for ids and addresses of the file. */
  users: Readonly<Record<string, string>>;
  /** Labels of the queue, by key, for values of the file. */
  labels: Readonly<Record<string, string>>;
  /** Fields of JSON-MIN that hold answers, beside those of this program's own labeling config. */
  answerFields: readonly string[];
  items: ItemIntake<R>;
  onProblems?: (problems: TaskProblem[]) => Promise<void>;
  onProgress?: (tasks: number) => void;
};

export type ImportOutcome = {
  figures: ImportFigures;
  unknownLabels: { value: string; count: number; suggestion: string | null }[];
  unknownPeople: { name: string; count: number }[];
};

type Work = { queue: QueueRow; book: LabelBook; people: People; tally: ImportTally; actor: Actor };

/**
 * Reads the tasks of a Label Studio file into a queue, batch by batch: new items into the catalogue, annotations as decisions
 * of people, and a resolution where the votes of a task agree (votes.ts). What is here already stays as it is, so the same
 * file again stores nothing; complete batches stand whatever happens. Nothing is done to reviews and nobody is told: what
 * an answer says should be done is kept with it. A dry run finds out the same and stores nothing; a task that stands twice
 * in a file, far apart, counts twice then. Throws NOT_FOUND, COLUMN_MISSING and FILE_UNREADABLE.
 */
export async function importFromLabelStudio<R>(
  app: Pick<App, 'db'>,
  actor: Actor,
  input: ImportInput<R>,
): Promise<ImportOutcome> {
  const queue = await readQueue(app, input.queueKey);
  const book = new LabelBook(await labelsOf(app.db, queue.labelSetId), input.labels);
  const tally = new ImportTally();
  const people = new People(app.db, { actor, stated: input.users, tally });
  await people.checkStated();
  const work = { queue, book, people, tally, actor };
  try {
    const tasks = readTaskFile(input.path, input);
    for await (const batch of checkedBatches(tasks, { ...input, tally })) {
      if (input.isDryRun) await rehearse(app, batch, work);
      else {
        tally.add({ itemsCreated: await input.items.addMissing(batch.map(({ item }) => item)) });
        await store(app, batch, work);
      }
      await input.onProblems?.(tally.takeProblems());
      input.onProgress?.(tally.figures.tasks);
    }
    await input.onProblems?.(tally.takeProblems());
  } finally {
    // Also of a file that breaks off: what was read until then is stored.
    if (!input.isDryRun) await finish(app, work, input.fileName);
  }
  return { figures: tally.figures, unknownLabels: tally.unknownLabels(book), unknownPeople: tally.unknownPeople() };
}

async function finish(app: Pick<App, 'db'>, { queue, tally, actor }: Work, fileName: string): Promise<void> {
  await app.db.prisma.$transaction(async (tx) => {
    await appendAudit(tx, {
      actor,
      action: 'queue.imported',
      targetKind: 'queue',
      targetId: queue.id,
      after: { format: 'label-studio', fileName, ...tally.figures },
    });
    if (tally.figures.itemsCreated > 0) {
      const queues = await tx.queue.findMany({
        where: { itemKind: queue.itemKind },
        distinct: ['slotKey'],
        select: { slotKey: true },
      });
      for (const { slotKey } of queues) await enqueueJob(tx, 'labeling.rescore', { slotKey });
    }
  });
}

type PlannedTask = { task: ItemTask; plan: TaskPlan };

async function rehearse(app: Pick<App, 'db'>, batch: FileItem<unknown>[], work: Work): Promise<void> {
  const tasks = await readStanding(app.db.prisma, batch, { work, isHeld: false });
  for (const { item } of batch) {
    const { externalId, text } = item;
    if (tasks.has(externalId)) continue;
    work.tally.add({ itemsCreated: 1 });
    tasks.set(externalId, { taskId: externalId, itemId: '', externalId, text, state: 'open', standingKey: null });
  }
  const planned = await planBatch(app.db.prisma, batch, { work, tasks });
  for (const decision of planned.flatMap(({ plan }) => plan.store)) await work.people.find(decision.completedBy);
}

async function store(app: Pick<App, 'db'>, batch: FileItem<unknown>[], work: Work): Promise<void> {
  // Made outside: an account must not be undone with a batch and still be remembered.
  const importAccountId = () => work.people.importAccountId();
  await app.db.prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(${resolutionsLock}::bigint)`;
      const tasks = await readStanding(tx, batch, { work, isHeld: true });
      const planned = await planBatch(tx, batch, { work, tasks });
      const decisions: NewDecision[] = [];
      for (const { task, plan } of planned) {
        for (const decision of plan.store) {
          const userId = (await work.people.find(decision.completedBy)) ?? (await importAccountId());
          decisions.push(rowOf(decision, { task, plan, userId }));
        }
      }
      if (decisions.length === 0) return;
      await storeImported(tx, { queue: work.queue, decisions, audit: planned.flatMap((one) => auditOf(one, work)) });
    },
    { timeout: 120_000 },
  );
}

async function readStanding(
  db: Pick<Tx, '$queryRaw'>,
  batch: FileItem<unknown>[],
  { work, isHeld }: { work: Work; isHeld: boolean },
): Promise<Map<string, ItemTask>> {
  const externalIds = [...new Set(batch.map(({ item }) => item.externalId))];
  const tasks = await tasksOfItems(db, { queue: work.queue, externalIds, isHeld });
  return new Map(tasks.map((task) => [task.externalId, task]));
}

/** What becomes of each task, one after the other: a task that stands twice in a batch finds itself as it was left. */
async function planBatch(
  db: Pick<Tx, '$queryRaw'>,
  batch: FileItem<unknown>[],
  { work, tasks }: { work: Work; tasks: Map<string, ItemTask> },
): Promise<PlannedTask[]> {
  const { queue, book, tally } = work;
  const read = batch.map((entry) => {
    const task = tasks.get(entry.item.externalId);
    const decisions = task ? decisionsOf(entry.annotations, { ...entry, text: task.text, queue, book, tally }) : [];
    return { index: entry.index, task, decisions };
  });
  const ids = read.flatMap(({ decisions }) => decisions.map(({ decisionId }) => decisionId));
  const known = new Map((await knownDecisions(db, ids)).map((decision) => [decision.id, decision]));
  return read.flatMap(({ index, task, decisions }): PlannedTask[] => {
    if (!task) {
      tally.refuseTask({ index, reason: 'item_not_stored', value: null });
      return [];
    }
    const plan = planTask({ index, task, decisions }, known, tally);
    for (const decision of plan.store) known.set(decision.decisionId, knownAs(decision, task));
    const winner = plan.store.find(({ decisionId }) => decisionId === plan.resolvedBy);
    if (winner) Object.assign(task, { state: 'resolved', standingKey: winner.answerKey });
    return plan.store.length === 0 ? [] : [{ task, plan }];
  });
}

function knownAs({ decisionId: id, answerKey, skipReason }: FileDecision, { taskId }: ItemTask): KnownDecision {
  return { id, taskId, answerKey, skipReason };
}

function rowOf(decision: FileDecision, { task, plan, userId }: PlannedTask & { userId: string }): NewDecision {
  const { decisionId, answer, answerKey, skipReason, comment, durationMs, decidedAt } = decision;
  return {
    decision_id: decisionId,
    task_id: task.taskId,
    item_id: task.itemId,
    user_id: userId,
    answer_key: answerKey,
    label_keys: answer === null ? [] : givenKeysOf(answer),
    answer,
    skip_reason: skipReason,
    comment,
    duration_ms: durationMs,
    decided_at: decidedAt,
    is_resolution: decisionId === plan.resolvedBy,
    is_passed_up: plan.isPassedUp,
    text: task.text,
    text_key: textKey(task.text),
  };
}

function auditOf({ task, plan }: PlannedTask, { actor }: Work): AuditWrite[] {
  return plan.store.map(({ decisionId, answerKey, skipReason }) => ({
    actor,
    action: 'decision.imported',
    targetKind: 'task',
    targetId: task.taskId,
    after: {
      decisionId,
      labelKey: answerKey,
      skipReason,
      source: 'import',
      isResolution: decisionId === plan.resolvedBy,
    },
  }));
}
