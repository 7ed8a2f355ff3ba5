import type { Tx } from '@jeoul/db/client';
import type pg from 'pg';
import type { JobName, JobPayload } from './definitions.ts';

export const outboxChannel = 'jeoul_outbox';

/**
 * Owes BullMQ a job, in the transaction that causes it. The dispatcher is notified at commit and hands it over, or, with
 * `delaySeconds`, within a second of when it is due; the outbox row's id becomes the job's id, so a hand-over done twice
 * makes one job.
 */
export async function enqueueJob<N extends JobName>(
  tx: Tx,
  name: N,
  payload: JobPayload<N>,
  delaySeconds = 0,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO job_outbox (name, payload, due_at)
    VALUES (${name}, ${JSON.stringify(payload)}::jsonb, now() + make_interval(secs => ${delaySeconds}::float))`;
  if (delaySeconds === 0) await tx.$executeRaw`SELECT pg_notify(${outboxChannel}, '')`;
}

/**
 * Owes a job once for all who ask for it until it is handed over, at most `delaySeconds` later. The one owed already is
 * held until the caller's transaction ends, so that the job never runs before what it was asked for is stored.
 */
export async function enqueueJobOnce<N extends JobName>(
  client: pg.ClientBase,
  name: N,
  { payload, delaySeconds }: { payload: JobPayload<N>; delaySeconds: number },
): Promise<void> {
  const job = [name, JSON.stringify(payload)];
  const owed = await client.query(
    'SELECT 1 FROM job_outbox WHERE published_at IS NULL AND name = $1 AND payload = $2::jsonb FOR SHARE SKIP LOCKED',
    job,
  );
  if ((owed.rowCount ?? 0) > 0) return;
  await client.query(
    `INSERT INTO job_outbox (name, payload, due_at) VALUES ($1, $2::jsonb, now() + make_interval(secs => $3::float))`,
    [...job, delaySeconds],
  );
}
