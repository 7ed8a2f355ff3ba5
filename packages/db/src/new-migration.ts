import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type DriftOptions, findDrift } from './drift.ts';
import { DEFAULT_MIGRATIONS } from './prisma-command.ts';

/** The migration's file, and what the schema says that it still does not make: SQL, or why it can't be applied. */
export type NewMigration = { file: string; rest: string | undefined };

/**
 * Writes what the schema has and the migrations lack as a new migration, named after the time and `name`; `undefined`, and
 * nothing written, when they agree. What the schema can't say, such as an extension to be made first, is put in by hand.
 */
export async function writeNewMigration(options: DriftOptions & { name: string }): Promise<NewMigration | undefined> {
  const sql = await findDrift(options);
  if (sql === undefined) return undefined;
  const migrationsDir = options.migrationsDir ?? DEFAULT_MIGRATIONS;
  const timestamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const folder = path.join(migrationsDir, `${timestamp}_${options.name}`);
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'migration.sql');
  writeFileSync(file, sql);
  writeFileSync(path.join(migrationsDir, 'migration_lock.toml'), 'provider = "postgresql"\n');
  return { file, rest: await findDrift(options).catch((error: unknown) => String(error)) };
}
