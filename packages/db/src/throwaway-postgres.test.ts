import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { startOfProcess } from './postgres/process-identity.ts';
import { PACKAGE_FOLDER } from './prisma-command.ts';
import { startThrowawayPostgres } from './throwaway-postgres.ts';
import { withClient } from './with-client.ts';

/** Starts one in another process, which is then killed; returns the data folder left behind. */
async function leaveOneBehind(): Promise<string> {
  const script = `
    import { startThrowawayPostgres } from './src/throwaway-postgres.ts';
    console.log((await startThrowawayPostgres()).dataDir);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    cwd: PACKAGE_FOLDER,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [dataDir] = await once(createInterface({ input: child.stdout }), 'line');
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
  return String(dataDir);
}

test('a throwaway Postgres answers, and leaves nothing when disposed of or when its process was killed', async () => {
  const left = await leaveOneBehind();
  const leftServer = Number.parseInt(readFileSync(path.join(left, 'postgres', 'postmaster.pid'), 'utf8'), 10);
  utimesSync(left, 0, 0);
  let own: string;
  {
    await using postgres = await startThrowawayPostgres();
    own = postgres.dataDir;
    const { rows } = await withClient(postgres.url, (client) => client.query('SELECT 1 AS one'));
    expect(rows).toEqual([{ one: 1 }]);
  }
  expect(existsSync(own)).toBe(false);
  expect(existsSync(left)).toBe(false);
  expect(startOfProcess(leftServer)).toBeUndefined();
});
