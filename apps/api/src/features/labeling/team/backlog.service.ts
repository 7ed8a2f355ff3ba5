import type { TeamBacklog } from '@jeoul/shared/labeling/team';
import type { App } from '../../../lib/app.ts';
import { agesOf, backlogOf } from './backlog.queries.ts';
import { dayStart, seoulDay } from './counted-days.ts';
import { queuesOf } from './team-queues.ts';

/** What waits right now, queue by queue; throws NOT_FOUND for an unknown queue. */
export async function teamBacklogs(app: Pick<App, 'db'>, input: { queueKey?: string }): Promise<TeamBacklog[]> {
  const day = seoulDay(new Date());
  const backlogs: TeamBacklog[] = [];
  // One after the other: a lead's page must not take the connections of those who decide.
  for (const queue of await queuesOf(app, input.queueKey)) {
    const scope = { queueId: queue.id, slaMinutes: queue.slaMinutes, today: dayStart(day) };
    const { oldestAt, answered, undone, ...counts } = await backlogOf(app.db, scope);
    const ages = await agesOf(app.db, { queueId: queue.id, waiting: counts.waiting });
    const secondsSince = (at: Date) => Math.max(0, (Date.now() - at.getTime()) / 1000);
    backlogs.push({
      queueKey: queue.key,
      slaMinutes: queue.slaMinutes,
      ...counts,
      day,
      today: { answered, undone },
      ages:
        ages === null || oldestAt === null
          ? null
          : {
              median: secondsSince(ages.median),
              p90: secondsSince(ages.p90),
              oldest: secondsSince(oldestAt),
              isEstimate: ages.isEstimate,
            },
    });
  }
  return backlogs;
}
