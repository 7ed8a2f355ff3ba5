import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startEmbeddedPostgres } from '@jeoul/db/embedded-postgres';
import { applyMigrations } from '@jeoul/db/migrate';
import { pino, type Logger } from 'pino';
import { openApp, type App } from '../lib/app.ts';
import { readEnvironment, type Config, type Environment } from '../lib/config.ts';
import { paths } from '../lib/paths.ts';

/** A database that answers and is migrated, and what must be stopped afterwards. */
export type OpenedDatabase = { url: string; stop(): Promise<void> };

export function dataDirOf(environment: Environment, option?: string): string {
  return path.resolve(option ?? environment.JEOUL_DATA_DIR ?? paths.defaultDataDir);
}

/** The database of DATABASE_URL, or the embedded one of the data folder, migrated to this version. */
export async function openInstallationDatabase(input: {
  environment: Environment;
  dataDir: string;
  log: Logger;
  tell: (line: string) => void;
}): Promise<OpenedDatabase> {
  const { environment, dataDir, log, tell } = input;
  const opened = environment.DATABASE_URL
    ? { url: environment.DATABASE_URL, stop: async () => undefined }
    : await startEmbeddedPostgres({ dataDir, onLog: (line) => log.debug({ source: 'postgres' }, line) });
  try {
    const { applied } = await applyMigrations({ url: opened.url, migrationsDir: paths.migrations });
    if (applied.length > 0) tell(`Applied ${applied.length} migration${applied.length === 1 ? '' : 's'}.`);
  } catch (error) {
    await opened.stop();
    throw error;
  }
  return opened;
}

/** Signs sessions: from the environment, else made once and kept in the data folder, readable by its owner alone. */
export function authSecretOf(environment: Environment, dataDir: string): string {
  if (environment.JEOUL_AUTH_SECRET) return environment.JEOUL_AUTH_SECRET;
  if (environment.DATABASE_URL) {
    throw new Error(
      'JEOUL_AUTH_SECRET is needed beside DATABASE_URL: at least 32 random characters, the same for every process.',
    );
  }
  const file = path.join(dataDir, 'auth-secret');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}

type Running = { pid: number; databaseUrl: string };
const runningFile = (dataDir: string) => path.join(dataDir, 'running.json');

/** Leaves word of the running installation, so that commands use its database instead of starting a second one. */
export function announceRunning(dataDir: string, running: Running): () => void {
  mkdirSync(dataDir, { recursive: true });
  const file = runningFile(dataDir);
  writeFileSync(file, JSON.stringify(running), { mode: 0o600 });
  chmodSync(file, 0o600);
  return () => rmSync(file, { force: true });
}

function findRunning(dataDir: string): Running | null {
  try {
    const running = JSON.parse(readFileSync(runningFile(dataDir), 'utf8')) as Running;
    process.kill(running.pid, 0);
    return running;
  } catch {
    return null;
  }
}

export function createLog(level: string | undefined): Logger {
  return pino({ level: level ?? 'warn', base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
}

/**
 * Runs a command against this installation: the one that is running, else its database started for as long as the
 * command takes. Commands do no jobs and serve nothing.
 */
export async function withInstallation<T>(
  options: { dataDir?: string | undefined },
  run: (app: App) => Promise<T>,
): Promise<T> {
  const environment = readEnvironment();
  const dataDir = dataDirOf(environment, options.dataDir);
  const log = createLog(environment.JEOUL_LOG_LEVEL);
  const running = environment.DATABASE_URL ? null : findRunning(dataDir);
  const database = running
    ? { url: running.databaseUrl, stop: async () => undefined }
    : await openInstallationDatabase({ environment, dataDir, log, tell: () => undefined });
  try {
    const config: Config = {
      databaseUrl: database.url,
      redisUrl: environment.REDIS_URL ?? null,
      authSecret: authSecretOf(environment, dataDir),
      publicUrl: 'http://localhost',
      host: '127.0.0.1',
      port: 0,
      isDemo: false,
      roles: [],
      logLevel: log.level,
    };
    const app = await openApp({ config, log });
    try {
      return await run(app);
    } finally {
      await app.close();
    }
  } finally {
    await database.stop();
  }
}
