import type { DecisionTally, TeamFigures } from '@jeoul/shared/labeling/team';
import type { Drill } from './drill-link.tsx';

/** A day or an hour of the range, those without a decision among them. */
export type Moment = { key: string; day: string; hour: number | null; tallies: ReadonlyMap<string, DecisionTally> };

const dayMs = 86_400_000;
const hoursOfDay = 24;

/** All days of the range, or all hours of today, oldest first, with what each queue has of them. */
export function momentsOf({ from, to, moments }: Pick<TeamFigures, 'from' | 'to' | 'moments'>): Moment[] {
  const places =
    from === to
      ? Array.from({ length: hoursOfDay }, (_, hour) => ({ day: to, hour }))
      : daysOf(from, to).map((day) => ({ day, hour: null }));
  return places.map(({ day, hour }) => {
    const own = moments.filter((moment) => moment.day === day && moment.hour === hour);
    return {
      key: hour === null ? day : `${day} ${hour}`,
      day,
      hour,
      tallies: new Map(own.map((moment) => [moment.queueKey, moment])),
    };
  });
}

export function daysOf(from: string, to: string): string[] {
  const first = Date.parse(`${from}T00:00:00Z`);
  const count = Math.round((Date.parse(`${to}T00:00:00Z`) - first) / dayMs) + 1;
  return Array.from({ length: count }, (_, at) => new Date(first + at * dayMs).toISOString().slice(0, 10));
}

/** The list of a moment's decisions. */
export function drillOf({ day, hour }: Pick<Moment, 'day' | 'hour'>): Drill {
  return { view: 'decisions', since: day, until: day, ...(hour === null ? {} : { hour }) };
}
