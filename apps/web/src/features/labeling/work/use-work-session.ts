import type { BatchUndoOutcome } from '@jeoul/shared/labeling/lists';
import i18next from 'i18next';
import { useEffect, useState } from 'react';
import { describeError } from '../../../lib/error-text.ts';
import { useLiveEvents } from '../../../lib/live.tsx';
import { useMe } from '../../../lib/me.tsx';
import { notify } from '../../../lib/notices.ts';
import type { RouterOutputs } from '../../../lib/trpc.ts';
import { type Desk, openDesk } from '../outbox/desk.ts';
import { workApi } from './work-api.ts';
import { WorkSession } from './work-session.ts';

/** Says what became of a batch that was to be taken back. */
function onBatchUndone(outcome: BatchUndoOutcome | null, error?: unknown): void {
  if (outcome === null) return notify({ text: describeError(error).text, tone: 'harm' });
  const { undone, tooLate } = outcome;
  notify({ text: i18next.t(tooLate > 0 ? 'similar.undonePartly' : 'similar.undone', { undone, tooLate }) });
}

export type Queue = RouterOutputs['labeling']['queues'][number];

/** `session` is null while this browser's own decisions are read, and while another window works. */
export type OpenWork = { desk: Desk; session: WorkSession | null; isElsewhere: boolean };

/** Works in the queue as long as the page is mounted, in the one window that has the right to. */
export function useWorkSession(queue: Queue): OpenWork | null {
  const { id: userId } = useMe();
  const [work, setWork] = useState<OpenWork | null>(null);
  const { key, slotKey, leaseSeconds } = queue;
  useEffect(() => {
    const { outbox, tab, release } = openDesk(userId);
    const desk = { outbox, tab };
    let session: WorkSession | null = null;
    let hadIt = false;
    const follow = () => {
      const isOurs = tab.isOurs.get();
      hadIt ||= isOurs;
      const isReady = isOurs && outbox.state.get().isRead;
      if (isReady && session === null) {
        const onUndoRefused = () => notify({ text: i18next.t('labeling.undoRefused'), tone: 'harm' });
        session = new WorkSession({
          queue: { key, slotKey, leaseSeconds },
          desk,
          api: workApi(key, userId),
          onUndoRefused,
          onBatchUndone,
        });
      } else if (!isReady && session !== null) {
        session.close();
        session = null;
      } else if (isReady) return;
      setWork({ desk, session, isElsewhere: hadIt && !isOurs });
    };
    const unwatch = [tab.isOurs.watch(follow), outbox.state.watch(follow)];
    tab.take();
    follow();
    return () => {
      for (const stop of unwatch) stop();
      session?.close();
      release();
    };
  }, [userId, key, slotKey, leaseSeconds]);
  useLiveEvents((event) => work?.session?.onLive(event));
  const session = work?.session ?? null;
  useEffect(() => session?.waitingIs(queue.waiting), [session, queue.waiting]);
  return work;
}
