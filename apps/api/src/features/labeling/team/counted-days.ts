import type { Database } from '@jeoul/db/client';
import { dayCountLock } from '../../../lib/locks.ts';
import { labelsSql, paceSql, standsSql, tallySql } from './counts.ts';

/** After midnight so long a day is still read as it is: what was decided before may be committed later. */
const settleMs = 3600 * 1000;
const dayMs = 86_400_000;
const seoulOffsetMs = 9 * 3600 * 1000;

/** The day in Seoul of a moment, as `2026-11-22`. */
export function seoulDay(at: Date): string {
  return new Date(at.getTime() + seoulOffsetMs).toISOString().slice(0, 10);
}

/** When a day in Seoul begins. */
export function dayStart(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - seoulOffsetMs);
}

/** The day so many days after another. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** The first day that can't be counted once and for all yet: today, and yesterday for an hour after midnight. */
export function firstLiveDay(now: Date): string {
  return seoulDay(new Date(now.getTime() - settleMs));
}

/**
 * Sees to it that the queues' days from `from` up to `until` (left out) are counted: those never counted, and those in
 * which a decision has changed since (an undo, an import). Each day is a transaction of its own, so that what is done
 * stays done. Mostly there is nothing to do, which one statement tells.
 */
export async function countDays(
  db: Database,
  { queueIds, from, until }: { queueIds: readonly string[]; from: string; until: string },
): Promise<void> {
  const { rows } = await db.pool.query<{ queueId: string; day: string }>(
    `SELECT q.id AS "queueId", g.day::date::text AS day
     FROM unnest($1::uuid[]) AS q(id)
     CROSS JOIN generate_series($2::date, $3::date - 1, interval '1 day') AS g(day)
     WHERE NOT EXISTS (SELECT FROM counted_days c WHERE c.queue_id = q.id AND c.day = g.day::date)
        OR EXISTS (SELECT FROM changed_days m WHERE m.queue_id = q.id AND m.day = g.day::date)
     ORDER BY 1, 2`,
    [queueIds, from, until],
  );
  for (const { queueId, day } of rows) await countDay(db, queueId, day);
}

const tables = ['operator_days', 'label_days', 'pace_days', 'counted_days'] as const;
const where = 'd.queue_id = $1::uuid AND d.decided_at >= $3::timestamptz AND d.decided_at < $4::timestamptz';

/** All three in one statement, so that the day's decisions are fetched once. */
const countSql = `WITH fetched AS MATERIALIZED (
    SELECT d.queue_id, d.user_id, d.label_key, d.predicted_label_key, d.skip_reason, d.undone_at, d.decided_at, d.duration_ms
    FROM decisions d WHERE ${where}
  ), by_operator AS (
    INSERT INTO operator_days (queue_id, day, user_id, answered, proposed, accepted, skipped, escalated, undone)
    SELECT d.queue_id, $2::date, d.user_id, ${tallySql} FROM fetched d GROUP BY d.queue_id, d.user_id
  ), by_label AS (
    INSERT INTO label_days (queue_id, day, label_key, chosen, proposed, accepted)
    SELECT l.queue_id, $2::date, l.label_key, sum(l.chosen), sum(l.proposed), sum(l.accepted)
    FROM (${labelsSql('fetched', 'TRUE')}) l GROUP BY l.queue_id, l.label_key
  )
  INSERT INTO pace_days (queue_id, day, user_id, duration_ms, answers)
  SELECT d.queue_id, $2::date, d.user_id, ${paceSql}, count(*) FROM fetched d
  WHERE ${standsSql} GROUP BY d.queue_id, d.user_id, ${paceSql}`;

async function countDay(db: Database, queueId: string, day: string): Promise<void> {
  const key = [queueId, day];
  const range = [...key, dayStart(day), dayStart(dayAfter(day, 1))];
  const client = await db.pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [dayCountLock, queueId]);
    // First, and only what is committed by now: a change seen below whose mark is not costs another count, never a wrong one.
    await client.query('DELETE FROM changed_days WHERE queue_id = $1::uuid AND day = $2::date', key);
    for (const table of tables) {
      await client.query(`DELETE FROM ${table} WHERE queue_id = $1::uuid AND day = $2::date`, key);
    }
    await client.query(countSql, range);
    await client.query('INSERT INTO counted_days (queue_id, day) VALUES ($1::uuid, $2::date)', key);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
