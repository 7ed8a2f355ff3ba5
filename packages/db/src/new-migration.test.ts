import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeNewMigration } from './new-migration.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await createTestDatabase({ empty: true });
  folder = mkdtempSync(path.join(os.tmpdir(), 'jeoul-new-migration-'));
});

afterEach(async () => {
  await database[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

test('a new migration makes what the schema says, and there is none when nothing is to be made', async () => {
  const schemaFile = path.join(folder, 'schema.prisma');
  const migrationsDir = path.join(folder, 'migrations');
  writeFileSync(schemaFile, 'datasource db {\n  provider = "postgresql"\n}\nmodel Store {\n  id Int @id\n}\n');
  const write = (name: string) => writeNewMigration({ url: database.url, schemaFile, migrationsDir, name });

  const first = await write('stores');
  expect(first).toEqual({ file: expect.stringMatching(/\/\d{14}_stores\/migration\.sql$/), rest: undefined });
  expect(readFileSync(first?.file ?? '', 'utf8')).toContain('CREATE TABLE "Store"');
  const files = readdirSync(migrationsDir);
  expect(await write('again')).toBeUndefined();
  expect(readdirSync(migrationsDir)).toEqual(files);
});
