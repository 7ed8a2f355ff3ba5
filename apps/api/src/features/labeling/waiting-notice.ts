import type { App } from '../../lib/app.ts';
import { queuesOfTasks, waitingIn } from './labeling.queries.ts';

/** Counting a long queue takes milliseconds, and no page needs the figure more often than this. */
const quietMs = 1_000;

type Deps = Pick<App, 'db' | 'live' | 'log'>;

const touched = new WeakMap<Deps['db'], Set<string>>();

/**
 * Tells every open page how much waits in the queues of these tasks, a second later and once for all that is decided in
 * that second: twenty operators at work cost one count a second. Never throws: a figure is not worth a decision.
 */
export function announceWaiting(app: Deps, taskIds: readonly string[]): void {
  const known = touched.get(app.db);
  if (known) {
    for (const taskId of taskIds) known.add(taskId);
    return;
  }
  touched.set(app.db, new Set(taskIds));
  setTimeout(() => {
    const all = touched.get(app.db) ?? [];
    touched.delete(app.db);
    publishWaiting(app, [...all]).catch((error: unknown) => app.log.warn({ err: error }, 'waiting not announced'));
  }, quietMs).unref();
}

async function publishWaiting(app: Deps, taskIds: string[]): Promise<void> {
  for (const queue of await queuesOfTasks(app.db.prisma, taskIds)) {
    const waiting = await waitingIn(app.db.prisma, queue.id);
    await app.live.publish({ type: 'queue', queueKey: queue.key, waiting });
  }
}
