import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { EmbeddedPostgresError } from './errors.ts';

/** Whom a program runs as, in the form that `node:child_process` takes. */
export type OsUser = { uid: number; gid: number };

/**
 * Whom the server runs as when this process is root, since Postgres refuses root; `undefined` when this process isn't
 * root, and the server runs as the same user. A cluster's server runs as the owner of its files. A new cluster goes to the
 * owner of the data folder, so that root and that user can take turns on it, or, where that is root or unknown to this
 * system (a folder mounted into a container), to the user `postgres`, who is made if there is none.
 */
export function serverUser(folders: { cluster: string; dataDir: string }): OsUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const clusterOwner = ordinaryOwner(folders.cluster);
  if (clusterOwner) return clusterOwner;
  const owner = ordinaryOwner(folders.dataDir);
  // initdb wants to know its user's name.
  if (owner && spawnSync('id', [String(owner.uid)]).status === 0) return owner;
  return findUser('postgres') ?? createUser('postgres');
}

function ordinaryOwner(folder: string): OsUser | undefined {
  const owner = statSync(folder, { throwIfNoEntry: false });
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : undefined;
}

function findUser(name: string): OsUser | undefined {
  const uid = spawnSync('id', ['-u', name], { encoding: 'utf8' });
  if (uid.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(execFileSync('id', ['-g', name], { encoding: 'utf8' })) };
}

function createUser(name: string): OsUser {
  const made = spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', name], {
    encoding: 'utf8',
  });
  // Another Jeoul may have made it in between, so what counts is whether it is there now.
  const user = findUser(name);
  if (user) return user;
  throw new EmbeddedPostgresError(
    `Postgres does not run as root, and the user '${name}' could not be made for it (${made.error?.message ?? made.stderr.trim()}). Make that user, start as an ordinary user, or set DATABASE_URL.`,
  );
}
