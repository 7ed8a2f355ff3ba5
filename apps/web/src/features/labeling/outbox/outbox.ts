import type { DecisionInput, DecisionOutcome, UndoOutcome } from '@jeoul/shared/labeling/contract';
import { ExternalStore } from '../../../lib/external-store.ts';
import { type DecideEntry, decisionOf, type OutboxEntry } from './outbox-entry.ts';
import {
  afterOutcomes,
  afterStranded,
  afterUndo,
  afterUndoRefused,
  afterUnreadable,
  type Batch,
  nextBatch,
  type OutboxEvent,
  withUndo,
} from './outbox-rules.ts';
import type { OutboxChange } from './outbox-store.ts';
import { retryDelayMs, type SendFailure } from './send-failure.ts';

export type OutboxLink = 'open' | Exclude<SendFailure, 'unreadable' | 'refused'>;

export type OutboxState = {
  /** Whether what this browser kept from before has been read. */
  isRead: boolean;
  entries: readonly OutboxEntry[];
  link: OutboxLink;
  /** False once this browser could not write an entry down: it then lives as long as the page. */
  isKept: boolean;
};

export type OutboxDeps = {
  userId: string;
  store: { read(userId: string): Promise<OutboxEntry[]>; write(change: OutboxChange): Promise<void> };
  transport: {
    decide(decisions: DecisionInput[]): Promise<DecisionOutcome[]>;
    undo(decisionId: string): Promise<UndoOutcome>;
  };
  failureOf: (error: unknown) => SendFailure;
};

type NewDecision = Omit<DecideEntry, 'kind' | 'id' | 'order' | 'userId'>;

const mostAtOnce = 50;

/**
 * One person's decisions on their way to the server. What is put in is written to this browser's storage first, then
 * sent in order, again and again until the server has answered; it survives a reload, a lost connection and a restart of
 * either side. Ids are made here, so sending twice stores once. Sends only between `resume` and `pause`.
 */
export class Outbox {
  readonly state = new ExternalStore<OutboxState>({ isRead: false, entries: [], link: 'open', isKept: true });
  readonly #deps: OutboxDeps;
  readonly #listeners = new Set<(event: OutboxEvent) => void>();
  /** Entries the server may know of, answered or not: sent from here, or kept from an earlier life of the page. */
  readonly #tried = new Set<string>();
  /** Tasks whose entry alone makes the server fail: passed over, so that it does not hold up the others. */
  readonly #stuck = new Set<string>();
  #writing: Promise<void> = Promise.resolve();
  #unwritten = 0;
  #maySend = false;
  #isSending = false;
  #failures = 0;
  #batchSize = mostAtOnce;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(deps: OutboxDeps) {
    this.#deps = deps;
  }

  /** Reads what was kept and starts sending it. */
  async resume(): Promise<void> {
    this.#maySend = true;
    try {
      const kept = await this.#deps.store.read(this.#deps.userId);
      const ids = new Set(kept.map((entry) => entry.id));
      for (const id of ids) this.#tried.add(id);
      this.state.update((state) => {
        const unkept = state.isKept ? [] : state.entries.filter((entry) => !ids.has(entry.id));
        return { ...state, entries: [...kept, ...unkept], isRead: true };
      });
    } catch {
      this.state.update((state) => ({ ...state, isRead: true, isKept: false }));
    }
    this.nudge();
  }

  /** Stops sending: another window does it now. What is on its way is still answered to. */
  pause(): void {
    this.#maySend = false;
    clearTimeout(this.#retry);
    this.state.update((state) => ({ ...state, isRead: false }));
  }

  /** Calls back with what became of entries, until the returned function is called. */
  listen(callback: (event: OutboxEvent) => void): () => void {
    this.#listeners.add(callback);
    return () => this.#listeners.delete(callback);
  }

  decide(decision: NewDecision): void {
    const { userId } = this.#deps;
    const id = `decide:${decision.decisionId}`;
    const entry: DecideEntry = { ...decision, kind: 'decide', id, userId, order: this.#nextOrder() };
    this.#change([...this.state.get().entries, entry]);
    void this.#send();
  }

  /** Takes a decision back; returns it when it had never been sent, and then it never will be. */
  undo(decision: { decisionId: string; taskId: string; queueKey: string }): DecideEntry | null {
    const { userId } = this.#deps;
    const id = `undo:${decision.decisionId}`;
    const undo = { ...decision, kind: 'undo', id, userId, order: this.#nextOrder() } as const;
    const { entries, takenBack } = withUndo(this.state.get().entries, undo, this.#tried);
    this.#change(entries);
    void this.#send();
    return takenBack;
  }

  /** Forgets a refused decision that the operator has seen. */
  dismiss(id: string): void {
    this.#change(this.state.get().entries.filter((entry) => entry.id !== id || entry.kind !== 'refused'));
  }

  /** Tries again at once: the connection is back, or the person is. */
  nudge(): void {
    clearTimeout(this.#retry);
    this.#stuck.clear();
    void this.#send();
  }

  #nextOrder(): number {
    const last = this.state.get().entries.at(-1)?.order ?? 0;
    return Math.max(last + 1, Date.now());
  }

  #change(entries: readonly OutboxEntry[]): void {
    const before = new Map(this.state.get().entries.map((entry) => [entry.id, entry]));
    const after = new Map(entries.map((entry) => [entry.id, entry]));
    const put = entries.filter((entry) => before.get(entry.id) !== entry);
    const remove = [...before.keys()].filter((id) => !after.has(id));
    if (put.length === 0 && remove.length === 0) return;
    this.state.update((state) => ({ ...state, entries }));
    this.#unwritten += 1;
    this.#writing = this.#deps.store
      .write({ put, remove })
      .catch(() => this.state.update((state) => ({ ...state, isKept: false })))
      .finally(() => {
        this.#unwritten -= 1;
      });
  }

  async #send(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    try {
      while (this.#maySend && this.state.get().isRead) {
        // Nothing is sent before it is written down.
        while (this.#unwritten > 0) await this.#writing;
        // Order matters within a task only, so that passing over one keeps the others right.
        const entries = this.state.get().entries.filter((entry) => !this.#stuck.has(entry.taskId));
        const batch = nextBatch(entries, this.#batchSize);
        if (batch === null) return this.#retryStuck();
        if (!(await this.#sendBatch(batch))) return;
      }
    } finally {
      this.#isSending = false;
    }
  }

  /** False when sending must wait. */
  async #sendBatch(batch: Batch): Promise<boolean> {
    const { transport, failureOf } = this.#deps;
    if (batch.kind === 'stranded') {
      this.#apply(afterStranded(this.state.get().entries, batch.entry));
      return true;
    }
    const sent = batch.kind === 'decide' ? batch.entries : [batch.entry];
    for (const entry of sent) this.#tried.add(entry.id);
    try {
      if (batch.kind === 'decide') {
        const outcomes = await transport.decide(batch.entries.map(decisionOf));
        this.#apply(afterOutcomes(this.state.get().entries, outcomes));
      } else {
        const { task } = await transport.undo(batch.entry.decisionId);
        this.#apply(afterUndo(this.state.get().entries, batch.entry, task));
      }
      this.#linkIs('open');
      return true;
    } catch (error) {
      return this.#afterFailure(batch, failureOf(error));
    }
  }

  #afterFailure(batch: Exclude<Batch, { kind: 'stranded' }>, failure: SendFailure): boolean {
    const { entries } = this.state.get();
    if (failure === 'unreadable' || failure === 'refused') {
      if (batch.kind === 'undo') this.#apply(afterUndoRefused(entries, batch.entry));
      else if (batch.entries.length === 1) {
        for (const entry of batch.entries) this.#apply(afterUnreadable(entries, entry));
      }
      // Which of them it is shows when they are sent one by one.
      this.#batchSize = 1;
      return true;
    }
    if (failure === 'failing') {
      const [entry, ...others] = batch.kind === 'decide' ? batch.entries : [batch.entry];
      if (entry && others.length === 0) this.#stuck.add(entry.taskId);
      this.#batchSize = 1;
      return true;
    }
    this.#retryLater(failure);
    return false;
  }

  /** Nothing is left but what the server failed at, if anything: later it may be well again. */
  #retryStuck(): void {
    if (this.#stuck.size > 0) this.#retryLater('failing');
  }

  #retryLater(link: OutboxLink): void {
    this.#linkIs(link);
    this.#failures += 1;
    clearTimeout(this.#retry);
    if (this.#maySend) this.#retry = setTimeout(() => this.nudge(), retryDelayMs(this.#failures, Math.random()));
  }

  #linkIs(link: OutboxLink): void {
    if (link === 'open') {
      this.#failures = 0;
      // After a failure one by one, until nothing is passed over any more.
      if (this.#stuck.size === 0) this.#batchSize = mostAtOnce;
    }
    this.state.update((state) => (state.link === link ? state : { ...state, link }));
  }

  #apply({ entries, events }: { entries: readonly OutboxEntry[]; events: readonly OutboxEvent[] }): void {
    this.#change(entries);
    for (const event of events) for (const listener of this.#listeners) listener(event);
  }
}
