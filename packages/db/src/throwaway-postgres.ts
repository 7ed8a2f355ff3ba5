import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { lockDataFolder } from './data-folder-lock.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { DataFolderInUseError } from './postgres/errors.ts';
import { stopLeftover } from './postgres/leftover.ts';

export type ThrowawayPostgres = { url: string; dataDir: string; [Symbol.asyncDispose](): Promise<void> };

const FOLDER_PREFIX = 'jeoul-postgres-';
// Younger ones may be just about to be locked by whoever made them.
const LEFTOVER_AGE_MS = 60_000;

/**
 * A Postgres of its own in a temporary folder, gone with all it held when disposed of. What a killed process left
 * behind of the kind is cleared away at the next start.
 */
export async function startThrowawayPostgres(): Promise<ThrowawayPostgres> {
  await removeLeftovers();
  const dataDir = await mkdtemp(path.join(os.tmpdir(), FOLDER_PREFIX));
  const removeFolder = () => rm(dataDir, { recursive: true, force: true });
  try {
    // Where the server runs as another user, that user must find its way through.
    await chmod(dataDir, 0o755);
    const postgres = await startEmbeddedPostgres({ dataDir, durability: 'throwaway', onLog: () => {} });
    return {
      url: postgres.url,
      dataDir,
      [Symbol.asyncDispose]: async () => {
        await postgres.stop();
        await removeFolder();
      },
    };
  } catch (error) {
    await removeFolder();
    throw error;
  }
}

async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(os.tmpdir())) {
    if (name.startsWith(FOLDER_PREFIX)) await removeIfLeftover(path.join(os.tmpdir(), name));
  }
}

async function removeIfLeftover(folder: string): Promise<void> {
  const { uid, mtimeMs } = await stat(folder);
  if (uid !== process.getuid?.() || Date.now() - mtimeMs < LEFTOVER_AGE_MS) return;
  try {
    lockDataFolder(folder);
  } catch (error) {
    if (error instanceof DataFolderInUseError) return;
    throw error;
  }
  await stopLeftover(path.join(folder, 'postgres'), () => {});
  await rm(folder, { recursive: true, force: true });
}
