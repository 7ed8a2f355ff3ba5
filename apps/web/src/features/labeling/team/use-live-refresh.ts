import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLiveEvents } from '../../../lib/live.tsx';
import { trpc } from '../../../lib/trpc.ts';

/** What waits is read again no more often than this however much happens, and what was done, which takes longer, than this. */
const quietMs = { backlogs: 5_000, done: 15_000 };

type Keys = readonly (readonly unknown[])[];

function useReadAgain(keys: Keys, afterMs: number): () => void {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  return () => {
    if (timer.current !== null) return;
    timer.current = setTimeout(() => {
      timer.current = null;
      for (const queryKey of keys) void client.invalidateQueries({ queryKey });
    }, afterMs);
  };
}

/** Reads the team's figures again after something happened in a queue; what is shown stays until the new ones are there. */
export function useLiveRefresh(): void {
  const { backlogs, figures, own } = trpc.labeling.team;
  const readBacklogs = useReadAgain([backlogs.pathKey()], quietMs.backlogs);
  const readDone = useReadAgain([figures.pathKey(), own.pathKey()], quietMs.done);
  useLiveEvents((event) => {
    if (event.type !== 'queue') return;
    readBacklogs();
    readDone();
  });
}
