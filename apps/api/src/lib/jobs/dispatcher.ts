import type { Database } from '@jeoul/db/client';
import type { Queue } from 'bullmq';
import pg from 'pg';
import type { Logger } from 'pino';
import type { JobsBackend } from './backend.ts';
import { jobDefinitions, jobQueues, type JobName, type JobQueueName } from './definitions.ts';
import { outboxChannel } from './outbox.ts';

const pollMs = 1_000;
const batch = 500;

/** Hands the outbox's jobs to BullMQ: at once when notified, and every second in case a notification was lost. */
export class JobDispatcher {
  readonly #db: Database;
  readonly #url: string;
  readonly #log: Logger;
  readonly #queues: Map<JobQueueName, Queue>;
  #listener: pg.Client | null = null;
  #timer: NodeJS.Timeout | null = null;
  #draining: Promise<void> | null = null;
  #isClosed = false;

  constructor({ db, url, backend, log }: { db: Database; url: string; backend: JobsBackend; log: Logger }) {
    this.#db = db;
    this.#url = url;
    this.#log = log;
    this.#queues = new Map(jobQueues.map((name) => [name, backend.queue(name)]));
    for (const queue of this.#queues.values()) queue.on('error', (err) => log.warn({ err }, 'job queue'));
  }

  async start(): Promise<void> {
    this.#timer = setInterval(() => void this.drain(), pollMs);
    await this.#listen();
    await this.drain();
  }

  async #listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url, application_name: 'jeoul-outbox', keepAlive: true });
    const lost = () => {
      if (this.#listener !== client || this.#isClosed) return;
      this.#listener = null;
      // The poll covers the gap; listening again is only for promptness.
      setTimeout(() => void this.#listen().catch(() => lost()), 1_000).unref();
    };
    client.on('notification', () => void this.drain());
    client.on('error', lost);
    client.on('end', lost);
    this.#listener = client;
    await client.connect();
    await client.query(`LISTEN ${outboxChannel}`);
  }

  /** Hands over all that is owed. Calls made meanwhile share one round and a further one after it. */
  async drain(): Promise<void> {
    if (this.#isClosed) return;
    this.#draining ??= this.#drainAll().finally(() => {
      this.#draining = null;
    });
    await this.#draining;
  }

  async #drainAll(): Promise<void> {
    try {
      while ((await this.#handOver()) === batch);
    } catch (err) {
      if (!this.#isClosed) this.#log.warn({ err }, 'outbox not handed over, trying again');
    }
  }

  async #handOver(): Promise<number> {
    return this.#db.prisma.$transaction(async (tx) => {
      const rows = await tx.$queryRaw<{ id: string; name: string; payload: object }[]>`
        SELECT id::text, name, payload FROM job_outbox
        -- Kept in whole milliseconds, a time may have been rounded up.
        WHERE published_at IS NULL AND due_at <= now() + interval '1 millisecond'
        ORDER BY due_at, id LIMIT ${batch} FOR UPDATE SKIP LOCKED`;
      for (const [queueName, queue] of this.#queues) {
        const due = rows.filter((row) => jobDefinitions[row.name as JobName]?.queue === queueName);
        await queue.addBulk(
          due.map((row) => ({
            name: row.name,
            data: row.payload,
            opts: { jobId: row.id, attempts: 5, backoff: { type: 'exponential', delay: 1_000 } },
          })),
        );
      }
      await tx.$executeRaw`UPDATE job_outbox SET published_at = now() WHERE id = ANY(${rows.map((r) => r.id)}::uuid[])`;
      return rows.length;
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#timer) clearInterval(this.#timer);
    await this.#draining;
    await this.#listener?.end();
    for (const queue of this.#queues.values()) await queue.close();
  }
}
