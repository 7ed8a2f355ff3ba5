import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { withClient } from './with-client.ts';

/** The database and the folder of migrations do not fit together; the message says what to do. */
export class MigrationError extends Error {
  override name = 'MigrationError';
  readonly migrations: string[];

  constructor(message: string, migrations: string[], options?: ErrorOptions) {
    super(message, options);
    this.migrations = migrations;
  }
}

/** A migration was changed after this database had applied it. */
export class EditedMigrationError extends MigrationError {
  override name = 'EditedMigrationError';
}

/** A migration failed, now or when Prisma's command line applied it. */
export class FailedMigrationError extends MigrationError {
  override name = 'FailedMigrationError';
}

/** This database has applied migrations that the folder does not have. */
export class MissingMigrationError extends MigrationError {
  override name = 'MissingMigrationError';
}

/** A migration on disk; `checksum` is the SHA-256 of its SQL in hexadecimal, as Prisma keeps it. */
export type Migration = { name: string; sql: string; checksum: string };
type Row = { migration_name: string; checksum: string; finished_at: Date | null; logs: string | null };

// The key that Prisma's own engine locks, so that `prisma migrate deploy` waits for us too, and we for it.
const ADVISORY_LOCK = 72707369;

// As Prisma's engine makes it: its command line and this file can take turns on one database.
const TABLE = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

/**
 * Brings the database at `url` up to date with the migrations in `migrationsDir` (Prisma's format), each in a transaction
 * of its own, and returns the names of those it applied, in order. Several processes may call it at once: one applies,
 * the others wait and find nothing to do. Nothing is applied when the history does not fit.
 *
 * @throws EditedMigrationError, FailedMigrationError, MissingMigrationError
 */
export async function applyMigrations(options: { url: string; migrationsDir: string }): Promise<{ applied: string[] }> {
  const migrations = readMigrations(options.migrationsDir);
  // The lock goes with the connection.
  const applied = await withClient(options.url, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK]);
    await client.query(TABLE);
    const { rows } = await client.query<Row>(
      'SELECT migration_name, checksum, finished_at, logs FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at',
    );
    checkHistory(rows, migrations);
    const done = new Set(rows.map((row) => row.migration_name));
    const waiting = migrations.filter(({ name }) => !done.has(name));
    for (const migration of waiting) await apply(client, migration);
    return waiting.map(({ name }) => name);
  });
  return { applied };
}

/** The migrations of a folder in Prisma's format, in the order in which they are applied. */
export function readMigrations(migrationsDir: string): Migration[] {
  return readdirSync(migrationsDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .filter((name) => existsSync(path.join(migrationsDir, name, 'migration.sql')))
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(migrationsDir, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

function checkHistory(rows: Row[], migrations: Migration[]): void {
  const failed = rows.filter((row) => row.finished_at === null);
  if (failed.length > 0) throw failedEarlier(failed);

  const onDisk = new Map(migrations.map((migration) => [migration.name, migration.checksum]));
  const missing = rows.map((row) => row.migration_name).filter((name) => !onDisk.has(name));
  if (missing.length > 0) {
    throw new MissingMigrationError(
      `This database has applied ${missing.join(', ')}, which this version of Jeoul does not have. Start the newer version that made it, or restore the folder from version control.`,
      missing,
    );
  }
  const edited = rows.filter((row) => onDisk.get(row.migration_name) !== row.checksum).map((row) => row.migration_name);
  if (edited.length > 0) {
    throw new EditedMigrationError(
      `${edited.join(', ')} was changed after this database had applied it. Restore the file from version control, and put the change into a new migration.`,
      edited,
    );
  }
}

/** Only Prisma's command line leaves such rows: it applies a migration and notes the outcome in separate steps. */
function failedEarlier(failed: Row[]): FailedMigrationError {
  const names = failed.map((row) => row.migration_name);
  const reasons = failed.map((row) => row.logs ?? 'it was cut off').join('\n');
  return new FailedMigrationError(
    `${names.join(', ')} was begun and not finished: ${reasons}\nLook at what it left in the database, undo that, then note it with \`prisma migrate resolve --rolled-back NAME\` (or \`--applied NAME\` if all of it is there) and start again.`,
    names,
  );
}

/** The migration and its row are one transaction, so a process killed half-way leaves neither. */
async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const { name, checksum, sql } = migration;
  const columns = 'id, checksum, migration_name, started_at';
  try {
    await client.query('BEGIN');
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (${columns}, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (cause) {
    const reason = reasonOf(cause);
    try {
      await client.query('ROLLBACK');
      // Kept as a rolled-back attempt: it tells what happened, and does not stand in the way of the next.
      await client.query(
        `INSERT INTO _prisma_migrations (${columns}, rolled_back_at, logs) VALUES ($1, $2, $3, now(), now(), $4)`,
        [randomUUID(), checksum, name, reason],
      );
    } catch {
      // The connection is gone, and took the transaction with it.
    }
    throw new FailedMigrationError(
      `${name} failed: ${reason}\nNothing of it was kept. Remove what stands in its way and start again.`,
      [name],
      { cause },
    );
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // The detail names the row or the object that stands in the way.
  return error instanceof pg.DatabaseError && error.detail ? `${error.message} (${error.detail})` : error.message;
}
