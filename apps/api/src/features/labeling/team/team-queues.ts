import type { App } from '../../../lib/app.ts';
import { queueByKey } from '../labeling.service.ts';

export type TeamQueueRow = { id: string; key: string; slaMinutes: number };

/** The queue of a key, or all queues by key; throws NOT_FOUND. */
export async function queuesOf(app: Pick<App, 'db'>, queueKey: string | undefined): Promise<TeamQueueRow[]> {
  if (queueKey !== undefined) return [await queueByKey(app, queueKey)];
  return app.db.prisma.queue.findMany({ orderBy: { key: 'asc' }, select: { id: true, key: true, slaMinutes: true } });
}
