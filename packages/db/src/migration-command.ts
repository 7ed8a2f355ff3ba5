import { writeNewMigration } from './new-migration.ts';
import { startThrowawayPostgres } from './throwaway-postgres.ts';

// `pnpm --filter @jeoul/db migration NAME`
const name = process.argv[2] ?? '';
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  process.stderr.write('Usage: pnpm --filter @jeoul/db migration NAME   (lower case, words joined by _)\n');
  process.exit(1);
}

await using postgres = await startThrowawayPostgres();
const migration = await writeNewMigration({ url: postgres.url, name });
if (!migration) {
  process.stdout.write('The migrations already make what the schema says.\n');
} else {
  process.stdout.write(`Wrote ${migration.file}. Read it before you commit it.\n`);
  if (migration.rest !== undefined) {
    process.stderr.write(`It does not yet make what the schema says:\n${migration.rest}\n`);
    process.exitCode = 1;
  }
}
