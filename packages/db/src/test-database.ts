import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { withDatabase } from './database-url.ts';
import type { TestPostgres } from './test-postgres.d.ts';
import { withClient } from './with-client.ts';

/** A database that one test file has to itself; `await using` drops it at the end. */
export type TestDatabase = { url: string; [Symbol.asyncDispose](): Promise<void> };

/**
 * A new database with all migrations applied and no rows, in the Postgres that `test-postgres.global.ts` started for
 * this run; with `empty`, one without the migrations. Dropping it ends whatever sessions a test left open.
 */
export async function createTestDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const { url, template }: TestPostgres = inject('testPostgres');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  // Copying the files beats going through the log, which is what Postgres does unless told otherwise.
  const source = options.empty ? 'template0' : template;
  await withClient(url, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${source} STRATEGY FILE_COPY`));
  return {
    url: withDatabase(url, name),
    [Symbol.asyncDispose]: async () => {
      await withClient(url, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}
