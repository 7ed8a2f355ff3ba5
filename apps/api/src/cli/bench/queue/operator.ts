import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DecisionInput } from '@jeoul/shared/labeling/contract';
import { TRPCClientError } from '@trpc/client';
import { benchQueueKey } from '../menu-queue.ts';
import type { BenchOperator } from './house.ts';
import type { Ledger } from './ledger.ts';

/** As the page does: it keeps so many tasks, asks for more when few are left, and sends so many decisions at once. */
const fullHand = 9;
const lowHand = 5;
const mostAtOnce = 50;
const firstRetryMs = 200;
const longestRetryMs = 2_000;
const patienceMs = 20_000;

type Waiting = { decision: DecisionInput & { labelKey: string }; pressedAt: number };

/**
 * One operator at the work page, without the page: tasks are claimed ahead, each key press makes a decision with an id of
 * its own, and an outbox sends them in order and again, under the same ids, until the server has answered.
 */
export class Operator {
  readonly #operator: BenchOperator;
  readonly #labels: readonly string[];
  readonly #ledger: Ledger;
  #held: { taskId: string; fence: number }[] = [];
  #outbox: Waiting[] = [];
  #claiming: Promise<void> | null = null;
  #sending: Promise<void> | null = null;
  #isStopped = false;

  constructor(operator: BenchOperator, labels: readonly string[], ledger: Ledger) {
    this.#operator = operator;
    this.#labels = labels;
    this.#ledger = ledger;
  }

  /** Presses a key every `everyMs` on average until it is over; where no task is on the page, the press is lost. */
  async pressEvery(everyMs: number, isOver: () => boolean): Promise<void> {
    let next = performance.now() + Math.random() * everyMs;
    while (!isOver()) {
      await sleep(Math.max(0, next - performance.now()));
      this.#press(next);
      next += everyMs * (0.5 + Math.random());
    }
  }

  /** Decides the next task as soon as the last was acknowledged. */
  async pressAtOnce(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      this.#press(performance.now());
      await (this.#sending ?? this.#claiming);
    }
  }

  /** Claims no more, and waits until everything that was decided has been answered to. */
  async finish(): Promise<void> {
    this.#isStopped = true;
    await this.#claiming;
    await this.#sending;
  }

  #press(pressedAt: number): void {
    const task = this.#held.shift();
    this.#refill();
    if (!task) {
      this.#ledger.starved += 1;
      return;
    }
    const labelKey = this.#labels[Math.floor(Math.random() * this.#labels.length)] ?? '';
    const decision = { decisionId: randomUUID(), ...task, labelKey, skipReason: null, durationMs: 1_000 };
    this.#outbox.push({ decision, pressedAt });
    this.#sending ??= this.#send().finally(() => {
      this.#sending = null;
    });
  }

  #refill(): void {
    if (this.#held.length > lowHand || this.#claiming || this.#isStopped) return;
    this.#claiming = this.#claim(fullHand - this.#held.length).finally(() => {
      this.#claiming = null;
    });
  }

  async #claim(count: number): Promise<void> {
    const holding = [...this.#held, ...this.#outbox.map(({ decision }) => decision)].map(({ taskId }) => taskId);
    const began = performance.now();
    const { trpc } = this.#operator.client;
    try {
      const signal = AbortSignal.timeout(patienceMs);
      const tasks = await trpc.labeling.claim.mutate({ queueKey: benchQueueKey, count, holding }, { signal });
      this.#ledger.claimMs.push(performance.now() - began);
      this.#held.push(...tasks.map(({ taskId, fence }) => ({ taskId, fence })));
    } catch (error) {
      if (!isPassing(error)) throw error;
      this.#ledger.failures += 1;
      await sleep(firstRetryMs * (0.5 + Math.random()));
    }
  }

  async #send(): Promise<void> {
    let failures = 0;
    while (this.#outbox.length > 0) {
      const batch = this.#outbox.slice(0, mostAtOnce);
      try {
        const signal = AbortSignal.timeout(patienceMs);
        const decisions = batch.map(({ decision }) => decision);
        const outcomes = await this.#operator.client.trpc.labeling.decide.mutate({ decisions }, { signal });
        failures = 0;
        const now = performance.now();
        for (const outcome of outcomes) {
          const sent = batch.find(({ decision }) => decision.decisionId === outcome.decisionId);
          if (sent) this.#ledger.answered(sent.decision, outcome, now - sent.pressedAt);
        }
        this.#outbox = this.#outbox.slice(batch.length);
      } catch (error) {
        if (!isPassing(error)) throw error;
        this.#ledger.failures += 1;
        failures += 1;
        await sleep(Math.min(longestRetryMs, firstRetryMs * 2 ** failures) * (0.75 + Math.random() / 2));
      }
    }
  }
}

/** No answer, or a fault of the server's own: to be tried again. Anything else is a fault of the benchmark. */
function isPassing(error: unknown): boolean {
  if (!(error instanceof TRPCClientError)) return false;
  const data = error.data as { jeoul?: { code: string } } | null | undefined;
  return data?.jeoul === undefined || data.jeoul.code === 'INTERNAL';
}
