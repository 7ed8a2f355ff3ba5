import type { Tx } from '@jeoul/db/client';
import type { JobName, JobPayload } from './definitions.ts';

export const outboxChannel = 'jeoul_outbox';

/**
 * Owes BullMQ a job, in the transaction that causes it. The dispatcher is notified at commit and hands it over; the
 * outbox row's id becomes the job's id, so a hand-over done twice makes one job.
 */
export async function enqueueJob<N extends JobName>(tx: Tx, name: N, payload: JobPayload<N>): Promise<void> {
  await tx.$executeRaw`INSERT INTO job_outbox (name, payload) VALUES (${name}, ${JSON.stringify(payload)}::jsonb)`;
  await tx.$executeRaw`SELECT pg_notify(${outboxChannel}, '')`;
}
