import type { LeaseRef } from '@jeoul/shared/labeling/contract';
import { ExternalStore } from '../../../lib/external-store.ts';
import { retryDelayMs, type SendFailure, sendFailureOf } from '../outbox/send-failure.ts';
import { inHeldOrder, storeHeldOrder } from './held-order.ts';
import { Presence } from './presence.ts';
import type { WorkApi } from './work-api.ts';
import { afterClaim, afterExtension, wantedTasks, withPredictions, type WorkState } from './work-state.ts';

type TaskSupplyDeps = {
  queueKey: string;
  leaseSeconds: number;
  api: WorkApi;
  work: ExternalStore<WorkState>;
  /** Tasks whose decisions or undos are still on their way: theirs alone to say what becomes of them. */
  unsettledTaskIds: () => readonly string[];
};

/** How often a drained queue is asked whether something came back to it. */
const probeMs = 30_000;

/**
 * Keeps tasks ahead of the operator: claims them in batches before they run out, makes their leases last while somebody
 * is at work, and gives them back when nobody is.
 */
export class TaskSupply {
  /** Why the last claim failed; null while claims succeed. */
  readonly trouble = new ExternalStore<SendFailure | null>(null);
  readonly #deps: TaskSupplyDeps;
  readonly #presence: Presence;
  readonly #beat: ReturnType<typeof setInterval>;
  readonly #probe: ReturnType<typeof setInterval>;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #isClaiming = false;
  #isClosed = false;
  /** Tasks decided since the claim under way was sent. */
  #settled = new Set<string>();

  constructor(deps: TaskSupplyDeps) {
    this.#deps = deps;
    this.#presence = new Presence(() => void this.extend());
    this.#beat = setInterval(
      () => {
        if (!this.#presence.isAway()) void this.extend();
      },
      (deps.leaseSeconds * 1000) / 3,
    );
    this.#probe = setInterval(() => this.probe(), probeMs);
  }

  /** Claims more tasks if few are left; returns at once. */
  refill(): void {
    const { work } = this.#deps;
    const count = work.get().isDrained ? 0 : wantedTasks(work.get().held.length);
    if (count > 0 && !this.#isClaiming && !this.#isClosed) void this.#claim(count);
  }

  /** The queue may have something again. */
  probe(): void {
    this.#deps.work.update((state) => (state.isDrained ? { ...state, isDrained: false } : state));
    this.refill();
  }

  /** Tries again at once after trouble. */
  nudge(): void {
    clearTimeout(this.#retry);
    this.refill();
    void this.extend();
  }

  /** A decided task must not come back by a claim that was sent before. */
  settle(taskId: string): void {
    this.#settled.add(taskId);
  }

  /** A task taken back may. */
  unsettle(taskId: string): void {
    this.#settled.delete(taskId);
  }

  async #claim(count: number): Promise<void> {
    const { api, work, queueKey, unsettledTaskIds } = this.#deps;
    this.#isClaiming = true;
    this.#settled = new Set();
    const held = work.get().held.map(({ task }) => task.taskId);
    try {
      const tasks = await api.claim(count, [...new Set([...held, ...unsettledTaskIds()])]);
      if (this.#isClosed) {
        api.release(tasks.map(({ taskId, fence }) => ({ taskId, fence })));
        return;
      }
      const ordered = held.length === 0 ? inHeldOrder(queueKey, tasks) : tasks;
      work.update((state) => afterClaim(state, { tasks: ordered, asked: count, settled: this.#settled }));
      this.#failures = 0;
      this.trouble.set(null);
    } catch (error) {
      this.trouble.set(sendFailureOf(error));
      this.#failures += 1;
      clearTimeout(this.#retry);
      this.#retry = setTimeout(() => this.refill(), retryDelayMs(this.#failures, Math.random()));
      return;
    } finally {
      this.#isClaiming = false;
    }
    this.refill();
  }

  /** Makes the leases last again, and lets go of tasks that are somebody else's by now. */
  async extend(): Promise<void> {
    const { api, work } = this.#deps;
    const leases = this.#leases();
    if (leases.length === 0 || this.#isClosed) return;
    const kept = await api.extend(leases).catch(() => null);
    // Unreachable: the leases may well hold, and the next beat asks again.
    if (kept === null || this.#isClosed) return;
    const fences = new Map(leases.map((lease) => [lease.taskId, lease.fence]));
    work.update((state) => {
      const sent = state.held.filter(({ task, fence }) => fences.get(task.taskId) === fence);
      return afterExtension(state, {
        sent: new Set(sent.map(({ task }) => task.taskId)),
        kept,
        isUnattended: this.#presence.isUnattended(),
      });
    });
    this.#presence.settle();
    this.refill();
  }

  /** Another model is live: asks it about the tasks to come. */
  async predictAgain(): Promise<void> {
    const { api, work } = this.#deps;
    const taskIds = work.get().held.map(({ task }) => task.taskId);
    if (taskIds.length === 0) return;
    const predictions = await api.predictions(taskIds).catch(() => null);
    if (predictions) work.update((state) => withPredictions(state, predictions));
  }

  /** Gives every task back; a page that is only loaded anew finds the same ones again. */
  letGo(): void {
    const { api, work, queueKey } = this.#deps;
    storeHeldOrder(
      queueKey,
      work.get().held.map(({ task }) => task.taskId),
    );
    api.release(this.#leases());
  }

  close(): void {
    this.#isClosed = true;
    this.#presence.close();
    clearInterval(this.#beat);
    clearInterval(this.#probe);
    clearTimeout(this.#retry);
  }

  #leases(): LeaseRef[] {
    return this.#deps.work
      .get()
      .held.flatMap(({ task, fence, isLost }) => (fence === null || isLost ? [] : { taskId: task.taskId, fence }));
  }
}
