import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hasErrorCode } from './error-code.ts';
import { DataFolderError, DataFolderInUseError } from './postgres/errors.ts';
import { startOfProcess } from './postgres/process-identity.ts';

/** The right to a data folder; `release` may be called twice. */
export type DataFolderLock = { release(): void };

type Holder = { pid: number; start: string | undefined; token: string };

/**
 * Takes the data folder for this process, creating the folder if need be.
 *
 * The lock names its holder by pid and by when that process started, so it dies with its holder: what a killed
 * process left behind is taken over, whoever has its pid now.
 *
 * @throws DataFolderInUseError when a running process (this one included) holds it, DataFolderError when it can't be made
 * or written.
 */
export function lockDataFolder(dataDir: string): DataFolderLock {
  const own: Holder = { pid: process.pid, start: startOfProcess(process.pid), token: randomUUID() };
  const { lockFile, draft } = writeDraft(dataDir, own);
  try {
    while (!linkIfAbsent(draft, lockFile)) {
      const holder = readHolder(lockFile);
      if (holder && isRunning(holder)) throw new DataFolderInUseError(path.dirname(lockFile), holder.pid);
      takeAway(lockFile, holder);
    }
  } finally {
    rmSync(draft);
  }
  return {
    release() {
      if (readHolder(lockFile)?.token === own.token) rmSync(lockFile);
    },
  };
}

/** The lock's content under another name: linked to its own, it appears whole, and no one reads it half written. */
function writeDraft(dataDir: string, holder: Holder): { lockFile: string; draft: string } {
  try {
    mkdirSync(dataDir, { recursive: true });
    const lockFile = path.join(realpathSync(dataDir), 'jeoul.lock');
    const draft = `${lockFile}.${holder.token}`;
    writeFileSync(draft, JSON.stringify(holder));
    return { lockFile, draft };
  } catch (error) {
    throw new DataFolderError(dataDir, error);
  }
}

/** Removes a dead holder's lock, unless a third process was faster and the lock there now is its own. */
function takeAway(lockFile: string, dead: Holder | undefined): void {
  const aside = `${lockFile}.${randomUUID()}`;
  try {
    renameSync(lockFile, aside);
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return;
    throw error;
  }
  if (readHolder(aside)?.token !== dead?.token) linkIfAbsent(aside, lockFile);
  rmSync(aside);
}

function linkIfAbsent(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (hasErrorCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function readHolder(lockFile: string): Holder | undefined {
  try {
    const { pid, start, token } = JSON.parse(readFileSync(lockFile, 'utf8'));
    return { pid: Number(pid), start, token };
  } catch {
    return undefined;
  }
}

function isRunning(holder: Holder): boolean {
  const start = startOfProcess(holder.pid);
  return start !== undefined && start === holder.start;
}
