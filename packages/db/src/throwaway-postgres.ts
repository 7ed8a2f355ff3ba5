import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from './embedded-postgres.ts';

export type ThrowawayPostgres = { url: string; [Symbol.asyncDispose](): Promise<void> };

/** A Postgres of its own in a temporary folder, gone with all it held when disposed of. */
export async function startThrowawayPostgres(): Promise<ThrowawayPostgres> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'jeoul-postgres-'));
  // Where the server runs as another user, that user must find its way through.
  await chmod(dataDir, 0o755);
  const removeFolder = () => rm(dataDir, { recursive: true, force: true });
  try {
    const postgres = await startEmbeddedPostgres({ dataDir, durability: 'throwaway', onLog: () => {} });
    return {
      url: postgres.url,
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
