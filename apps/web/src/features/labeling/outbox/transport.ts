import { trpcClient } from '../../../lib/trpc.ts';
import type { OutboxDeps } from './outbox.ts';

/** A connection that went dead without a word is given up after this, and the call made anew. */
const patienceMs = 20_000;

/** Decisions and undos sent to the server, refused there if somebody else is signed in by then. */
export function transportFor(asUserId: string): OutboxDeps['transport'] {
  return {
    decide: (decisions) =>
      trpcClient.labeling.decide.mutate({ decisions, asUserId }, { signal: AbortSignal.timeout(patienceMs) }),
    undo: (decisionId) =>
      trpcClient.labeling.undo.mutate({ decisionId, asUserId }, { signal: AbortSignal.timeout(patienceMs) }),
  };
}
