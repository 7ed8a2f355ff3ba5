import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findDrift } from './drift.ts';
import { runPrisma } from './prisma-command.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await createTestDatabase({ empty: true });
  folder = mkdtempSync(path.join(os.tmpdir(), 'jeoul-drift-'));
});

afterEach(async () => {
  await database[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

const SCHEMA = `
generator client {
  provider        = "prisma-client"
  output          = "./generated"
  previewFeatures = ["partialIndexes"]
}
datasource db {
  provider = "postgresql"
}
model Store {
  id       Int      @id
  note     String   @default("a;b")
  tags     String[]
  closedAt DateTime?
  @@index([note], map: "stores_open", where: raw("\\"closedAt\\" IS NULL"))
  @@index([note(ops: raw("gin_trgm_ops"))], type: Gin, map: "stores_note")
}
`;

const MIGRATION = `
CREATE EXTENSION pg_trgm;
CREATE FUNCTION shout(text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN upper($1); END; $$;
CREATE TABLE "Store" (
  "id" INTEGER PRIMARY KEY, "note" TEXT NOT NULL DEFAULT 'a;b', "tags" TEXT[], "closedAt" TIMESTAMP(3)
);
CREATE INDEX "stores_open" ON "Store" ("note") WHERE ("closedAt" IS NULL);
CREATE INDEX "stores_note" ON "Store" USING gin ("note" gin_trgm_ops);
`;

function driftBetween(schema: string, migration: string): Promise<string | undefined> {
  const schemaFile = path.join(folder, 'schema.prisma');
  const migrationsDir = path.join(folder, 'migrations');
  mkdirSync(path.join(migrationsDir, '20260101000000_first'), { recursive: true });
  writeFileSync(schemaFile, schema);
  writeFileSync(path.join(migrationsDir, 'migration_lock.toml'), 'provider = "postgresql"\n');
  writeFileSync(path.join(migrationsDir, '20260101000000_first', 'migration.sql'), migration);
  return findDrift({ url: database.url, schemaFile, migrationsDir });
}

test('the migrations make what the schema says', async () => {
  expect(await findDrift({ url: database.url })).toBeUndefined();
});

test('arrays, partial and trigram indexes, functions and semicolons in strings are no drift', async () => {
  expect(await driftBetween(SCHEMA, MIGRATION)).toBeUndefined();
});

test('a column and a partial index that no migration makes are named', async () => {
  const wider = SCHEMA.replace('@@index([note], map', 'seats Int\n  @@index([note], map').replace(
    'IS NULL',
    'IS NOT NULL',
  );
  const drift = await driftBetween(wider, MIGRATION);
  expect(drift).toContain('ADD COLUMN     "seats" INTEGER NOT NULL');
  expect(drift).toContain('CREATE INDEX "stores_open" ON "Store"("note") WHERE ("closedAt" IS NOT NULL)');
});

test("Prisma's command line finds the same", async () => {
  const wider = SCHEMA.replace('@@index([note], map', 'seats Int\n  @@index([note], map');
  const drift = await driftBetween(wider, MIGRATION);
  const [schemaFile, migrationsDir] = [path.join(folder, 'schema.prisma'), path.join(folder, 'migrations')];
  const command = ['migrate', 'diff', '--from-migrations', migrationsDir, '--to-schema', schemaFile];
  const outcome = await runPrisma([...command, '--script', '--exit-code'], database.url);
  expect(outcome).toMatchObject({ status: 2, stdout: expect.stringContaining(drift?.trim() ?? 'nothing') });
});

test('a migration that does not apply is an error with its reason', async () => {
  await expect(driftBetween(SCHEMA, 'CREATE TABLE stores (id nonsense)')).rejects.toThrow(
    /type "nonsense" does not exist/,
  );
});
