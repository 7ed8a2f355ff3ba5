import { readFileSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasErrorCode } from '../error-code.ts';
import { EmbeddedPostgresError } from './errors.ts';
import { runsInFolder, startOfProcess } from './process-identity.ts';

const PATIENCE_MS = { SIGINT: 30_000, SIGQUIT: 5_000 };

/**
 * Stops the server that a killed Jeoul left running in this cluster, and clears away the note of one that is gone.
 * Only for the holder of the data folder's lock: to anyone else, a running server is a server in use.
 */
export async function stopLeftover(clusterFolder: string, onLog: (line: string) => void): Promise<void> {
  const folder = realpathSync(clusterFolder);
  const pid = serverPid(folder);
  if (pid === undefined || startOfProcess(pid) === undefined) return;
  if (!runsInFolder(pid, folder)) {
    // After a restart of the machine another process may have its pid, and Postgres would not start because of it.
    rmSync(path.join(folder, 'postmaster.pid'));
    return;
  }
  onLog(`Stopping the Postgres (process ${pid}) that an earlier Jeoul left running.`);
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    process.kill(pid, signal);
    const deadline = Date.now() + PATIENCE_MS[signal];
    while (Date.now() < deadline) {
      if (startOfProcess(pid) === undefined) return;
      await sleep(20);
    }
  }
  throw new EmbeddedPostgresError(
    `The Postgres left running in ${folder} (process ${pid}) does not stop; stop it by hand.`,
  );
}

function serverPid(folder: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(path.join(folder, 'postmaster.pid'), 'utf8'), 10);
    return pid > 0 ? pid : undefined;
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}
