import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';

const deadlock = '40P01';
const serializationFailure = '40001';
const maxTries = 4;

/** Runs `work` in a transaction of its own; one that lost a deadlock is run again from its beginning. */
export async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await once(pool, work);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      const isWorthTrying = (code === deadlock || code === serializationFailure) && tried < maxTries;
      if (!isWorthTrying) throw error;
      await delay(50 * tried * Math.random());
    }
  }
}

async function once<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Runs `work` in a transaction that is always undone: nothing of it stays. */
export async function inUndoneTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    return await work(client);
  } finally {
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure;
    });
    client.release(broken);
  }
}
