import { readdirSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { lockDataFolder } from './data-folder-lock.ts';
import { postgresBinaries } from './postgres/binaries.ts';
import { ensureCluster, SUPERUSER } from './postgres/cluster.ts';
import { PortTakenError } from './postgres/errors.ts';
import { stopLeftover } from './postgres/leftover.ts';
import { serverUser } from './postgres/os-user.ts';
import { availablePort } from './postgres/port.ts';
import { type Server, type ServerOptions, startServer } from './postgres/server.ts';
import type { Durability } from './postgres/settings.ts';
import { withClient } from './with-client.ts';

export type EmbeddedPostgresOptions = {
  /** Jeoul's data folder; the cluster is its subfolder `postgres`, and its password lies beside it. */
  dataDir: string;
  /** 0 or nothing: any free port. */
  port?: number;
  /** `durable` unless said otherwise. */
  durability?: Durability;
  /** Receives the server's log, a line at a time, and what is done about leftovers. */
  onLog: (line: string) => void;
};

export type EmbeddedPostgres = {
  /** Connects to the database `jeoul` as its owner; holds the password. */
  url: string;
  port: number;
  /** Ends all sessions, writes everything down, stops, and lets go of the data folder. May be called twice. */
  stop: () => Promise<void>;
};

const DATABASE = 'jeoul';
const FREE_PORT_ATTEMPTS = 5;

/**
 * Starts Postgres in the data folder and waits until it answers; on the first start it makes the database.
 *
 * It listens on 127.0.0.1 and on a socket in its own folder alone, and asks for a password made at the first start. As root it runs as another user (see
 * `serverUser`). A start after `kill -9`, of Jeoul or of everything, recovers by itself and keeps what was committed.
 *
 * @throws DataFolderInUseError, DataFolderError, PortTakenError, UnsupportedPlatformError, EmbeddedPostgresError
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const lock = lockDataFolder(options.dataDir);
  let server: Server | undefined;
  const stop = async () => {
    await server?.stop();
    lock.release();
  };
  try {
    const dataDir = realpathSync(options.dataDir);
    const osUser = serverUser({ cluster: path.join(dataDir, 'postgres'), dataDir });
    const runtime = { binaries: postgresBinaries(osUser), osUser, durability: options.durability ?? 'durable' };
    const cluster = ensureCluster(dataDir, runtime);
    await stopLeftover(cluster.folder, options.onLog);
    removeSockets(cluster.folder);
    const started = await startOnPort({ cluster, runtime, onLog: options.onLog }, options.port ?? 0);
    server = started.server;
    const way = socketFolder(cluster.folder, started.port);
    const query = way === null ? '' : `?host=${encodeURIComponent(way)}`;
    const urlOf = (database: string) =>
      `postgresql://${SUPERUSER}:${cluster.password}@127.0.0.1:${started.port}/${database}${query}`;
    await ensureDatabase(urlOf('postgres'));
    return { url: urlOf(DATABASE), port: started.port, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const SOCKET = '.s.PGSQL.';
/** What the address of a socket has room for, on every system that has them. */
const LONGEST_SOCKET = 100;

/** Where clients find the server's socket; null where there is none, or where its path is too long to be an address. */
function socketFolder(folder: string, port: number): string | null {
  if (process.platform === 'win32') return null;
  return Buffer.byteLength(path.join(folder, `${SOCKET}${port}`)) <= LONGEST_SOCKET ? folder : null;
}

/** Those of servers that were killed. Each start takes another port, so that no other start would remove them. */
function removeSockets(folder: string): void {
  for (const name of readdirSync(folder)) if (name.startsWith(SOCKET)) rmSync(path.join(folder, name), { force: true });
}

async function startOnPort(
  options: Omit<ServerOptions, 'port'>,
  wanted: number,
): Promise<{ server: Server; port: number }> {
  for (let attempt = 1; ; attempt++) {
    const port = await availablePort(wanted);
    try {
      return { server: await startServer({ ...options, port }), port };
    } catch (error) {
      // A free port that another program took in the meantime is no one's fault: take the next.
      if (!(error instanceof PortTakenError) || wanted !== 0 || attempt === FREE_PORT_ATTEMPTS) throw error;
    }
  }
}

async function ensureDatabase(adminUrl: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  });
}
