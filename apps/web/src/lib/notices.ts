import { ExternalStore } from './external-store.ts';

export type Notice = {
  id: number;
  text: string;
  tone: 'neutral' | 'harm';
  action?: { label: string; run: () => void };
};

const shownMs = { neutral: 6_000, harm: 12_000 };
const mostShown = 3;
let lastId = 0;

export const notices = new ExternalStore<readonly Notice[]>([]);

export function dismissNotice(id: number): void {
  notices.update((all) => all.filter((notice) => notice.id !== id));
}

/** Says one sentence at the foot of the page, with at most one thing to do about it, and takes it away by itself. */
export function notify(notice: Omit<Notice, 'id' | 'tone'> & { tone?: Notice['tone'] }): void {
  lastId += 1;
  const shown: Notice = { tone: 'neutral', ...notice, id: lastId };
  notices.update((all) => [...all.slice(1 - mostShown), shown]);
  setTimeout(dismissNotice, shownMs[shown.tone], shown.id);
}
