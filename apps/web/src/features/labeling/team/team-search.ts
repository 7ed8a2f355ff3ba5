import { type TeamRange, teamRanges } from '@jeoul/shared/labeling/team';
import { z } from 'zod';

/** Which queue (all where none is named) and how many days back, in the address. */
export const teamSearch = z.object({
  queue: z.string().min(1).max(60).optional().catch(undefined),
  days: z.literal(teamRanges).optional().catch(undefined),
});
export type TeamSearch = z.output<typeof teamSearch>;

export const usualDays: TeamRange = 7;

/** What the server is asked for an address. */
export function figuresOf({ queue, days = usualDays }: TeamSearch) {
  return { ...(queue === undefined ? {} : { queueKey: queue }), days };
}

export function backlogsOf({ queue }: TeamSearch) {
  return queue === undefined ? {} : { queueKey: queue };
}
