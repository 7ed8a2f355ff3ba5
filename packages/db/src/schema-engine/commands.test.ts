import { expect, test } from 'vitest';
import { createTestDatabase } from '../test-database.ts';
import { withClient } from '../with-client.ts';
import { runCommand } from './commands.ts';

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
  id   Int    @id
  name String
  @@index([name], map: "stores_named", where: raw("name <> ''"))
}
`;

/** What `prisma migrate dev` sends to have a migration made. */
function callsToMigrate(migration: string) {
  const params = {
    draft: false,
    migrationName: 'Next Step',
    schema: { files: [{ path: 'schema.prisma', content: SCHEMA }] },
    filters: { externalTables: [], externalEnums: [] },
    migrationsList: {
      baseDir: '/migrations',
      lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
      shadowDbInitScript: '',
      migrationDirectories: [
        {
          path: '20260101000000_first',
          migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: migration } },
        },
      ],
    },
  };
  return ['evaluateDataLoss', 'createMigration'].map((method) => ({ method, params }));
}

const TABLE = 'CREATE TABLE "Store" (id int CONSTRAINT "Store_pkey" PRIMARY KEY, name text NOT NULL);';
const INDEX = `CREATE INDEX stores_named ON "Store" (name) WHERE (name <> '');`;

test('migrate dev makes a missing partial index, and not one that is there', async () => {
  await using database = await createTestDatabase({ empty: true });
  const context = { url: database.url, schemaFiles: [], print: () => {} };
  const run = (migration: string) => Promise.all(callsToMigrate(migration).map((call) => runCommand(context, call)));

  expect(await run(TABLE)).toMatchObject([
    { migrationSteps: 1 },
    {
      generatedMigrationName: expect.stringMatching(/^\d{14}_next_step$/),
      migrationScript: expect.stringContaining('CREATE INDEX "stores_named" ON "Store"("name") WHERE'),
    },
  ]);
  expect(await run(TABLE + INDEX)).toMatchObject([{ migrationSteps: 0 }, { migrationScript: null }]);
});

test('no shadow database is left behind, not even by a migration that fails', async () => {
  await using database = await createTestDatabase({ empty: true });
  const context = { url: database.url, schemaFiles: [], print: () => {} };
  for (const call of callsToMigrate('SELECT 1 / 0')) {
    await expect(runCommand(context, call)).rejects.toThrow(/division by zero/);
  }
  const { rows } = await withClient(database.url, (client) =>
    client.query("SELECT datname FROM pg_database WHERE datname LIKE 'shadow_%' || current_database()"),
  );
  expect(rows).toEqual([]);
});
