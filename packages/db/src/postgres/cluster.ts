import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { PostgresBinaries } from './binaries.ts';
import { EmbeddedPostgresError } from './errors.ts';
import type { OsUser } from './os-user.ts';
import type { Durability } from './settings.ts';

/** The one role of an embedded cluster, which owns everything in it. */
export const SUPERUSER = 'jeoul';

/** A cluster on disk, made by `ensureCluster`. */
export type Cluster = { folder: string; password: string };

/** What runs a cluster: which programs, as whom (`undefined`: as this process's user), how carefully. */
export type Runtime = { binaries: PostgresBinaries; osUser: OsUser | undefined; durability: Durability };

/**
 * The `-D` argument and working folder for a Postgres program. Under another user the folder is named by way of the
 * working folder, which is entered while still root: that user then needs no way through the folders above it, such
 * as root's home.
 */
export function clusterLocation(folder: string, osUser: OsUser | undefined): { argument: string; cwd: string } {
  const byWorkingFolder = osUser !== undefined && process.platform === 'linux';
  return { argument: byWorkingFolder ? '/proc/self/cwd' : folder, cwd: folder };
}

/**
 * The environment of a Postgres program: nothing of ours, so that a PGDATA, PGOPTIONS or password of the surroundings
 * neither changes the server nor shows in its process.
 */
export const SERVER_ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC', PATH: process.env['PATH'] ?? '/usr/bin:/bin' };

/**
 * Makes the cluster `<dataDir>/postgres`, with a password of its own in `<dataDir>/postgres.password` (mode 0600), unless
 * it is there. It appears whole or not at all, so an attempt that was cut off is just made again.
 *
 * @throws EmbeddedPostgresError when what is there belongs to another version or user, or lost its password.
 */
export function ensureCluster(dataDir: string, runtime: Runtime): Cluster {
  const folder = path.join(dataDir, 'postgres');
  const passwordFile = path.join(dataDir, 'postgres.password');
  if (existsSync(folder)) {
    checkCluster(folder, runtime.binaries);
    if (existsSync(passwordFile)) return { folder, password: readFileSync(passwordFile, 'utf8').trim() };
    throw new EmbeddedPostgresError(
      `${passwordFile}, the password of the database in ${folder}, is missing. Put it back from a backup, or remove both to start empty.`,
    );
  }
  const password = randomBytes(24).toString('base64url');
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  giveTo(runtime.osUser, unfinished);
  initialise(unfinished, password, runtime);
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600, flag: 'wx' });
  giveTo(runtime.osUser, passwordFile);
  renameSync(unfinished, folder);
  return { folder, password };
}

function checkCluster(folder: string, binaries: PostgresBinaries): void {
  let version: string;
  try {
    version = readFileSync(path.join(folder, 'PG_VERSION'), 'utf8').trim();
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `${folder} is not a database that this user can open. If it was made by root or another user, start as that user or change its owner (chown -R); if it is something else, move it away.`,
      { cause },
    );
  }
  if (version === binaries.majorVersion) return;
  throw new EmbeddedPostgresError(
    `${folder} was made by Postgres ${version}, and this is Postgres ${binaries.majorVersion}. Export the data with the Jeoul that made it, and import it into an empty data folder.`,
  );
}

function initialise(folder: string, password: string, runtime: Runtime): void {
  const { binaries, osUser, durability } = runtime;
  // initdb reads the password from a file only, as the user it runs as.
  const secretFolder = mkdtempSync(path.join(os.tmpdir(), 'jeoul-'));
  const secretFile = path.join(secretFolder, 'password');
  try {
    writeFileSync(secretFile, password, { mode: 0o600 });
    giveTo(osUser, secretFile);
    giveTo(osUser, secretFolder);
    const { argument, cwd } = clusterLocation(folder, osUser);
    const made = spawnSync(
      binaries.initdb,
      [
        `--pgdata=${argument}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${secretFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // With the locale C, pg_trgm finds no trigrams in Korean at all.
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C.UTF-8',
        '--lc-messages=C',
        ...(durability === 'throwaway' ? ['--no-sync'] : []),
      ],
      { ...osUser, cwd, env: SERVER_ENVIRONMENT, encoding: 'utf8' },
    );
    if (made.status !== 0) {
      const reason = made.error?.message ?? `${made.stdout}${made.stderr}`.trim();
      throw new EmbeddedPostgresError(`A new database could not be made in ${folder}: ${reason}`);
    }
  } finally {
    rmSync(secretFolder, { recursive: true });
  }
}

function giveTo(osUser: OsUser | undefined, file: string): void {
  if (osUser) chownSync(file, osUser.uid, osUser.gid);
}
