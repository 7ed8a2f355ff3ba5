import { Queue, Worker, type Processor } from 'bullmq';
import { createPostgresBackend, runMigrations } from 'bullmq';
import pg from 'pg';
import type { JobQueueName } from './definitions.ts';

/** Where BullMQ keeps its jobs: Postgres by default, Redis when REDIS_URL is set. */
export type JobsBackend = {
  queue(name: JobQueueName): Queue;
  worker(name: JobQueueName, processor: Processor, concurrency: number): Worker;
  close(): Promise<void>;
};

const lockMs = 10_000;

/** Opens the backend and brings BullMQ's own tables (schema `bullmq`) up to date. */
export async function openJobsBackend({
  databaseUrl,
  redisUrl,
}: {
  databaseUrl: string;
  redisUrl: string | null;
}): Promise<JobsBackend> {
  const workerOptions = { lockDuration: lockMs, stalledInterval: lockMs / 2, maxStalledCount: 5, autorun: true };
  if (redisUrl !== null) {
    const connection = { url: redisUrl, maxRetriesPerRequest: null };
    return {
      queue: (name) => new Queue(name, { connection }),
      worker: (name, processor, concurrency) =>
        new Worker(name, processor, { connection, concurrency, ...workerOptions }),
      close: async () => undefined,
    };
  }
  // One pool for all queues and workers; each worker also holds one connection of it to LISTEN.
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 12,
    application_name: 'jeoul-jobs',
    options: '-c search_path=bullmq',
  });
  pool.on('error', () => undefined);
  pool.on('connect', (connected) => connected.on('error', () => undefined));
  const client = await pool.connect();
  try {
    await runMigrations(client);
  } finally {
    client.release();
  }
  return {
    queue: (name) => new Queue(name, { connection: pool }, createPostgresBackend) as unknown as Queue,
    worker: (name, processor, concurrency) =>
      new Worker(
        name,
        processor,
        { connection: pool, concurrency, ...workerOptions },
        createPostgresBackend,
      ) as unknown as Worker,
    close: async () => {
      await pool.end();
    },
  };
}
