import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { inject } from 'vitest';

const cli = path.resolve(import.meta.dirname, '../../api/dist/cli.js');
const readyWithinMs = 120_000;

/** Only what the program needs: no database, secret or address of whoever runs the tests. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _database, JEOUL_AUTH_SECRET: _secret, REDIS_URL: _redis, ...rest } = process.env;
  return { ...rest, NODE_ENV: 'production' };
}

async function addressOf(child: ChildProcess): Promise<string> {
  let output = '';
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not ready in time:\n${output}`)), readyWithinMs);
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const address = /Jeoul is ready: (\S+)/.exec(output)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the installation ended with ${code}:\n${output}`));
    });
  });
}

export type Installation = { url: string; dataDir: string; [Symbol.asyncDispose]: () => Promise<void> };

/**
 * A whole built installation: embedded Postgres in a folder that goes away with it, a free port, API, workers and page;
 * with a demo marketplace of its own unless `flags` say otherwise. `await using` stops it.
 */
export async function startInstallation(flags: readonly string[] = []): Promise<Installation> {
  const folder = await mkdtemp(path.join(tmpdir(), 'jeoul-browser-'));
  const dataDir = path.join(folder, 'data');
  // By `cp`, which keeps the owner: as root, Postgres runs as a user of its own.
  if (flags.length === 0) await promisify(execFile)('cp', ['-a', inject('demoTemplate'), dataDir]);
  return startIn(folder, dataDir, flags);
}

/** Settles when the demo's first models are live and every task has been scored by them. */
async function modelsLive(dataDir: string): Promise<void> {
  const { databaseUrl } = JSON.parse(readFileSync(path.join(dataDir, 'running.json'), 'utf8')) as {
    databaseUrl: string;
  };
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const unscored = `SELECT FROM queues q JOIN slots s ON s.key = q.slot_key WHERE s.champion_id IS NULL OR EXISTS (
    SELECT FROM tasks t WHERE t.queue_id = q.id AND t.state = 'open' AND t.model_version_id IS DISTINCT FROM s.champion_id)`;
  try {
    for (const until = Date.now() + readyWithinMs; (await client.query(unscored)).rowCount !== 0; await sleep(300)) {
      if (Date.now() > until) throw new Error('the demo’s models are not live in time');
    }
  } finally {
    await client.end();
  }
}

/** The data folder of an installation in which the demo was made and learned from, and that was then stopped. */
export async function makeDemo(): Promise<Pick<Installation, 'dataDir' | typeof Symbol.asyncDispose>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'jeoul-demo-'));
  const dataDir = path.join(folder, 'data');
  const dispose = () => rm(folder, { recursive: true, force: true });
  try {
    const { stop } = await startIn(folder, dataDir, []);
    try {
      await modelsLive(dataDir);
    } finally {
      await stop();
    }
  } catch (error) {
    await dispose();
    throw error;
  }
  return { dataDir, [Symbol.asyncDispose]: dispose };
}

async function startIn(
  folder: string,
  dataDir: string,
  flags: readonly string[],
): Promise<Installation & { stop: () => Promise<void> }> {
  if (!existsSync(cli)) throw new Error(`${cli} is missing: run the build first`);
  const args = [cli, 'start', '--port', '0', '--data-dir', dataDir, ...flags];
  const child = spawn(process.execPath, args, { env: cleanEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGINT');
      await once(child, 'exit');
    }
  };
  const remove = async () => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { url: await addressOf(child), dataDir, stop, [Symbol.asyncDispose]: remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Makes the first administrator of an installation without a demo, as its owner does: by the command. */
export async function createAdmin(
  { dataDir }: Installation,
  account: { email: string; password: string },
): Promise<void> {
  const args = [cli, 'create-admin', '--email', account.email, '--password-stdin', '--data-dir', dataDir];
  const child = spawn(process.execPath, args, { env: cleanEnvironment(), stdio: ['pipe', 'ignore', 'inherit'] });
  child.stdin.end(account.password);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`create-admin ended with ${code}`);
}
