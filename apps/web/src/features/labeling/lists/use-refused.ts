import { useStoreList } from '../../../lib/external-store.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { OutboxEntry, RefusedEntry } from '../outbox/outbox-entry.ts';

/** The queue's refused decisions that nobody has put away yet, newest first. */
export function useRefused(outbox: Outbox, queueKey: string): readonly RefusedEntry[] {
  const isOfQueue = (entry: OutboxEntry): entry is RefusedEntry =>
    entry.kind === 'refused' && entry.queueKey === queueKey;
  return useStoreList(outbox.state, ({ entries }) => entries.filter(isOfQueue).reverse());
}
