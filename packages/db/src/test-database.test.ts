import { readdirSync } from 'node:fs';
import pg from 'pg';
import { expect, test } from 'vitest';
import { DEFAULT_MIGRATIONS } from './prisma-command.ts';
import { createTestDatabase } from './test-database.ts';
import { withClient } from './with-client.ts';

async function query(url: string, sql: string): Promise<unknown[]> {
  return (await withClient(url, (client) => client.query(sql))).rows;
}

test('a new database has every migration applied', async () => {
  await using database = await createTestDatabase();
  const migrations = readdirSync(DEFAULT_MIGRATIONS, { withFileTypes: true });
  expect(await query(database.url, 'SELECT migration_name FROM _prisma_migrations ORDER BY 1')).toEqual(
    migrations.filter((entry) => entry.isDirectory()).map(({ name }) => ({ migration_name: name })),
  );
});

test('two databases do not see each other', async () => {
  await using one = await createTestDatabase();
  await using other = await createTestDatabase();
  await query(one.url, 'CREATE TABLE only_here (id int)');
  expect(await query(one.url, "SELECT to_regclass('only_here')::text AS name")).toEqual([{ name: 'only_here' }]);
  expect(await query(other.url, "SELECT to_regclass('only_here')::text AS name")).toEqual([{ name: null }]);
});

test('a database goes away at the end, whatever sessions are left open in it', async () => {
  const database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.url });
  const errors: Error[] = [];
  client.on('error', (error) => errors.push(error));
  await client.connect();
  await database[Symbol.asyncDispose]();
  await expect.poll(() => errors.length).toBeGreaterThan(0);
  await expect(query(database.url, 'SELECT 1')).rejects.toMatchObject({ code: '3D000' });
});
