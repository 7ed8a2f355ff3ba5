import type { OwnFigures, OwnPeriod, TeamFiguresInput } from '@jeoul/shared/labeling/team';
import type { App } from '../../../lib/app.ts';
import { dayAfter, dayStart, seoulDay } from './counted-days.ts';
import { secondsOf, shareOf, sumOf } from './estimates.ts';
import { ratesOf } from './figures.service.ts';
import { comparedAnswers } from './overlaps.queries.ts';
import { operatorDays, pacesOf, prepareTallies } from './tallies.queries.ts';
import { queuesOf } from './team-queues.ts';

/** The days before the range that a person is compared with: their own. */
const pastDays = 28;

type Input = TeamFiguresInput & { userId: string; now?: Date };

/** One person's own work and nobody else's: the range, the 28 days before it, and each day. Throws NOT_FOUND for an unknown queue. */
export async function ownFigures(app: Pick<App, 'db'>, input: Input): Promise<OwnFigures> {
  const { userId } = input;
  const now = input.now ?? new Date();
  const to = seoulDay(now);
  const from = dayAfter(to, 1 - input.days);
  const queues = await queuesOf(app, input.queueKey);
  const queueIds = queues.map(({ id }) => id);
  const first = dayAfter(from, -pastDays);
  const values = await prepareTallies(app.db, { queueIds, from: first, to, now, userId });
  const tallies = await operatorDays(app.db, values);
  const paces = await pacesOf(app.db, values, { isDaily: true });
  const range = { from: dayStart(first), to: dayStart(dayAfter(to, 1)), split: dayStart(from) };
  const checked = await comparedAnswers(app.db, { queueIds, ...range, userId });
  const periodOf = (isEarlier: boolean): OwnPeriod => {
    const isWithin = ({ day }: { day: string }) => day < from === isEarlier;
    const compared = checked.find((row) => row.isEarlier === isEarlier);
    return ratesOf(sumOf(tallies.filter(isWithin)), paces.filter(isWithin), compared);
  };
  const days = Array.from({ length: pastDays + input.days }, (_, at) => dayAfter(first, at));
  return {
    from,
    to,
    period: periodOf(false),
    past: periodOf(true),
    days: days.map((day) => {
      const tally = sumOf(tallies.filter((row) => row.day === day));
      return {
        day,
        ...tally,
        acceptance: shareOf(tally.accepted, tally.proposed),
        seconds: secondsOf(paces.filter((row) => row.day === day)),
      };
    }),
    queues: queues.map(({ id, key }) => ({
      queueKey: key,
      ...sumOf(tallies.filter((row) => row.queueId === id && row.day >= from)),
    })),
  };
}
