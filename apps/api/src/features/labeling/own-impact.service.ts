import type { Verdict } from '@jeoul/shared/models/contract';
import type { App } from '../../lib/app.ts';
import { seoulDayStart } from '../../lib/seoul-day.ts';
import { type DecidedCounts, decidedSince, type LearnedRow, versionsWithOwn } from './own-impact.queries.ts';

/** The days (Asia/Seoul) that are looked back on, today among them. */
const days = 7;

export type OwnImpact = {
  today: DecidedCounts;
  week: DecidedCounts;
  slots: {
    slotKey: string;
    nameKo: string;
    nameEn: string;
    /** Standing resolutions that the person's decisions of the week gave. */
    given: number;
    /** Those that no version has learned from yet. */
    waiting: number;
    /** The versions whose data set holds any of them, newest first. */
    versions: { number: number; verdict: Verdict; isLive: boolean; held: number }[];
  }[];
};

/** What came of a person's decisions: those of today and of seven days, and the model versions they went into. */
export async function ownImpact(app: Pick<App, 'db'>, userId: string): Promise<OwnImpact> {
  const since = seoulDayStart({ daysAgo: days - 1 });
  const [counts, rows] = await Promise.all([
    decidedSince(app.db.prisma, { userId, today: seoulDayStart(), since }),
    versionsWithOwn(app.db.prisma, { userId, since }),
  ]);
  const keys = [...new Set(rows.map((row) => row.slotKey))];
  const slots = keys.flatMap((key) => slotOf(rows.filter((row) => row.slotKey === key)));
  return { today: counts.today, week: counts.since, slots };
}

function slotOf(rows: readonly LearnedRow[]): OwnImpact['slots'] {
  const [first] = rows;
  if (!first) return [];
  const { slotKey, nameKo, nameEn, given } = first;
  const versions = rows.flatMap(({ number, verdict, isLive, held }) =>
    number === null || verdict === null || held === 0 ? [] : [{ number, verdict, isLive, held }],
  );
  const learned = Math.max(0, ...versions.map((version) => version.held));
  return [{ slotKey, nameKo, nameEn, given, waiting: given - learned, versions }];
}
