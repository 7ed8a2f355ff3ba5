import { maskPersonalData } from '@jeoul/shared/labeling/personal-data';
import { createHash } from 'node:crypto';
import type { App } from '../../../lib/app.ts';
import { appendAudit, type Actor } from '../../../lib/audit.ts';
import type { Champion } from '../../../lib/champions.ts';
import { proposalsOf, type Proposal } from '../../../lib/proposals.ts';
import { labelsOf } from '../label-sets.ts';
import { readDecisions, readQueue, readTasks } from './export.queries.ts';
import type { ExportedDecision, ExportedTask, QueueRow } from './export.queries.ts';
import { grouped } from './groups.ts';
import { LabelBook } from './label-book.ts';
import { itemIdField, storeIdField, type LabelStudioAnnotation, type LabelStudioTask } from './label-studio-format.ts';
import { labelingConfig } from './labeling-config.ts';
import { resultsOf } from './results-of-answer.ts';

export type ExportDeps = Pick<App, 'db' | 'champions'>;
export type ExportInput = {
  queueKey: string;
  only: 'resolved' | 'open' | null;
  /** Names who decided, by e-mail address: Label Studio refuses a file with addresses that are not its members'. */
  withPeople: boolean;
};
export type ExportFigures = { tasks: number; annotations: number; bytes: number; sha256: string };

const pageTasks = 500;
const noId = '00000000-0000-0000-0000-000000000000';

/** The labeling config with which the queue's export opens. Throws NOT_FOUND. */
export async function configOfQueue(app: Pick<App, 'db'>, queueKey: string): Promise<string> {
  const queue = await readQueue(app, queueKey);
  return labelingConfig({ ...queue, labels: await labelsOf(app.db, queue.labelSetId) });
}

/**
 * A queue as one JSON array of Label Studio tasks, in pieces, a page of tasks in memory at a time: items, what the champion
 * proposes, and every standing decision. The one a task was resolved by is marked `ground_truth`. Personal data in texts is
 * hidden character by character. At the end who exported how much is audited; an export broken off leaves no such row.
 * Throws NOT_FOUND before the first piece.
 */
export async function* exportToLabelStudio(
  app: ExportDeps,
  actor: Actor,
  input: ExportInput,
): AsyncGenerator<string, ExportFigures> {
  const queue = await readQueue(app, input.queueKey);
  const book = new LabelBook(await labelsOf(app.db, queue.labelSetId));
  const hash = createHash('sha256');
  const figures = { tasks: 0, annotations: 0, bytes: 0 };
  const counted = (text: string): string => {
    hash.update(text);
    figures.bytes += Buffer.byteLength(text);
    return text;
  };
  let after = noId;
  for (;;) {
    const champion = await app.champions.get(queue.slotKey);
    const rows = await readTasks(app.db.prisma, { queue, only: input.only, after, limit: pageTasks });
    const last = rows.at(-1);
    if (!last) break;
    after = last.taskId;
    const tasks = await tasksOf(app, rows, { queue, book, champion, withPeople: input.withPeople });
    const lines = tasks.map((task, at) => (figures.tasks + at === 0 ? '[\n' : ',\n') + JSON.stringify(task));
    figures.tasks += tasks.length;
    figures.annotations += tasks.reduce((all, { annotations }) => all + annotations.length, 0);
    yield counted(lines.join(''));
  }
  yield counted(figures.tasks === 0 ? '[]\n' : '\n]\n');
  const receipt = { ...figures, sha256: hash.digest('hex') };
  await app.db.prisma.$transaction((tx) =>
    appendAudit(tx, {
      actor,
      action: 'queue.exported',
      targetKind: 'queue',
      targetId: queue.id,
      after: { format: 'label-studio', only: input.only, withPeople: input.withPeople, ...receipt },
    }),
  );
  return receipt;
}

type PageContext = { queue: QueueRow; book: LabelBook; champion: Champion | null; withPeople: boolean };

async function tasksOf(app: ExportDeps, rows: ExportedTask[], context: PageContext): Promise<LabelStudioTask[]> {
  const { queue, champion } = context;
  const taskIds = rows.map(({ taskId }) => taskId);
  const decisions = grouped(await readDecisions(app.db.prisma, taskIds), ({ taskId }) => taskId);
  const texts = rows.map(({ text }) => text);
  const proposals = champion ? proposalsOf(champion.model, texts, { top: 1 }) : [];
  return rows.map((row, at) => {
    const data = dataOf(row, queue);
    const text = maskPersonalData(row.text);
    const annotations = (decisions.get(row.taskId) ?? []).map((decision) =>
      annotationOf(decision, { ...context, text, isResolution: decision.id === row.resolvedById }),
    );
    const proposal = proposals[at];
    const predictions = champion && proposal ? [predictionOf(row, proposal, { ...context, champion, text })] : [];
    return { data, annotations, predictions };
  });
}

/** Every field stands in every task: Label Studio refuses a task without one that its labeling config shows. */
function dataOf(row: ExportedTask, { itemKind }: QueueRow): LabelStudioTask['data'] {
  const text = maskPersonalData(row.text);
  const keys = { [itemIdField]: row.itemId, [storeIdField]: row.storeId };
  const store = { store: row.storeName, district: row.district ?? '' };
  if (itemKind === 'menu_item') {
    const options = maskPersonalData(row.options ?? '');
    return { ...keys, name: text, options, price: row.priceKrw ?? '', weekly_orders: row.weeklyOrders ?? '', ...store };
  }
  const menu = maskPersonalData(row.menuText ?? '');
  return { ...keys, text, stars: row.stars ?? '', menu, written_at: row.writtenAt?.toISOString() ?? '', ...store };
}

function annotationOf(
  decision: ExportedDecision,
  context: PageContext & { text: string; isResolution: boolean },
): LabelStudioAnnotation {
  const { queue, book, text, withPeople, isResolution } = context;
  return {
    unique_id: decision.id,
    ...(withPeople ? { completed_by: { email: decision.email } } : {}),
    result: resultsOf(decision, { id: decision.id, text, kind: queue.kind, book }),
    was_cancelled: decision.skipReason !== null,
    ground_truth: isResolution,
    lead_time: decision.durationMs / 1000,
    created_at: decision.decidedAt.toISOString(),
  };
}

function predictionOf(
  row: ExportedTask,
  { labelKeys, probability }: Proposal,
  { queue, book, champion, text }: PageContext & { champion: Champion; text: string },
): LabelStudioTask['predictions'][number] {
  const answer = { labels: labelKeys.map((labelKey) => ({ labelKey })) };
  const id = `${row.taskId}:prediction`;
  return {
    model_version: `${queue.slotKey} v${champion.number}`,
    score: probability,
    result: resultsOf({ answer, skipReason: null, comment: null }, { id, text, kind: queue.kind, book }),
  };
}
