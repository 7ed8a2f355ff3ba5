import type { Database } from '@jeoul/db/client';
import type { DecisionTally } from '@jeoul/shared/labeling/team';
import { countDays, dayAfter, dayStart, firstLiveDay } from './counted-days.ts';
import { daySql, labelsSql, paceSql, standsSql, tallySql } from './counts.ts';

/** Whose decisions of which days: `from` and `to` are days in Seoul, both included. `userId` narrows them to one person. */
export type TallyScope = { queueIds: readonly string[]; from: string; to: string; now: Date; userId?: string };

export type OperatorDayRow = DecisionTally & { queueId: string; day: string; userId: string };
export type HourRow = DecisionTally & { queueId: string; hour: number };
export type LabelRow = { queueId: string; labelKey: string; chosen: number; proposed: number; accepted: number };
export type PaceRow = { userId: string; day: string; durationMs: number; answers: number };

/**
 * The parameters all statements below share: the queues, the first and the last counted day, the moments between which
 * decisions are read as they are, and whose. Counts the days that are over first where that is still to be done.
 */
export async function prepareTallies(db: Database, scope: TallyScope): Promise<unknown[]> {
  const { queueIds, from, to, now, userId = null } = scope;
  const live = [firstLiveDay(now), from].toSorted().at(-1) ?? from;
  const until = [live, dayAfter(to, 1)].toSorted()[0] ?? live;
  await countDays(db, { queueIds, from, until });
  return [queueIds, from, until, dayStart(live), dayStart(dayAfter(to, 1)), userId];
}

const counted = `queue_id = ANY($1::uuid[]) AND day >= $2::date AND day < $3::date`;
const live = `d.queue_id = ANY($1::uuid[]) AND d.decided_at >= $4::timestamptz AND d.decided_at < $5::timestamptz
  AND ($6::uuid IS NULL OR d.user_id = $6::uuid)`;
const ofPerson = 'AND ($6::uuid IS NULL OR user_id = $6::uuid)';

/** Every operator's days. */
export async function operatorDays(db: Database, values: unknown[]): Promise<OperatorDayRow[]> {
  const { rows } = await db.pool.query<OperatorDayRow>(
    `SELECT queue_id AS "queueId", day::text AS day, user_id AS "userId", answered, proposed, accepted, skipped,
            escalated, undone
     FROM operator_days WHERE ${counted} ${ofPerson}
     UNION ALL
     SELECT d.queue_id, ${daySql}::text, d.user_id, ${tallySql} FROM decisions d WHERE ${live} GROUP BY 1, 2, 3`,
    values,
  );
  return rows;
}

/** Today's hours in Seoul that have any decision. */
export async function hoursOf(db: Database, { queueIds, day }: { queueIds: readonly string[]; day: string }) {
  const { rows } = await db.pool.query<HourRow>(
    `SELECT d.queue_id AS "queueId", extract(hour FROM d.decided_at AT TIME ZONE 'Asia/Seoul')::int AS hour, ${tallySql}
     FROM decisions d WHERE d.queue_id = ANY($1::uuid[]) AND d.decided_at >= $2::timestamptz GROUP BY 1, 2`,
    [queueIds, dayStart(day)],
  );
  return rows;
}

/** So many answers a queue are told apart, the most given first. */
export const mostLabels = 60;

/** The commonest answers of each queue. */
export async function labelsOfRange(db: Database, values: unknown[]): Promise<LabelRow[]> {
  const { rows } = await db.pool.query<LabelRow>(
    `WITH summed AS (
       SELECT l.queue_id, l.label_key, sum(l.chosen)::int AS chosen, sum(l.proposed)::int AS proposed,
              sum(l.accepted)::int AS accepted
       FROM (
         SELECT queue_id, day, label_key, chosen, proposed, accepted FROM label_days WHERE ${counted}
         UNION ALL ${labelsSql('decisions', live)}
       ) l GROUP BY 1, 2
     ), placed AS (
       SELECT *, row_number() OVER (PARTITION BY queue_id ORDER BY chosen DESC, label_key) AS place FROM summed
     )
     SELECT queue_id AS "queueId", label_key AS "labelKey", chosen, proposed, accepted FROM placed
     WHERE place <= ${mostLabels} ORDER BY queue_id, place`,
    values,
  );
  return rows;
}

/** How often answers took how long, by person; by day too where `isDaily`. */
export async function pacesOf(db: Database, values: unknown[], { isDaily }: { isDaily: boolean }): Promise<PaceRow[]> {
  const day = isDaily ? 'p.day::text' : `''`;
  const { rows } = await db.pool.query<PaceRow>(
    `SELECT p.user_id AS "userId", ${day} AS day, p.duration_ms AS "durationMs", sum(p.answers)::int AS answers
     FROM (
       SELECT user_id, day, duration_ms, answers FROM pace_days WHERE ${counted} ${ofPerson}
       UNION ALL
       SELECT d.user_id, ${daySql}, ${paceSql}, count(*) FROM decisions d WHERE ${live} AND ${standsSql} GROUP BY 1, 2, 3
     ) p GROUP BY 1, 2, 3`,
    values,
  );
  return rows;
}
