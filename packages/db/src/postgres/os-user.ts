import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { EmbeddedPostgresError } from './errors.ts';

/** Whom a program runs as, in the form that `node:child_process` takes. */
export type OsUser = { uid: number; gid: number };

/**
 * Whom the server runs as when this process is root, since Postgres refuses root: the owner of the first of these
 * folders that exists and isn't root's, else the user `postgres`, who is made if there is none. `undefined` when this
 * process isn't root, and the server runs as the same user.
 *
 * Following the owner lets an ordinary user's data folder be started by root and by that user in turn.
 */
export function serverUser(folders: string[]): OsUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const folder of folders) {
    const owner = statSync(folder, { throwIfNoEntry: false });
    if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  }
  return findUser('postgres') ?? createUser('postgres');
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
