import { useEffect } from 'react';
import { useIsLive } from '../../../lib/live.tsx';
import { useMe } from '../../../lib/me.tsx';
import { openDesk } from './desk.ts';

/** Sends what this browser still keeps of the person's decisions, on whatever page of the console they are. */
export function DecisionSender() {
  const { id } = useMe();
  const isLive = useIsLive();
  useEffect(() => openDesk(id).release, [id]);
  useEffect(() => {
    if (!isLive) return;
    const { outbox, release } = openDesk(id);
    outbox.nudge();
    release();
  }, [id, isLive]);
  return null;
}
