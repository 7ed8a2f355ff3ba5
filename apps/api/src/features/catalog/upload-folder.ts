import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Where uploads wait for a worker on this machine. A worker elsewhere needs this folder shared with it. */
const folder = path.join(os.tmpdir(), 'jeoul-uploads');
const keptMs = 7 * 24 * 3600 * 1000;

/** Writes an upload to a file of its own, readable by this user alone, and returns its path. */
export async function keepUpload(content: Readable): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await removeForgotten();
  const file = path.join(folder, randomUUID());
  try {
    await pipeline(content, createWriteStream(file, { mode: 0o600 }));
    return file;
  } catch (error) {
    await dropUpload(file);
    throw error;
  }
}

export async function dropUpload(file: string): Promise<void> {
  await rm(file, { force: true });
}

/** Uploads whose import never came, because the process ended between the two. */
async function removeForgotten(): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    const stats = await stat(file).catch(() => null);
    if (stats !== null && Date.now() - stats.mtimeMs > keptMs) await dropUpload(file);
  }
}
