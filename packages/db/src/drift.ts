import { existsSync, readFileSync } from 'node:fs';
import { readMigrations } from './migrate.ts';
import { DEFAULT_MIGRATIONS, DEFAULT_SCHEMA } from './prisma-command.ts';
import { sqlToSchema } from './schema-engine/commands.ts';
import { withSchemaEngine } from './schema-engine/engine.ts';

export type DriftOptions = {
  /** A Postgres in which a shadow database may be made. */
  url: string;
  /** This package's own unless given. */
  schemaFile?: string;
  migrationsDir?: string;
};

/**
 * The SQL that would bring a database made by the migrations to what the schema says; `undefined` when they agree. The
 * same as `prisma migrate diff --from-migrations … --to-schema … --script`, without waiting for the command line.
 *
 * @throws SchemaEngineError when a migration can't be applied or the schema is wrong.
 */
export async function findDrift(options: DriftOptions): Promise<string | undefined> {
  const { url, schemaFile = DEFAULT_SCHEMA, migrationsDir = DEFAULT_MIGRATIONS } = options;
  const migrations = existsSync(migrationsDir) ? readMigrations(migrationsDir) : [];
  const sql = await withSchemaEngine(url, [], (engine) =>
    sqlToSchema(engine, {
      migrationsList: {
        baseDir: migrationsDir,
        lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"' },
        shadowDbInitScript: '',
        migrationDirectories: migrations.map(({ name, sql }) => ({
          path: name,
          migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
        })),
      },
      schema: { files: [{ path: schemaFile, content: readFileSync(schemaFile, 'utf8') }] },
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  return sql === '' ? undefined : sql.trimStart();
}
