import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { isUnderWay as isJobUnderWay } from '../../lib/jobs-after.ts';
import { useLiveEvents, useLiveJobs } from '../../lib/live.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useNow } from '../../lib/use-now.ts';
import { isUnderWay } from './import-types.ts';

// Events are quicker; this is for those that were lost.
const recheckMs = 3_000;

/** An import as it stands, read again with every word of it. */
export function useImportReport(id: string | null) {
  const client = useQueryClient();
  useLiveEvents((event) => {
    if (id === null || event.type !== 'job' || event.id !== id) return;
    void client.invalidateQueries({ queryKey: trpc.catalog.import.queryKey({ id }) });
    if (!isJobUnderWay(event)) void client.invalidateQueries({ queryKey: trpc.catalog.imports.queryKey() });
  });
  return useQuery(
    trpc.catalog.import.queryOptions(id === null ? skipToken : { id }, {
      refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? recheckMs : false),
    }),
  );
}

/** How far a running import is, of 1, and the seconds it will still take; null until enough was heard to say. */
export function useImportProgress(
  id: string,
  startedAt: string,
): { fraction: number | null; secondsLeft: number | null } {
  const now = useNow(1_000);
  const job = useLiveJobs().find((known) => known.id === id);
  // A page opened in the middle knows nothing until the next event.
  if (job === undefined) return { fraction: null, secondsLeft: null };
  const { fraction } = job;
  const seconds = (now.getTime() - Date.parse(startedAt)) / 1000;
  const isTelling = fraction > 0.03 && seconds > 2;
  return { fraction, secondsLeft: isTelling ? Math.max(0, (seconds * (1 - fraction)) / fraction) : null };
}
