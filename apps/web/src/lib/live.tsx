import type { LiveEvent } from '@jeoul/shared/platform/live-events';
import { useSubscription } from '@trpc/tanstack-react-query';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { ExternalStore, useStore } from './external-store.ts';
import { trpc } from './trpc.ts';

export type LiveJob = Extract<LiveEvent, { type: 'job' }>;

const listeners = new Set<(event: LiveEvent) => void>();
const jobs = new ExternalStore<readonly LiveJob[]>([]);
const isConnected = new ExternalStore(true);

const mostKept = 20;
const isUnderWay = (job: LiveJob) => job.state === 'running' || job.state === 'queued';

/** The jobs after an event: the newest word on each, those under way first, the finished ones kept for the list. */
export function jobsAfter(known: readonly LiveJob[], event: LiveJob): readonly LiveJob[] {
  const others = known.filter((job) => job.id !== event.id);
  const all = [event, ...others];
  return [...all.filter(isUnderWay), ...all.filter((job) => !isUnderWay(job))].slice(0, mostKept);
}

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
  useEffect(() => isConnected.set(status === 'pending'), [status]);
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
