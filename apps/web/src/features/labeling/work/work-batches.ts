import type { BatchUndoOutcome } from '@jeoul/shared/labeling/lists';
import type { SimilarReceipt } from '@jeoul/shared/labeling/similar';
import { TRPCClientError } from '@trpc/client';
import type { ExternalStore } from '../../../lib/external-store.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { WorkApi } from './work-api.ts';
import {
  afterBatch,
  afterBatchUndo,
  type DoneRow,
  type HeldTask,
  proposedKey,
  withLeaving,
  type WorkState,
} from './work-state.ts';

export type SimilarBatch = { held: HeldTask; labelKey: string; batchId: string; taskIds: readonly string[] };

type WorkBatchesDeps = {
  queueKey: string;
  work: ExternalStore<WorkState>;
  api: WorkApi;
  outbox: Outbox;
  /** Grows with everything the person does. */
  acts: () => number;
  /** These tasks are decided: no claim that is under way may bring them back. */
  onDecided: (taskIds: readonly string[]) => void;
  /** A batch was taken back; `null` when it was not, and why. */
  onUndone: (outcome: BatchUndoOutcome | null, error?: unknown) => void;
};

/** Decisions on their way longer than this say that the server can't be reached. */
const patienceMs = 15_000;

/**
 * Batches of one person in one queue. Unlike single decisions they wait for the server: what they touch is the server's to
 * say, and nothing is shown as done that is not.
 */
export class WorkBatches {
  readonly #deps: WorkBatchesDeps;
  #isUndoing = false;

  constructor(deps: WorkBatchesDeps) {
    this.#deps = deps;
  }

  /** Decides the task under the hand and those chosen with it. Sent again with the same id it does nothing more. */
  async decide({ held, labelKey, batchId, taskIds }: SimilarBatch): Promise<SimilarReceipt> {
    const { api, work, onDecided } = this.#deps;
    const { task } = held;
    await this.#allSent();
    const receipt = await api.decideSimilar({ batchId, taskId: task.taskId, similarTaskIds: [...taskIds], labelKey });
    const { tasks, stores, weeklyOrders } = receipt;
    const row: DoneRow = {
      decisionId: batchId,
      task,
      labelKey,
      skipReason: null,
      predictedLabelKey: proposedKey(task.prediction),
      decidedAt: new Date().toISOString(),
      batch: { tasks, stores, weeklyOrders },
    };
    work.update((state) => afterBatch(state, row, new Set(taskIds)));
    onDecided([task.taskId, ...taskIds]);
    return receipt;
  }

  /** Takes a batch back as one; while that is under way another press does nothing. */
  async undo({ decisionId }: DoneRow): Promise<void> {
    const { api, work, acts, onUndone } = this.#deps;
    if (this.#isUndoing) return;
    this.#isUndoing = true;
    work.update((state) => withLeaving(state, decisionId, true));
    const before = acts();
    try {
      const { task, ...outcome } = await api.undoBatch(decisionId);
      work.update((state) => afterBatchUndo(state, { decisionId, task, hasMoved: acts() !== before }));
      onUndone(outcome);
    } catch (error) {
      work.update((state) => withLeaving(state, decisionId, false));
      onUndone(null, error);
    } finally {
      this.#isUndoing = false;
    }
  }

  /** A decision made before the batch, perhaps on a task of it, must reach the server before. */
  async #allSent(): Promise<void> {
    const { outbox, queueKey } = this.#deps;
    const isSent = () =>
      outbox.state.get().entries.every((entry) => entry.kind === 'refused' || entry.queueKey !== queueKey);
    if (isSent()) return;
    await new Promise<void>((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        unwatch();
      };
      const unwatch = outbox.state.watch(() => {
        if (!isSent()) return;
        stop();
        resolve();
      });
      const timer = setTimeout(() => {
        stop();
        reject(new TRPCClientError('decisions made before are still waiting to be sent'));
      }, patienceMs);
      outbox.nudge();
    });
  }
}
