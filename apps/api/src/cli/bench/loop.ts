import { randomUUID } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import path from 'node:path';
import { classificationReport } from '@jeoul/ml/metrics';
import { predictTexts } from '@jeoul/ml/text-classifier';
import type { LeasedTask, PriorityRule } from '@jeoul/shared/labeling/contract';
import { benchInstallation, printLine, type BenchInstallation } from './installation.ts';
import { readCsv } from './csv-files.ts';
import { benchQueueKey as queueKey, menuQueue } from './menu-queue.ts';

export type LoopOptions = { dataDir: string; every: number; most: number; orders: readonly ('queue' | 'random')[] };

type MenuColumn = 'store_name' | 'menu' | 'category';
type MenuFileRow = Record<MenuColumn, string>;

const claimAtOnce = 50;
const rules: Record<'queue' | 'random', PriorityRule> = { queue: 'model-doubt', random: 'random' };

/**
 * The loop without a browser, through a running installation: menus are imported, an operator who knows the file's
 * categories corrects them in the queue's order, and every so many corrections a run trains, is compared, promoted and
 * rescores what waits. One line a round, the live model measured on the test file; once in the queue's order, once in a
 * random one.
 */
export async function benchLoop(options: LoopOptions): Promise<void> {
  const train = await readCsv<MenuColumn>(options.dataDir, 'menus', 'train.csv');
  const test = await readCsv<MenuColumn>(options.dataDir, 'menus', 'test.csv');
  for (const order of options.orders) {
    const installation = await benchInstallation((line) => console.error(line));
    try {
      const answers = await seed(installation, { ...options, train, order });
      await correct(installation, { ...options, order, answers, test });
    } finally {
      await installation.stop();
    }
  }
}

type Answers = Map<string, string>;
const itemKey = (storeName: string, menu: string) =>
  `${storeName.normalize('NFC').trim()}\n${menu.normalize('NFC').trim()}`;

/** Imports the file by upload and makes the queue from its categories. Returns what the operator knows. */
async function seed(
  { app, client }: BenchInstallation,
  { dataDir, train, order, every }: LoopOptions & { train: MenuFileRow[]; order: 'queue' | 'random' },
): Promise<Answers> {
  const began = performance.now();
  const file = path.join(dataDir, 'menus', 'train.csv');
  const { importId } = await uploadMenus(client, file);
  const report = await importFinished(client, importId);
  console.error(
    `imported ${report.rowsCreated} of ${report.rowsRead} rows in ${((performance.now() - began) / 1000).toFixed(1)} s`,
  );
  const categories = [...new Set(train.map((row) => row.category))].sort((a, b) => a.localeCompare(b, 'ko'));
  const scored = nextRescore(app);
  // Rounds are started by hand below, so that each is measured at its exact count.
  await client.trpc.labeling.createQueue.mutate({ ...menuQueue(categories), priorityRule: rules[order] });
  await scored.done;
  console.error(`order ${order}: a run every ${every} corrections`);
  return new Map(train.map((row) => [itemKey(row.store_name, row.menu), row.category]));
}

async function uploadMenus(client: BenchInstallation['client'], file: string): Promise<{ importId: string }> {
  const form = new FormData();
  form.append('file', await openAsBlob(file), path.basename(file));
  const response = await client.fetch('/api/imports?kind=menus', { method: 'POST', body: form });
  if (!response.ok) throw new Error(`the import answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as { importId: string };
}

async function importFinished(client: BenchInstallation['client'], id: string) {
  for (;;) {
    const report = await client.trpc.catalog.import.query({ id });
    if (report.finishedAt !== null) return report;
    await pause(100);
  }
}

async function correct(
  { app, client }: BenchInstallation,
  input: LoopOptions & { order: 'queue' | 'random'; answers: Answers; test: MenuFileRow[] },
): Promise<void> {
  const { every, most, order, answers, test } = input;
  let corrections = 0;
  while (corrections < most) {
    const target = Math.min(most, corrections + every);
    const given = await answerTasks(client, { answers, count: target - corrections });
    corrections += given;
    if (given === 0) return;
    const figures = await trainOnce({ app, client });
    printLine({ bench: 'loop', queue: queueKey, order, corrections, ...(await measure(app, test)), ...figures });
    if (corrections < target) return;
  }
}

/** Claims and decides up to `count` tasks as one operator; returns how many there were. */
async function answerTasks(
  client: BenchInstallation['client'],
  { answers, count }: { answers: Answers; count: number },
): Promise<number> {
  let given = 0;
  while (given < count) {
    const tasks = await client.trpc.labeling.claim.mutate({ queueKey, count: Math.min(claimAtOnce, count - given) });
    if (tasks.length === 0) break;
    const outcomes = await client.trpc.labeling.decide.mutate({
      decisions: tasks.map((task) => decisionOf(task, answers)),
    });
    const refused = outcomes.find((outcome) => outcome.status !== 'acknowledged');
    if (refused) throw new Error(`a decision was refused: ${JSON.stringify(refused)}`);
    given += tasks.length;
  }
  return given;
}

function decisionOf(task: LeasedTask, answers: Answers) {
  const labelKey = answers.get(itemKey(task.item.storeName, task.item.name));
  if (labelKey === undefined)
    throw new Error(`the file holds no answer for "${task.item.name}" of "${task.item.storeName}"`);
  return {
    decisionId: randomUUID(),
    taskId: task.taskId,
    fence: task.fence,
    labelKey,
    skipReason: null,
    durationMs: 1000,
  };
}

/** One run from request to verdict; when it is promoted, until what waits is rescored. */
async function trainOnce({
  app,
  client,
}: Pick<BenchInstallation, 'app' | 'client'>): Promise<{ train_s: number; rescore_s: number; promoted: boolean }> {
  const before = await client.trpc.models.slot.query({ slotKey: queueKey });
  const rescored = nextRescore(app);
  const { runId } = await client.trpc.models.train.mutate({ slotKey: queueKey });
  const run = await runFinished(client, runId);
  if (run.state !== 'succeeded') throw new Error(`run ${runId} ${run.state}: ${run.error}`);
  const after = await client.trpc.models.slot.query({ slotKey: queueKey });
  const [version] = await client.trpc.models.versions.query({ slotKey: queueKey, limit: 1 });
  const isPromoted = after.championVersion !== before.championVersion;
  const began = performance.now();
  if (isPromoted) await rescored.done;
  rescored.stop();
  return {
    train_s: version?.trainSeconds ?? 0,
    rescore_s: isPromoted ? (performance.now() - began) / 1000 : 0,
    promoted: isPromoted,
  };
}

async function runFinished(client: BenchInstallation['client'], runId: string) {
  for (;;) {
    const slot = await client.trpc.models.slot.query({ slotKey: queueKey });
    if (slot.run?.id === runId && slot.run.finishedAt !== null) return slot.run;
    await pause(50);
  }
}

/** Settles when the next rescore of the queue ends. */
function nextRescore(app: BenchInstallation['app']): { done: Promise<void>; stop(): void } {
  let stop = () => {};
  const done = new Promise<void>((resolve) => {
    stop = app.live.listen((event) => {
      if (event.type !== 'job' || event.name !== 'rescore' || event.state !== 'succeeded') return;
      stop();
      resolve();
    });
  });
  return { done, stop: () => stop() };
}

/** The live model on the test file, by the item's name alone. */
async function measure(
  app: BenchInstallation['app'],
  test: MenuFileRow[],
): Promise<{ accuracy: number; macro_f1: number }> {
  const champion = await app.champions.get(queueKey);
  if (!champion) return { accuracy: 0, macro_f1: 0 };
  const predicted = predictTexts(
    champion.model,
    test.map((row) => row.menu),
    { top: 1 },
  ).map((p) => p.scores[0]?.labelKey ?? '');
  const report = classificationReport(
    test.map((row) => row.category),
    predicted,
  );
  return { accuracy: report.accuracy, macro_f1: report.macro.f1 };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
