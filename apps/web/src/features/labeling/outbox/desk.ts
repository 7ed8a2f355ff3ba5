import { Outbox } from './outbox.ts';
import { OutboxStore } from './outbox-store.ts';
import { sendFailureOf } from './send-failure.ts';
import { transportFor } from './transport.ts';
import { WorkingTab } from './working-tab.ts';

/** One person's outbox in this window, and the right to send from it. */
export type Desk = { outbox: Outbox; tab: WorkingTab };

type Shared = Desk & { userId: string; users: number; close: () => void };
let shared: Shared | null = null;

function open(userId: string): Shared {
  const outbox = new Outbox({
    userId,
    store: new OutboxStore(),
    transport: transportFor(userId),
    failureOf: sendFailureOf,
  });
  const tab = new WorkingTab(userId);
  const follow = () => (tab.isOurs.get() ? void outbox.resume() : outbox.pause());
  const unwatch = tab.isOurs.watch(follow);
  if (tab.isOurs.get()) follow();
  const nudge = () => outbox.nudge();
  const nudgeWhenSeen = () => document.visibilityState === 'visible' && outbox.nudge();
  window.addEventListener('online', nudge);
  document.addEventListener('visibilitychange', nudgeWhenSeen);
  const close = () => {
    window.removeEventListener('online', nudge);
    document.removeEventListener('visibilitychange', nudgeWhenSeen);
    unwatch();
    tab.close();
    outbox.pause();
  };
  return { userId, outbox, tab, users: 0, close };
}

/**
 * The window's one outbox of this person, for as long as anything uses it; whoever asks must call `release` at the end.
 * Another person's is closed first: their decisions stay in the browser until they sign in again.
 */
export function openDesk(userId: string): Desk & { release: () => void } {
  if (shared?.userId !== userId) {
    shared?.close();
    shared = open(userId);
  }
  const mine = shared;
  mine.users += 1;
  let isReleased = false;
  return {
    outbox: mine.outbox,
    tab: mine.tab,
    release: () => {
      if (isReleased) return;
      isReleased = true;
      mine.users -= 1;
      if (mine.users > 0) return;
      mine.close();
      if (shared === mine) shared = null;
    },
  };
}
