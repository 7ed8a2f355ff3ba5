import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useIsLive, useLiveEvents } from '../../lib/live.tsx';
import { trpc } from '../../lib/trpc.ts';

/**
 * Keeps what the page shows of a slot (of all without one) true while runs go on and champions change. Progress reads
 * only the slot anew; the end of a run and a promotion read everything. After a lost connection everything is read too.
 */
export function useModelEvents(slotKey?: string): void {
  const client = useQueryClient();
  const isLive = useIsLive();
  const wasLive = useRef(isLive);
  const readSlots = () => {
    for (const path of [trpc.models.slot, trpc.models.slots]) {
      // The answer on its way is new enough: dropping it at every event would show nothing on a slow line.
      void client.invalidateQueries({ queryKey: path.queryKey() }, { cancelRefetch: false });
    }
  };
  const readAll = () => void client.invalidateQueries({ queryKey: trpc.models.pathKey() });
  useLiveEvents((event) => {
    const isOther = (key: string | null) => slotKey !== undefined && key !== slotKey;
    if (event.type === 'promotion' && !isOther(event.slotKey)) readAll();
    if (event.type !== 'job' || event.name !== 'training' || isOther(event.subject)) return;
    const isUnderWay = event.state === 'running' || event.state === 'queued';
    if (isUnderWay) readSlots();
    else readAll();
  });
  useEffect(() => {
    if (isLive && !wasLive.current) readAll();
    wasLive.current = isLive;
  });
}
