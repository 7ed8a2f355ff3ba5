import type { TestProject } from 'vitest/node';
import { applyMigrations } from './migrate.ts';
import { DEFAULT_MIGRATIONS } from './prisma-command.ts';
import { withDatabase } from './database-url.ts';
import type { TestPostgres } from './test-postgres.d.ts';
import { startThrowawayPostgres } from './throwaway-postgres.ts';
import { withClient } from './with-client.ts';

const TEMPLATE = 'template_jeoul';

/**
 * Vitest's `globalSetup`: one Postgres for the whole run, with a template database that has all migrations applied.
 * `createTestDatabase` clones it.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startThrowawayPostgres();
  try {
    await makeTemplate(postgres.url);
  } catch (error) {
    await postgres[Symbol.asyncDispose]();
    throw error;
  }
  const testPostgres: TestPostgres = { url: postgres.url, template: TEMPLATE };
  project.provide('testPostgres', testPostgres);
  return () => postgres[Symbol.asyncDispose]();
}

async function makeTemplate(url: string): Promise<void> {
  await withClient(url, async (client) => {
    await client.query(`CREATE DATABASE ${TEMPLATE}`);
    await applyMigrations({
      url: withDatabase(url, TEMPLATE),
      migrationsDir: DEFAULT_MIGRATIONS,
    });
    // Postgres copies a template only while no one is connected to it: this keeps everyone out.
    await client.query(`ALTER DATABASE ${TEMPLATE} ALLOW_CONNECTIONS false`);
  });
}
