import { setTimeout as sleep } from 'node:timers/promises';
import { printLine } from '../installation.ts';
import { fillBigQueue } from './big-queue.ts';
import { measureLists } from './lists.ts';
import { BenchHouse, type BenchOperator } from './house.ts';
import { Ledger, tally } from './ledger.ts';
import { readMenuNames } from './menu-names.ts';
import { Operator } from './operator.ts';
import { latencies } from './percentiles.ts';
import { measureSimilar } from './similar.ts';

export type QueueBenchOptions = { dataDir: string; openTasks: number; operators: number; seconds: number };

/** Decisions a second of all operators together when they work at a steady pace: somewhat more than the bar asks. */
const steadyPerSecond = 320;
const warmUpSeconds = 5;

/**
 * Many operators at once on a long queue, over HTTP as the page calls it: at a steady pace (latency from the key press
 * to the answer), then as fast as the answers come. The API with its worker is one process, Postgres another, and the
 * operators are in the benchmark's own. At the end what was acknowledged is held against what is stored.
 */
export async function benchQueue(options: QueueBenchOptions): Promise<void> {
  const { dataDir, openTasks, seconds } = options;
  const data = await readMenuNames(dataDir);
  const house = await BenchHouse.open();
  try {
    const accounts = await house.addOperators(options.operators);
    const began = performance.now();
    await fillBigQueue(house.db, { ...data, openTasks, operatorIds: accounts.map(({ id }) => id) });
    console.error(`${openTasks} open tasks made in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    await house.start('api', 'worker');
    const operators = await house.signIn(accounts);
    const work = { house, operators, labels: data.labels, openTasks };
    await measureLists({ operator: operators[0], labels: data.labels, openTasks });
    await measureSimilar({ operator: operators[0], openTasks });
    await measure({ ...work, seconds: warmUpSeconds, load: 'warm-up' });
    await measure({ ...work, seconds, load: 'steady' });
    await measure({ ...work, seconds: seconds / 2, load: 'flat-out' });
  } finally {
    await house.close();
  }
}

type Measured = {
  house: BenchHouse;
  operators: BenchOperator[];
  labels: readonly string[];
  openTasks: number;
  seconds: number;
  load: 'warm-up' | 'steady' | 'flat-out';
};

async function measure({ house, operators, labels, openTasks, seconds, load }: Measured): Promise<void> {
  const ledger = new Ledger();
  const before = await house.db.prisma.decision.count();
  const desks = operators.map((operator) => new Operator(operator, labels, ledger));
  const began = performance.now();
  const isOver = () => performance.now() >= began + seconds * 1_000;
  const everyMs = (operators.length / steadyPerSecond) * 1_000;
  await Promise.all(
    desks.map((desk) => (load === 'flat-out' ? desk.pressAtOnce(isOver) : desk.pressEvery(everyMs, isOver))),
  );
  const elapsed = (performance.now() - began) / 1_000;
  await Promise.all(desks.map((desk) => desk.finish()));
  if (load === 'warm-up') return;
  // The sealer of the audit chain writes to the rows that are counted.
  await sleep(500);
  const { lost, doubled } = await tally(house.db, { ledger, before });
  const common = { bench: 'queue', load, open_tasks: openTasks, operators: operators.length };
  const { claimMs, decideMs, conflicts, failures, starved } = ledger;
  const rest = { lost, doubled, conflicts, failures, starved };
  printLine({ ...common, op: 'claim', ...latencies(claimMs), per_s: claimMs.length / elapsed, ...rest });
  printLine({ ...common, op: 'decide', ...latencies(decideMs), per_s: decideMs.length / elapsed, ...rest });
}
