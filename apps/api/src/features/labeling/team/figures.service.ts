import type {
  DecisionTally,
  TeamFigures,
  TeamFiguresInput,
  TeamMoment,
  TeamOperator,
} from '@jeoul/shared/labeling/team';
import type { App } from '../../../lib/app.ts';
import { agreementOf } from './agreement.ts';
import { dayAfter, dayStart, seoulDay } from './counted-days.ts';
import { secondsOf, shareOf, sumOf } from './estimates.ts';
import { type ComparedRow, comparedAnswers, overlapAnswers } from './overlaps.queries.ts';
import {
  hoursOf,
  labelsOfRange,
  type OperatorDayRow,
  operatorDays,
  type PaceRow,
  pacesOf,
  prepareTallies,
} from './tallies.queries.ts';
import { queuesOf, type TeamQueueRow } from './team-queues.ts';

type Input = TeamFiguresInput & { userId: string; now?: Date };

/**
 * What was done in one queue or all, in whole days of Asia/Seoul up to now: by day (by hour where only today is asked
 * for), queue, answer and operator, and how far people agree. Operators come by name, the asker first. Throws NOT_FOUND
 * for an unknown queue.
 */
export async function teamFigures(app: Pick<App, 'db'>, input: Input): Promise<TeamFigures> {
  const { db } = app;
  const now = input.now ?? new Date();
  const to = seoulDay(now);
  const from = dayAfter(to, 1 - input.days);
  const queues = await queuesOf(app, input.queueKey);
  const queueIds = queues.map(({ id }) => id);
  const keyOf = keysOf(queues);
  // One after the other: a lead's page must not take the connections of those who decide.
  const values = await prepareTallies(db, { queueIds, from, to, now });
  const days = await operatorDays(db, values);
  const hours = input.days === 1 ? await hoursOf(db, { queueIds, day: to }) : null;
  const labels = await labelsOfRange(db, values);
  const paces = await pacesOf(db, values, { isDaily: false });
  const range = { from: dayStart(from), to: dayStart(dayAfter(to, 1)) };
  const compared = await comparedAnswers(db, { queueIds, ...range });
  const overlaps = [];
  for (const { id, key } of queues) overlaps.push({ key, rows: await overlapAnswers(db, { queueId: id, ...range }) });
  const people = await namesOf(app, [
    ...days.map((row) => row.userId),
    ...overlaps.flatMap(({ rows }) => rows.map((row) => row.userId)),
  ]);
  const nameOf = (userId: string) => people.get(userId) ?? '';
  return {
    from,
    to,
    moments: hours
      ? hours.map(({ queueId, ...row }) => ({ ...row, queueKey: keyOf(queueId), day: to }))
      : momentsOf(days, keyOf),
    queues: queues.map(({ id, key }) => {
      const tally = sumOf(days.filter((row) => row.queueId === id));
      return { queueKey: key, ...tally, acceptance: shareOf(tally.accepted, tally.proposed) };
    }),
    labels: labels.map(({ queueId, ...row }) => ({
      ...row,
      queueKey: keyOf(queueId),
      acceptance: shareOf(row.accepted, row.proposed),
    })),
    agreement: overlaps.map(({ key, rows }) => agreementOf(key, rows, nameOf)),
    operators: operatorsOf({ days, paces, compared, nameOf, keyOf, ownId: input.userId }),
  };
}

function keysOf(queues: readonly TeamQueueRow[]): (queueId: string) => string {
  const keys = new Map(queues.map(({ id, key }) => [id, key]));
  return (queueId) => keys.get(queueId) ?? '';
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

function momentsOf(days: readonly OperatorDayRow[], keyOf: (queueId: string) => string): TeamMoment[] {
  return [...grouped(days, (row) => `${row.day} ${row.queueId}`).values()].flatMap((rows) =>
    rows.slice(0, 1).map(({ day, queueId }) => ({ queueKey: keyOf(queueId), day, hour: null, ...sumOf(rows) })),
  );
}

type OperatorRows = {
  days: readonly OperatorDayRow[];
  paces: readonly PaceRow[];
  compared: readonly ComparedRow[];
  nameOf: (userId: string) => string;
  keyOf: (queueId: string) => string;
  ownId: string;
};

function operatorsOf({ days, paces, compared, nameOf, keyOf, ownId }: OperatorRows): TeamOperator[] {
  const pacesOfPerson = grouped(paces, (row) => row.userId);
  const operators = [...grouped(days, (row) => row.userId)].map(([userId, rows]): TeamOperator => {
    const tally = sumOf(rows);
    const checked = compared.find((row) => row.userId === userId);
    return {
      userId,
      name: nameOf(userId),
      isSelf: userId === ownId,
      queues: [...grouped(rows, (row) => keyOf(row.queueId))].map(([queueKey, own]) => {
        return { queueKey, answered: sumOf(own).answered };
      }),
      ...ratesOf(tally, pacesOfPerson.get(userId) ?? [], checked),
    };
  });
  return operators.toSorted(
    (one, other) => Number(other.isSelf) - Number(one.isSelf) || one.name.localeCompare(other.name, 'ko'),
  );
}

/** What is said of one person's decisions, each with its interval where there are enough. */
export function ratesOf(
  tally: DecisionTally,
  paces: readonly { durationMs: number; answers: number }[],
  checked: Pick<ComparedRow, 'compared' | 'upheld'> | undefined,
) {
  const { compared, upheld } = checked ?? { compared: 0, upheld: 0 };
  return {
    ...tally,
    acceptance: shareOf(tally.accepted, tally.proposed),
    seconds: secondsOf(paces),
    compared,
    upheld,
    accuracy: shareOf(upheld, compared),
  };
}

async function namesOf(app: Pick<App, 'db'>, userIds: readonly string[]): Promise<Map<string, string>> {
  const users = await app.db.prisma.user.findMany({
    where: { id: { in: [...new Set(userIds)] } },
    select: { id: true, name: true },
  });
  return new Map(users.map(({ id, name }) => [id, name]));
}
