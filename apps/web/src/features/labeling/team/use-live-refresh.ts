import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLiveEvents } from '../../../lib/live.tsx';
import { trpc } from '../../../lib/trpc.ts';

/** Figures are read again no more often than this, however much happens. */
const quietMs = 5_000;

/** Reads the team's figures again after something happened in a queue; what is shown stays until the new ones are there. */
export function useLiveRefresh(): void {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  useLiveEvents((event) => {
    if (event.type !== 'queue' || timer.current !== null) return;
    timer.current = setTimeout(() => {
      timer.current = null;
      void client.invalidateQueries({ queryKey: trpc.labeling.team.pathKey() });
    }, quietMs);
  });
}
