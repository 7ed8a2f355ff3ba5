import { rmSync } from 'node:fs';
import type { DemoSize } from '@jeoul/demo/marketplace';
import { listDemoAccounts } from '../features/access/demo-accounts.ts';
import { openApp, type App } from '../lib/app.ts';
import { isLoopback, readEnvironment, roleNames, type Config, type Environment, type RoleName } from '../lib/config.ts';
import { freePort, isPortTaken } from '../lib/free-port.ts';
import { paths } from '../lib/paths.ts';
import { startApi, type ApiServer } from '../roles/api.ts';
import { startWorker, type WorkerRole } from '../roles/worker.ts';
import { demoState, makeDemo } from './demo.ts';
import { announceRunning, authSecretOf, createLog, dataDirOf, openInstallationDatabase } from './installation.ts';

export type StartOptions = {
  port?: number | undefined;
  host?: string | undefined;
  dataDir?: string | undefined;
  roles?: string | undefined;
  demo: DemoSize;
  seed: number;
  isEmpty: boolean;
  isReset: boolean;
};

const defaultPort = 4000;
const defaultHost = '127.0.0.1';

export type Started = { url: string; app: App; stop(): Promise<void> };

/**
 * Starts the roles asked for and returns once they serve. Stopping is clean: requests end, jobs are given back,
 * Postgres writes everything down.
 */
export async function startInstallation(options: StartOptions, tell: (line: string) => void): Promise<Started> {
  const environment = readEnvironment();
  const dataDir = dataDirOf(environment, options.dataDir);
  const log = createLog(environment.JEOUL_LOG_LEVEL);
  if (options.isReset) await reset(environment, dataDir, tell);
  const authSecret = authSecretOf(environment, dataDir);
  await requireFreePort(environment, options);
  tell(environment.DATABASE_URL ? 'Connecting to Postgres …' : `Starting Postgres in ${dataDir} …`);
  const database = await openInstallationDatabase({ environment, dataDir, log, tell });
  const closers: (() => Promise<void> | void)[] = [() => database.stop()];
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const config = await configOf({ environment, options, databaseUrl: database.url, authSecret });
    const app = await openApp({ config, log });
    closers.push(() => app.close());
    app.config.isDemo = await prepareDemo(app, { environment, options, tell });
    if (!environment.DATABASE_URL)
      closers.push(announceRunning(dataDir, { pid: process.pid, databaseUrl: database.url }));
    const worker: WorkerRole | null = config.roles.includes('worker') ? startWorker(app) : null;
    if (worker) closers.push(() => worker.close());
    const api: ApiServer | null = config.roles.includes('api') ? await listen(app) : null;
    if (api) closers.push(() => api.close());
    return { url: config.publicUrl, app, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Asks for the port before anything is started or written. */
async function requireFreePort(environment: Environment, options: StartOptions): Promise<void> {
  const port = options.port ?? environment.JEOUL_PORT ?? defaultPort;
  const host = options.host ?? environment.JEOUL_HOST ?? defaultHost;
  if (await isPortTaken({ host, port })) throw portTaken(port);
}

function portTaken(port: number, cause?: unknown): Error {
  return new Error(`Port ${port} is taken. Stop what uses it, or choose another with --port.`, { cause });
}

async function listen(app: App): Promise<ApiServer> {
  try {
    return await startApi(app, { webRoot: paths.webRoot });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw portTaken(app.config.port, error);
  }
}

async function configOf(input: {
  environment: Environment;
  options: StartOptions;
  databaseUrl: string;
  authSecret: string;
}): Promise<Config> {
  const { environment, options, databaseUrl, authSecret } = input;
  const port = (options.port ?? environment.JEOUL_PORT ?? defaultPort) || (await freePort());
  const host = options.host ?? environment.JEOUL_HOST ?? defaultHost;
  return {
    databaseUrl,
    redisUrl: environment.REDIS_URL ?? null,
    authSecret,
    publicUrl: environment.JEOUL_PUBLIC_URL ?? `http://localhost:${port}`,
    host,
    port,
    isDemo: false,
    roles: rolesOf(options.roles ?? environment.JEOUL_ROLES),
    logLevel: environment.JEOUL_LOG_LEVEL ?? 'warn',
  };
}

function rolesOf(list: string | undefined): readonly RoleName[] {
  if (!list) return roleNames;
  const asked = list.split(',').map((name) => name.trim());
  const unknown = asked.find((name) => !(roleNames as readonly string[]).includes(name));
  if (unknown !== undefined) throw new Error(`There is no role "${unknown}"; there are ${roleNames.join(', ')}.`);
  return roleNames.filter((name) => asked.includes(name));
}

/**
 * Makes the demo on a new, local installation, and says whether this is one. Demo accounts have known passwords, so an
 * installation that holds them refuses to listen beyond loopback.
 */
async function prepareDemo(
  app: App,
  input: { environment: Environment; options: StartOptions; tell: (line: string) => void },
): Promise<boolean> {
  const { environment, options, tell } = input;
  const isLocal = isLoopback(app.config.host);
  const state = await demoState(app);
  if (state && !isLocal) {
    throw new Error(
      'This installation holds demo accounts, whose passwords everybody knows: it listens on loopback only. Use another --data-dir with --empty.',
    );
  }
  if (state?.isReady) return true;
  const isNew = (await app.db.prisma.user.count()) === 0;
  const isWanted = state !== null || (isNew && isLocal && !options.isEmpty && !environment.DATABASE_URL);
  if (!isWanted) return false;
  tell(`Making the demo marketplace (${options.demo}) …`);
  await makeDemo(app, { size: options.demo, seed: options.seed, tell });
  return true;
}

async function reset(environment: Environment, dataDir: string, tell: (line: string) => void): Promise<void> {
  if (environment.DATABASE_URL)
    throw new Error('--reset deletes the data folder; it does not touch DATABASE_URL. Empty that database yourself.');
  const { lockDataFolder } = await import('@jeoul/db/data-folder-lock');
  const lock = lockDataFolder(dataDir);
  tell(`Deleting ${dataDir} …`);
  lock.release();
  rmSync(dataDir, { recursive: true, force: true });
}

/** What a person sees once everything serves. */
export function welcome(started: Started): string {
  const accounts = listDemoAccounts(started.app);
  const lines = [``, `  Jeoul is ready: ${started.url}`, ``];
  if (accounts.length > 0) {
    lines.push(`  Demo accounts (password ${accounts[0]?.password}):`);
    for (const account of accounts) lines.push(`    ${account.email.padEnd(24)} ${account.role}`);
  } else {
    lines.push(
      `  The first administrator: pnpm jeoul create-admin --email you@example.com`,
      `  The first queue:         pnpm jeoul create-queue`,
    );
  }
  lines.push(``, `  Ctrl-C stops it; your data is kept.`, ``);
  return lines.join('\n');
}
