import type { GivenAnswer } from '@jeoul/shared/labeling/answers';
import type { SkipReason } from '@jeoul/shared/labeling/contract';
import type { BatchUndoOutcome } from '@jeoul/shared/labeling/lists';
import type { SimilarReceipt } from '@jeoul/shared/labeling/similar';
import type { LiveEvent } from '@jeoul/shared/platform/live-events';
import { v7 as newId } from 'uuid';
import { ExternalStore } from '../../../lib/external-store.ts';
import type { Desk } from '../outbox/desk.ts';
import type { DecideEntry, OutboxEntry } from '../outbox/outbox-entry.ts';
import type { OutboxEvent } from '../outbox/outbox-rules.ts';
import { Stopwatch } from './stopwatch.ts';
import { TaskSupply } from './task-supply.ts';
import type { WorkApi } from './work-api.ts';
import { type SimilarBatch, WorkBatches } from './work-batches.ts';
import {
  afterDecision,
  afterRefusal,
  afterUndo,
  afterUndone,
  type DoneRow,
  emptyWork,
  proposedKey,
  withoutTask,
  withRecent,
  type WorkState,
} from './work-state.ts';

export type Answer =
  | { labelKey: string; skipReason: null }
  | { labelKey: null; skipReason: SkipReason }
  /** Of any number of labels; what is passed up has no answer key. */
  | { labelKey: string | null; answer: GivenAnswer; comment?: string; skipReason: null };

type WorkSessionDeps = {
  queue: { key: string; slotKey: string; leaseSeconds: number };
  desk: Desk;
  api: WorkApi;
  /** An undo came too late: the decision stands, or the task is somebody else's. */
  onUndoRefused: () => void;
  /** A batch was taken back; `null` when it was not, and why. */
  onBatchUndone: (outcome: BatchUndoOutcome | null, error?: unknown) => void;
};

const fewDone = 5;

function rowOf(entry: DecideEntry): DoneRow {
  const { decisionId, task, labelKey, answer = null, skipReason, predictedLabelKey, decidedAt } = entry;
  return { decisionId, task, labelKey, answer, skipReason, predictedLabelKey, decidedAt };
}

/**
 * One operator at work in one queue, from `open` to `close`. Everything a key press does happens at once and here; the
 * network follows behind.
 */
export class WorkSession {
  readonly work = new ExternalStore<WorkState>(emptyWork);
  readonly supply: TaskSupply;
  readonly #batches: WorkBatches;
  readonly #deps: WorkSessionDeps;
  readonly #stopwatch = new Stopwatch();
  readonly #unlisten: () => void;
  /** An answer of the server's may still speak of decisions taken back since. */
  readonly #takenBack = new Set<string>();
  #hasOlder = false;
  #isLoadingRecent = false;
  #acts = 0;
  #dayTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(deps: WorkSessionDeps) {
    this.#deps = deps;
    const { queue, api, desk } = deps;
    this.supply = new TaskSupply({
      queueKey: queue.key,
      leaseSeconds: queue.leaseSeconds,
      api,
      work: this.work,
      unsettledTaskIds: () => this.#unsent().map((entry) => entry.taskId),
    });
    this.#batches = new WorkBatches({
      queueKey: queue.key,
      work: this.work,
      api,
      outbox: desk.outbox,
      acts: () => this.#acts,
      onDecided: (taskIds) => this.#afterBatch(taskIds),
      onUndone: (outcome, error) => {
        deps.onBatchUndone(outcome, error);
        this.#acts += 1;
        this.lookAgain();
      },
    });
    this.#unlisten = desk.outbox.listen((event) => this.#onOutbox(event));
    document.addEventListener('visibilitychange', this.#stopwatch.follow);
    window.addEventListener('pagehide', this.#leave);
    window.addEventListener('pageshow', this.#comeBack);
    window.addEventListener('online', this.#nudge);
    window.addEventListener('beforeunload', this.#warn);
    const unsent = this.#unsent();
    for (const entry of unsent) if (entry.kind === 'undo') this.#takenBack.add(entry.decisionId);
    const done = unsent.flatMap((entry) =>
      entry.kind === 'decide' && !this.#takenBack.has(entry.decisionId) ? rowOf(entry) : [],
    );
    this.work.update((state) => ({ ...state, done: done.reverse() }));
    this.#stopwatch.restart();
    this.supply.refill();
    void this.#loadRecent();
    this.#countDaySoon(0);
  }

  /** Gives the tasks back and stops. */
  close(): void {
    this.supply.letGo();
    this.supply.close();
    this.#unlisten();
    clearTimeout(this.#dayTimer);
    document.removeEventListener('visibilitychange', this.#stopwatch.follow);
    window.removeEventListener('pagehide', this.#leave);
    window.removeEventListener('pageshow', this.#comeBack);
    window.removeEventListener('online', this.#nudge);
    window.removeEventListener('beforeunload', this.#warn);
  }

  /** Decides the task under the hand; the next one is there when this returns. */
  answer(answer: Answer): void {
    const [current] = this.work.get().held;
    if (!current) return;
    const { task, fence } = current;
    const row: DoneRow = {
      ...answer,
      decisionId: newId(),
      task,
      predictedLabelKey: proposedKey(task.prediction),
      decidedAt: new Date().toISOString(),
    };
    const queueKey = this.#deps.queue.key;
    this.#deps.desk.outbox.decide({
      ...row,
      queueKey,
      taskId: task.taskId,
      fence,
      durationMs: this.#stopwatch.read(),
    });
    this.#acts += 1;
    this.supply.settle(task.taskId);
    this.work.update((state) => afterDecision(state, row));
    this.#stopwatch.restart();
    this.supply.refill();
  }

  /**
   * Decides the task under the hand and those like it that were chosen, as one batch. Resolves when the server has; rejects
   * with why not, and may then be called with the same `batchId` again.
   */
  decideSimilar(batch: SimilarBatch): Promise<SimilarReceipt> {
    return this.#batches.decide(batch);
  }

  /** Asks the server what stands: which leases hold, what was just done, the day's figures. */
  lookAgain(): void {
    void this.supply.extend();
    this.supply.probe();
    void this.#loadRecent();
    this.#countDaySoon(0);
  }

  #afterBatch(taskIds: readonly string[]): void {
    this.#acts += 1;
    for (const taskId of taskIds) this.supply.settle(taskId);
    this.#stopwatch.restart();
    this.supply.refill();
    this.#countDaySoon(0);
  }

  /**
   * Takes the newest decision back: its task is under the hand when this returns, and that of a batch when the server has
   * taken it back. False when there is none left.
   */
  undo(): boolean {
    const [row] = this.work.get().done;
    if (!row) return false;
    if (row.batch) {
      void this.#batches.undo(row);
      return true;
    }
    const { decisionId, task } = row;
    const queueKey = this.#deps.queue.key;
    const takenBack = this.#deps.desk.outbox.undo({ decisionId, taskId: task.taskId, queueKey });
    this.#acts += 1;
    this.#takenBack.add(decisionId);
    this.supply.unsettle(task.taskId);
    this.work.update((state) => afterUndo(state, decisionId, takenBack ? takenBack.fence : null));
    this.#stopwatch.restart();
    if (this.work.get().done.length < fewDone && this.#hasOlder) void this.#loadRecent();
    return true;
  }

  /** What the server counts as waiting, less what it has not heard of yet. */
  waitingIs(waiting: number): void {
    const unheard = this.#unsent().filter((entry) => entry.kind === 'decide' && entry.labelKey !== null).length;
    this.work.update((state) => ({ ...state, tally: { ...state.tally, waiting: Math.max(0, waiting - unheard) } }));
  }

  onLive(event: LiveEvent): void {
    const { queue } = this.#deps;
    if (event.type === 'promotion' && event.slotKey === queue.slotKey) void this.supply.predictAgain();
    if (event.type !== 'queue' || event.queueKey !== queue.key) return;
    this.waitingIs(event.waiting);
    if (event.waiting > this.work.get().held.length) this.supply.probe();
  }

  #unsent(): readonly Exclude<OutboxEntry, { kind: 'refused' }>[] {
    const { desk, queue } = this.#deps;
    return desk.outbox.state
      .get()
      .entries.flatMap((entry) => (entry.kind !== 'refused' && entry.queueKey === queue.key ? entry : []));
  }

  #onOutbox(event: OutboxEvent): void {
    if (event.entry.queueKey !== this.#deps.queue.key) return;
    if (event.type === 'refused') {
      this.work.update((state) => afterRefusal(state, event.entry.decisionId));
      // Where one lease was lost others may be: better to know before they are decided.
      void this.supply.extend();
    }
    if (event.type === 'undone' && event.task) {
      const { task } = event;
      const isDecidedAnew = this.#unsent().some((entry) => entry.kind === 'decide' && entry.taskId === task.taskId);
      if (!isDecidedAnew) this.work.update((state) => afterUndone(state, task));
    } else if (event.type === 'undone' || event.type === 'undo-refused') {
      if (event.type === 'undo-refused') this.#takenBack.delete(event.entry.decisionId);
      this.work.update((state) => withoutTask(state, event.entry.taskId));
      this.#deps.onUndoRefused();
      void this.#loadRecent();
    }
    this.#countDaySoon(1_000);
  }

  async #loadRecent(): Promise<void> {
    if (this.#isLoadingRecent) return;
    this.#isLoadingRecent = true;
    const acts = this.#acts;
    const recent = await this.#deps.api.recent().catch(() => null);
    this.#isLoadingRecent = false;
    if (recent === null) return;
    // What was decided or taken back meanwhile is newer than this answer.
    if (acts !== this.#acts) return this.#loadRecent();
    this.#hasOlder = recent.hasMore;
    this.work.update((state) => withRecent(state, recent.rows, this.#takenBack));
  }

  /** Counts the person's day anew once everything has been sent: the page's own sums are only as good as its memory. */
  #countDaySoon(afterMs: number): void {
    clearTimeout(this.#dayTimer);
    this.#dayTimer = setTimeout(() => void this.#countDay(), afterMs);
  }

  async #countDay(): Promise<void> {
    if (this.#unsent().length > 0) return;
    const acts = this.#acts;
    const day = await this.#deps.api.ownDay().catch(() => null);
    if (day === null || acts !== this.#acts) return;
    this.work.update((state) => ({ ...state, tally: { ...state.tally, ...day } }));
  }

  readonly #leave = (): void => this.supply.letGo();
  readonly #nudge = (): void => this.supply.nudge();

  /** A page the browser had put aside whole: its leases were given back. */
  readonly #comeBack = (event: PageTransitionEvent): void => {
    if (!event.persisted) return;
    this.work.update((state) => ({ ...state, held: [], isDrained: false }));
    this.supply.refill();
  };

  /** Only when this window is the one place where decisions are kept. */
  readonly #warn = (event: BeforeUnloadEvent): void => {
    const { isKept } = this.#deps.desk.outbox.state.get();
    if (!isKept && this.#unsent().length > 0) event.preventDefault();
  };
}
