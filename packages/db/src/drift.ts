import { existsSync } from 'node:fs';
import path from 'node:path';
import { PACKAGE_FOLDER, runPrisma } from './prisma-command.ts';

export type DriftOptions = {
  /** A Postgres in which a shadow database may be made. */
  url: string;
  /** The real one's path unless given. */
  schemaFile?: string;
  migrationsDir?: string;
};

/**
 * The SQL that would bring a database made by the migrations to what the schema says; `undefined` when they agree.
 *
 * @throws Error when a migration can't be applied or the schema is wrong.
 */
export async function findDrift(options: DriftOptions): Promise<string | undefined> {
  const schemaFile = options.schemaFile ?? path.join(PACKAGE_FOLDER, 'prisma', 'schema.prisma');
  const migrationsDir = options.migrationsDir ?? path.join(PACKAGE_FOLDER, 'prisma', 'migrations');
  const from = existsSync(migrationsDir) ? ['--from-migrations', migrationsDir] : ['--from-empty'];
  const outcome = await runPrisma(
    ['migrate', 'diff', ...from, '--to-schema', schemaFile, '--script', '--exit-code'],
    options.url,
  );
  if (outcome.status === 0) return undefined;
  if (outcome.status === 2) return outcome.stdout.trimStart();
  throw new Error(`prisma migrate diff failed:\n${outcome.stderr}${outcome.stdout}`);
}
