import { setTimeout as sleep } from 'node:timers/promises';
import type { RoleName } from '../../../lib/config.ts';
import { printLine } from '../installation.ts';
import { fillBigQueue } from './big-queue.ts';
import { BenchHouse } from './house.ts';
import { Ledger, tally } from './ledger.ts';
import { readMenuNames } from './menu-names.ts';
import { Operator } from './operator.ts';
import type { RoleProcess } from './role-process.ts';

export type ChaosOptions = {
  dataDir: string;
  openTasks: number;
  operators: number;
  killsOfEach: number;
  pauseSeconds: number;
};

type Target = RoleName | 'postgres';
type Line = { target: Target; kills: number; recoveries: number[] };

const steadyPerSecond = 60;
const patienceMs = 120_000;

/**
 * Operators at work while what serves them dies under their hands: the API and the worker by `kill -9`, Postgres by a
 * restart and by `kill -9` in turn, one after the other with a pause between. Operators send what was not answered again
 * under the same ids, as the page does. `recovered_s` is the longest time from a kill until the target works again.
 */
export async function benchChaos(options: ChaosOptions): Promise<void> {
  const data = await readMenuNames(options.dataDir);
  const house = await BenchHouse.open();
  try {
    const accounts = await house.addOperators(options.operators);
    const operatorIds = accounts.map(({ id }) => id);
    await fillBigQueue(house.db, { ...data, openTasks: options.openTasks, operatorIds });
    const roles = { api: await house.start('api'), worker: await house.start('worker') };
    const before = await house.db.prisma.decision.count();
    const ledger = new Ledger();
    const operators = (await house.signIn(accounts)).map((operator) => new Operator(operator, data.labels, ledger));
    let isOver = false;
    const everyMs = (operators.length / steadyPerSecond) * 1_000;
    const working = Promise.all(operators.map((operator) => operator.pressEvery(everyMs, () => isOver)));
    await sleep(options.pauseSeconds * 1_000);
    const lines = await breakThings(house, { ...options, roles, ledger });
    isOver = true;
    await working;
    await Promise.all(operators.map((operator) => operator.finish()));
    await sleep(1_500);
    const { stored, lost, doubled } = await tally(house.db, { ledger, before });
    const acknowledged = ledger.acknowledged.size;
    const { conflicts, failures } = ledger;
    for (const { target, kills, recoveries } of lines) {
      const recovered = Math.max(...recoveries);
      printLine({
        bench: 'chaos',
        kills,
        target,
        acknowledged,
        stored,
        lost,
        doubled,
        recovered_s: recovered,
        conflicts,
      });
    }
    console.error(`${failures} calls went unanswered and were made again`);
  } finally {
    await house.close();
  }
}

async function breakThings(
  house: BenchHouse,
  input: ChaosOptions & { roles: Record<RoleName, RoleProcess>; ledger: Ledger },
): Promise<Line[]> {
  const { roles, ledger, killsOfEach, pauseSeconds } = input;
  const lines = (['api', 'worker', 'postgres'] as const).map((target): Line => ({ target, kills: 0, recoveries: [] }));
  for (let round = 0; round < killsOfEach; round += 1) {
    for (const line of lines) {
      const sealed = await sealedUntil(house);
      const killedAt = performance.now();
      if (line.target === 'postgres') await house.restartPostgres({ isKilled: round % 2 === 1 });
      else {
        await roles[line.target].kill();
        roles[line.target] = await house.start(line.target);
      }
      line.kills += 1;
      // The API is back with the first answer, the worker with the first link it adds to the audit chain.
      const isBack = async () =>
        ledger.lastAcknowledgedAt > killedAt && (line.target === 'api' || (await sealedUntil(house)) > sealed);
      while (!(await isBack())) {
        if (performance.now() - killedAt > patienceMs) throw new Error(`${line.target} did not come back`);
        await sleep(20);
      }
      line.recoveries.push((performance.now() - killedAt) / 1_000);
      console.error(`${line.target}: at work again after ${line.recoveries.at(-1)?.toFixed(1)} s`);
      await sleep(pauseSeconds * 1_000);
    }
  }
  return lines;
}

async function sealedUntil(house: BenchHouse): Promise<bigint> {
  return (await house.db.prisma.auditHead.findUnique({ where: { id: 1 } }))?.seq ?? 0n;
}
