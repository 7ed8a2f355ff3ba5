import type { LeaseRef, LeasedTask, TaskPrediction } from '@jeoul/shared/labeling/contract';
import type { SimilarBatchInput, SimilarReceipt } from '@jeoul/shared/labeling/similar';
import { trpcClient } from '../../../lib/trpc.ts';
import type { DoneRow } from './work-state.ts';

const patienceMs = 20_000;
const recentRows = 30;
/** A page that is only loaded anew finds its tasks again within this time; others wait no longer for them. */
const graceSeconds = 15;
/** The server takes no more ids than this. */
const mostHeld = 200;

/** What the work page asks the server, always in the name of the person it works for. */
export function workApi(queueKey: string, asUserId: string) {
  const api = trpcClient.labeling;
  const signal = () => AbortSignal.timeout(patienceMs);
  return {
    claim: (count: number, holding: readonly string[]): Promise<LeasedTask[]> =>
      api.claim.mutate({ queueKey, count, holding: holding.slice(0, mostHeld), asUserId }, { signal: signal() }),
    /** Which of the leases still hold. */
    extend: async (leases: LeaseRef[]): Promise<ReadonlySet<string>> => {
      const kept = await api.extend.mutate({ leases, asUserId }, { signal: signal() });
      return new Set(kept.map((lease) => lease.taskId));
    },
    recent: async (): Promise<{ rows: DoneRow[]; hasMore: boolean }> => {
      const rows = await api.recent.query({ queueKey, limit: recentRows, asUserId }, { signal: signal() });
      return { rows, hasMore: rows.length === recentRows };
    },
    decideSimilar: (batch: Omit<SimilarBatchInput, 'queueKey'>): Promise<SimilarReceipt> =>
      api.similar.decide.mutate({ ...batch, queueKey, asUserId }, { signal: signal() }),
    undoBatch: (batchId: string) => api.similar.undo.mutate({ batchId, asUserId }, { signal: signal() }),
    ownDay: () => api.ownDay.query({ queueKey, asUserId }, { signal: signal() }),
    predictions: async (taskIds: string[]): Promise<ReadonlyMap<string, TaskPrediction | null>> => {
      const found = await api.predictions.query({ queueKey, taskIds }, { signal: signal() });
      return new Map(found.map(({ taskId, prediction }) => [taskId, prediction]));
    },
    /** Gives leases back while the page is going away, when nothing else is still sent. */
    release: (leases: LeaseRef[]): void => {
      if (leases.length === 0) return;
      fetch('/trpc/labeling.release', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ leases, graceSeconds, asUserId }),
        keepalive: true,
        // Leases that could not be given back end by themselves.
      }).catch(() => undefined);
    },
  };
}

export type WorkApi = ReturnType<typeof workApi>;
