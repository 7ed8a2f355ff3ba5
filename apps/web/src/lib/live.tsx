import type { LiveEvent } from '@jeoul/shared/platform/live-events';
import { useSubscription } from '@trpc/tanstack-react-query';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { ExternalStore, useStore } from './external-store.ts';
import { jobsAfter, type LiveJob } from './jobs-after.ts';
import { trpc } from './trpc.ts';

const listeners = new Set<(event: LiveEvent) => void>();
const jobs = new ExternalStore<readonly LiveJob[]>([]);
/** A connection that is back within this time was never worth a word. */
const saidAfterMs = 3_000;
const isConnected = new ExternalStore(true);

/** The page's one live connection; mounted by the frame. */
export function LiveConnection() {
  const subscription = useSubscription(
    trpc.platform.live.subscriptionOptions(undefined, {
      onData: (event) => {
        if (event.type === 'job') jobs.update((known) => jobsAfter(known, event));
        for (const listener of listeners) listener(event);
      },
    }),
  );
  const { status } = subscription;
  useEffect(() => {
    if (status === 'pending') {
      isConnected.set(true);
      return undefined;
    }
    const timer = setTimeout(() => isConnected.set(false), saidAfterMs);
    return () => clearTimeout(timer);
  }, [status]);
  return null;
}

/** Calls back for every live event as long as the component is mounted. Events can be missed: read again on reconnect. */
export function useLiveEvents(onEvent: (event: LiveEvent) => void): void {
  const latest = useRef(onEvent);
  useLayoutEffect(() => {
    latest.current = onEvent;
  });
  useEffect(() => {
    const listener = (event: LiveEvent) => latest.current(event);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, []);
}

/** The jobs heard of since the page was opened, those under way first. */
export function useLiveJobs(): readonly LiveJob[] {
  return useStore(jobs);
}

/** Whether live events are arriving. */
export function useIsLive(): boolean {
  return useStore(isConnected);
}
