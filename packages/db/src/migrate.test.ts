import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { applyMigrations, EditedMigrationError, FailedMigrationError, MissingMigrationError } from './migrate.ts';
import { runPrisma } from './prisma-command.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
let migrationsDir: string;
let client: pg.Client;

beforeEach(async () => {
  database = await createTestDatabase({ empty: true });
  migrationsDir = mkdtempSync(path.join(os.tmpdir(), 'jeoul-migrations-'));
  writeFileSync(path.join(migrationsDir, 'migration_lock.toml'), 'provider = "postgresql"\n');
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});

afterEach(async () => {
  await client.end();
  await database[Symbol.asyncDispose]();
  rmSync(migrationsDir, { recursive: true });
});

function write(name: string, sql: string): void {
  mkdirSync(path.join(migrationsDir, name), { recursive: true });
  writeFileSync(path.join(migrationsDir, name, 'migration.sql'), sql);
}

const apply = () => applyMigrations({ url: database.url, migrationsDir });

test('migrations are applied once, in the order of their names', async () => {
  write('20260102000000_second', 'INSERT INTO stores VALUES (1)');
  write('20260101000000_first', 'CREATE TABLE stores (id int)');
  expect(await apply()).toEqual({ applied: ['20260101000000_first', '20260102000000_second'] });
  expect(await apply()).toEqual({ applied: [] });
  write('20260103000000_third', 'INSERT INTO stores VALUES (2)');
  expect(await apply()).toEqual({ applied: ['20260103000000_third'] });
  const { rows } = await client.query('SELECT id FROM stores ORDER BY id');
  expect(rows).toEqual([{ id: 1 }, { id: 2 }]);
});

test('of several starts at once, one applies and the others wait for it', async () => {
  write('20260101000000_first', 'CREATE TABLE stores (id int); SELECT pg_sleep(0.2); INSERT INTO stores VALUES (1)');
  const outcomes = await Promise.all([apply(), apply(), apply(), apply()]);
  expect(outcomes.map(({ applied }) => applied.length).sort()).toEqual([0, 0, 0, 1]);
  const { rows } = await client.query('SELECT id FROM stores');
  expect(rows).toEqual([{ id: 1 }]);
});

test('a migration edited after it was applied is refused, and the rest is not applied', async () => {
  write('20260101000000_first', 'CREATE TABLE stores (id int)');
  await apply();
  write('20260101000000_first', 'CREATE TABLE stores (id bigint)');
  write('20260102000000_second', 'CREATE TABLE menus (id int)');
  const refusal = await apply().catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(EditedMigrationError);
  expect(refusal).toMatchObject({
    migrations: ['20260101000000_first'],
    message: expect.stringMatching(/Restore the file/),
  });
  expect((await client.query("SELECT to_regclass('menus') AS menus")).rows).toEqual([{ menus: null }]);
});

test('a database that knows more migrations than the folder is refused', async () => {
  write('20260101000000_first', 'CREATE TABLE stores (id int)');
  await apply();
  rmSync(path.join(migrationsDir, '20260101000000_first'), { recursive: true });
  const refusal = await apply().catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(MissingMigrationError);
  expect(refusal).toMatchObject({
    migrations: ['20260101000000_first'],
    message: expect.stringMatching(/Start the newer version/),
  });
});

test('a migration that fails leaves nothing, says why, and is applied once its obstacle is gone', async () => {
  write('20260101000000_first', 'CREATE TABLE stores (name text); INSERT INTO stores VALUES (1), (1)');
  write('20260102000000_second', 'CREATE TABLE menus (id int); CREATE UNIQUE INDEX ON stores (name)');
  const failure = await apply().catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(FailedMigrationError);
  expect(failure).toMatchObject({
    migrations: ['20260102000000_second'],
    message: expect.stringMatching(/duplicated[^]*Nothing of it was kept/),
  });
  expect((await client.query("SELECT to_regclass('menus') AS menus")).rows).toEqual([{ menus: null }]);
  const attempts = await client.query('SELECT logs FROM _prisma_migrations WHERE rolled_back_at IS NOT NULL');
  expect(attempts.rows).toEqual([{ logs: expect.stringContaining('could not create unique index') }]);

  await client.query('TRUNCATE stores');
  expect(await apply()).toEqual({ applied: ['20260102000000_second'] });
});

test('a migration is kept together with the note of it or not at all', async () => {
  write(
    '20260101000000_first',
    `CREATE TABLE stores (id int);
     CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no note'; END; $$;
     CREATE TRIGGER refuse BEFORE INSERT ON _prisma_migrations EXECUTE FUNCTION refuse();`,
  );
  await expect(apply()).rejects.toThrow(/20260101000000_first failed: no note/);
  expect((await client.query("SELECT to_regclass('stores') AS stores")).rows).toEqual([{ stores: null }]);
});

test('a process killed in the middle of a migration leaves nothing of it, and the next start applies it', async () => {
  write('20260101000000_first', 'CREATE TABLE stores (id int); SELECT pg_sleep(60)');
  const cutOff = apply().catch((error: unknown) => error);
  const killed =
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE $1 AND pid <> pg_backend_pid()';
  await expect.poll(async () => (await client.query(killed, ['CREATE TABLE stores%'])).rowCount).toBe(1);
  expect(await cutOff).toBeInstanceOf(Error);
  write('20260101000000_first', 'CREATE TABLE stores (id int)');
  expect(await apply()).toEqual({ applied: ['20260101000000_first'] });
});

test("Prisma's command line and this runner keep one history", async () => {
  write('20260101000000_first', 'CREATE TABLE stores (id int)');
  await apply();
  write('20260102000000_second', 'CREATE TABLE menus (id int); SELECT 1 / 0');
  const config = path.join(migrationsDir, 'prisma.config.mjs');
  const schema = path.join(migrationsDir, 'schema.prisma');
  writeFileSync(schema, 'datasource db {\n  provider = "postgresql"\n}\n');
  writeFileSync(
    config,
    `export default ${JSON.stringify({ schema, migrations: { path: migrationsDir }, datasource: { url: database.url } })}`,
  );
  const prisma = (...command: string[]) => runPrisma(['migrate', ...command, '--config', config], database.url);

  expect(await prisma('deploy')).toMatchObject({ status: 1, stderr: expect.stringMatching(/division by zero/) });
  const failure = await apply().catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(FailedMigrationError);
  expect(failure).toMatchObject({
    message: expect.stringMatching(/division by zero[^]*migrate resolve --rolled-back/),
  });

  expect(await prisma('resolve', '--rolled-back', '20260102000000_second')).toMatchObject({ status: 0 });
  write('20260102000000_second', 'CREATE TABLE menus (id int)');
  expect(await apply()).toEqual({ applied: ['20260102000000_second'] });
  expect(await prisma('status')).toMatchObject({ status: 0, stdout: expect.stringMatching(/up to date/) });
});
