import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findDrift } from './drift.ts';
import { PACKAGE_FOLDER } from './prisma-command.ts';
import { startThrowawayPostgres } from './throwaway-postgres.ts';

// `pnpm --filter @jeoul/db migration NAME`: writes what the schema has and the migrations lack as a new migration.
const name = process.argv[2] ?? '';
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  process.stderr.write('Usage: pnpm --filter @jeoul/db migration NAME   (lower case, words joined by _)\n');
  process.exit(1);
}

await using postgres = await startThrowawayPostgres();
const sql = await findDrift({ url: postgres.url });
if (sql === undefined) {
  process.stdout.write('The migrations already make what the schema says.\n');
} else {
  const migrationsDir = path.join(PACKAGE_FOLDER, 'prisma', 'migrations');
  const timestamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const folder = path.join(migrationsDir, `${timestamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'migration.sql'), sql);
  writeFileSync(path.join(migrationsDir, 'migration_lock.toml'), 'provider = "postgresql"\n');
  process.stdout.write(`Wrote ${path.join(folder, 'migration.sql')}. Read it before you commit it.\n`);
  // What the schema can't say, such as an extension to be made first, is written into the migration by hand.
  const rest = await findDrift({ url: postgres.url }).catch((error: unknown) => String(error));
  if (rest !== undefined) {
    process.stderr.write(`It does not yet make what the schema says:\n${rest}\n`);
    process.exitCode = 1;
  }
}
