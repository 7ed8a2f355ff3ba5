import type { Database } from '@jeoul/db/client';
import type { CappedCount } from '@jeoul/shared/labeling/team';
import { countCap } from '../labeling.queries.ts';
import { standsSql } from './counts.ts';

type Scope = { queueId: string; slaMinutes: number; today: Date };
export type BacklogRow = Record<'waiting' | 'deferred' | 'escalated' | 'past' | 'soon', CappedCount> & {
  held: number;
  answered: number;
  undone: number;
  lastDay: number;
  oldestAt: Date | null;
};

/** Tasks `t` of the queue that `where` picks, counted by an index and no further than the cap. */
const capped = (where: string) => `(SELECT count(*)::int FROM (
  SELECT FROM tasks t WHERE t.queue_id = $1::uuid AND t.state = 'open' AND ${where} LIMIT ${countCap}) counted)`;
const limit = `now() - make_interval(mins => $2::int)`;

/** What waits in one queue: a handful of counts, each of which an index bounds. */
export async function backlogOf(db: Database, { queueId, slaMinutes, today }: Scope): Promise<BacklogRow> {
  const { rows } = await db.pool.query<
    Record<
      'waiting' | 'deferred' | 'escalated' | 'past' | 'soon' | 'held' | 'answered' | 'undone' | 'lastDay',
      number
    > & {
      oldestAt: Date | null;
    }
  >(
    `SELECT ${capped('TRUE')} AS waiting,
       ${capped('t.deferred_until > now()')} AS deferred,
       ${capped('t.escalated_at IS NOT NULL')} AS escalated,
       ${capped(`t.created_at < ${limit}`)} AS past,
       ${capped(`t.created_at >= ${limit} AND t.created_at < ${limit} + interval '24 hours'`)} AS soon,
       (SELECT count(*)::int FROM tasks t WHERE t.queue_id = $1::uuid AND t.state = 'open'
          AND t.lease_holder_id IS NOT NULL AND t.lease_expires_at > now()) AS held,
       (SELECT count(*)::int FROM decisions d WHERE d.queue_id = $1::uuid
          AND d.decided_at >= now() - interval '24 hours' AND ${standsSql}) AS "lastDay",
       (SELECT t.created_at FROM tasks t WHERE t.queue_id = $1::uuid AND t.state = 'open'
          ORDER BY t.created_at LIMIT 1) AS "oldestAt", today.answered, today.undone
     FROM (SELECT count(*) FILTER (WHERE ${standsSql})::int AS answered,
                  count(*) FILTER (WHERE d.undone_at IS NOT NULL)::int AS undone
           FROM decisions d WHERE d.queue_id = $1::uuid AND d.decided_at >= $3::timestamptz) today`,
    [queueId, slaMinutes, today],
  );
  const [row] = rows;
  if (!row) throw new Error('an aggregate without a row');
  const asCapped = (count: number): CappedCount => ({ count, isCapped: count >= countCap });
  return {
    ...row,
    waiting: asCapped(row.waiting),
    deferred: asCapped(row.deferred),
    escalated: asCapped(row.escalated),
    past: asCapped(row.past),
    soon: asCapped(row.soon),
  };
}

export type AgeRow = { median: Date; p90: Date; isEstimate: boolean };

/** So many rows of the table stand for a queue too long to go through. */
const sampleRows = 50_000;

/**
 * When the task of median age and that of the 90th percentile came. Of a queue within the cap the index tells them; of a
 * longer one a sample of the table's pages does. Null while nothing waits, or where the sample met nothing.
 */
export async function agesOf(
  db: Database,
  { queueId, waiting }: { queueId: string; waiting: CappedCount },
): Promise<AgeRow | null> {
  if (waiting.count === 0) return null;
  if (waiting.isCapped) return sampledAges(db, queueId);
  // By nearest rank from the oldest: of 10, the 90th percentile of age is the second oldest.
  const at = (share: number) => Math.max(0, waiting.count - Math.ceil(share * waiting.count));
  const nth = (place: number) => `(SELECT t.created_at FROM tasks t WHERE t.queue_id = $1::uuid AND t.state = 'open'
    ORDER BY t.created_at OFFSET $${place}::int LIMIT 1)`;
  const { rows } = await db.pool.query<{ median: Date | null; p90: Date | null }>(
    `SELECT ${nth(2)} AS median, ${nth(3)} AS p90`,
    [queueId, at(0.5), at(0.9)],
  );
  return agesFrom(rows[0], false);
}

async function sampledAges(db: Database, queueId: string): Promise<AgeRow | null> {
  const { rows: sizes } = await db.pool.query<{ rows: number }>(
    `SELECT greatest(reltuples, 1)::float AS rows FROM pg_class WHERE oid = 'tasks'::regclass`,
  );
  const percent = Math.min(100, (100 * sampleRows) / (sizes[0]?.rows ?? 1));
  const { rows } = await db.pool.query<{ median: Date | null; p90: Date | null }>(
    `SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY t.created_at) AS median,
            percentile_disc(0.1) WITHIN GROUP (ORDER BY t.created_at) AS p90
     FROM tasks t TABLESAMPLE SYSTEM ($2) REPEATABLE (1) WHERE t.queue_id = $1::uuid AND t.state = 'open'`,
    [queueId, percent],
  );
  return agesFrom(rows[0], true);
}

function agesFrom(row: { median: Date | null; p90: Date | null } | undefined, isEstimate: boolean): AgeRow | null {
  return row?.median && row.p90 ? { median: row.median, p90: row.p90, isEstimate } : null;
}
