import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, connect as openSocket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import {
  DataFolderInUseError,
  EmbeddedPostgresError,
  PortTakenError,
  UnsupportedPlatformError,
} from './postgres/errors.ts';
import { stopLeftover } from './postgres/leftover.ts';
import { startOfProcess } from './postgres/process-identity.ts';
import { PACKAGE_FOLDER } from './prisma-command.ts';
import { withClient } from './with-client.ts';

// One cluster for all tests, as making one takes longest. It is a durable one: these tests kill servers.
let dataDir: string;
let postgres: EmbeddedPostgres | undefined;
const log: string[] = [];
const onLog = (line: string) => log.push(line);
const processes: ChildProcess[] = [];

beforeAll(() => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'jeoul-embedded-'));
});

afterEach(async () => {
  await postgres?.stop();
  postgres = undefined;
  for (const child of processes.splice(0)) child.kill('SIGKILL');
  log.length = 0;
});

afterAll(async () => {
  // What a failed test may have left running.
  await stopLeftover(path.join(dataDir, 'postgres'), onLog);
  rmSync(dataDir, { recursive: true });
});

async function start(port = 0): Promise<EmbeddedPostgres> {
  postgres = await startEmbeddedPostgres({ dataDir, port, onLog });
  return postgres;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  return (await withClient(url, (client) => client.query(sql))).rows;
}

const inCluster = (name: string) => path.join(dataDir, 'postgres', name);
const serverPid = () => Number.parseInt(readFileSync(inCluster('postmaster.pid'), 'utf8'), 10);

/** Another process that starts Postgres in the same data folder, prints its address and then does what `then` says. */
async function startElsewhere(then: string): Promise<{ child: ChildProcess; url: string }> {
  const script = `
    import { startEmbeddedPostgres } from './src/embedded-postgres.ts';
    const { url } = await startEmbeddedPostgres({ dataDir: process.argv[1], onLog: () => {} });
    console.log(url);
    ${then}`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script, dataDir], {
    cwd: PACKAGE_FOLDER,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  processes.push(child);
  const [url] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, url: String(url) };
}

test('a database cut off while it was being made is made again', async () => {
  mkdirSync(path.join(dataDir, 'postgres.unfinished', 'base'), { recursive: true });
  writeFileSync(path.join(dataDir, 'postgres.unfinished', 'PG_VERSION'), '18\n');
  const { url } = await start();
  expect(await query(url, 'SELECT current_database() AS name')).toEqual([{ name: 'jeoul' }]);
  expect(existsSync(path.join(dataDir, 'postgres.unfinished'))).toBe(false);
});

test('Korean text is kept as UTF-8 and found by trigrams', async () => {
  const { url } = await start();
  await query(url, 'CREATE EXTENSION pg_trgm');
  const sql = `SELECT current_setting('server_encoding') AS encoding, cardinality(show_trgm('치킨')) AS trigrams,
    'ä' < '가' AS is_ordered, upper('ä') AS upper`;
  expect(await query(url, sql)).toEqual([{ encoding: 'UTF8', trigrams: 3, is_ordered: true, upper: 'Ä' }]);
});

test('the server does not run as root', async () => {
  await start();
  expect(statSync(inCluster('postmaster.pid')).uid).not.toBe(0);
});

test('only who has the password gets in, and only the owner can read it', async () => {
  const { url } = await start();
  const passwordFile = path.join(dataDir, 'postgres.password');
  expect(statSync(passwordFile).mode & 0o777).toBe(0o600);
  expect(new URL(url).password).toBe(readFileSync(passwordFile, 'utf8').trim());
  expect(new URL(url).password.length).toBeGreaterThanOrEqual(32);

  const guess = new URL(url);
  guess.password = 'jeoul';
  await expect(query(guess.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  const others = "SELECT count(*)::int AS count FROM pg_hba_file_rules WHERE auth_method <> 'scram-sha-256'";
  expect(await query(url, others)).toEqual([{ count: 0 }]);
});

test('the server is reached from this machine alone', async () => {
  const { port } = await start();
  const addresses = Object.values(os.networkInterfaces()).flatMap((each) => each ?? []);
  const outside = addresses.filter(({ internal }) => !internal).map(({ address }) => address);
  expect(await isListening('127.0.0.1', port)).toBe(true);
  for (const address of [...outside, '::1']) expect(await isListening(address, port)).toBe(false);
});

test('clients on this machine come by a socket in the cluster’s folder; those of killed servers are taken away', async () => {
  const first = await start();
  const address = 'SELECT inet_client_addr()::text AS address';
  expect(await query(first.url, address)).toEqual([{ address: null }]);
  const byNetwork = new URL(first.url);
  byNetwork.searchParams.delete('host');
  expect(await query(byNetwork.href, address)).toEqual([{ address: '127.0.0.1/32' }]);
  await first.stop();
  const folder = path.join(dataDir, 'postgres');
  writeFileSync(path.join(folder, '.s.PGSQL.1.lock'), '');
  const { port } = await start();
  const sockets = readdirSync(folder).filter((name) => name.startsWith('.s.PGSQL.'));
  expect(sockets.sort()).toEqual([`.s.PGSQL.${port}`, `.s.PGSQL.${port}.lock`]);
});

async function isListening(host: string, port: number): Promise<boolean> {
  const socket = openSocket({ host, port });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

test('stop waits until the server is down, and a start on the same port finds what was written', async () => {
  const first = await start();
  await query(first.url, 'CREATE TABLE kept AS SELECT 1 AS id');
  const pid = serverPid();
  await Promise.all([first.stop(), first.stop()]);
  expect(startOfProcess(pid)).toBeUndefined();

  const second = await start(first.port);
  expect(second.url).toBe(first.url);
  expect(await query(second.url, 'SELECT id FROM kept')).toEqual([{ id: 1 }]);
});

test('a second start on a data folder in use is refused, naming the process, and the first goes on', async () => {
  const { url } = await start();
  const refusal = await startEmbeddedPostgres({ dataDir, onLog }).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(DataFolderInUseError);
  expect(refusal).toMatchObject({ pid: process.pid });
  expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a taken port is refused, and the data folder is free again', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  try {
    const refusal = await start(port).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(PortTakenError);
    expect(refusal).toMatchObject({ port });
  } finally {
    other.close();
  }
  expect(await query((await start()).url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('after kill -9 of Jeoul, its server is stopped and what was committed is there', async () => {
  const { child, url } = await startElsewhere('setInterval(() => {}, 1000);');
  await query(url, "CREATE TABLE of_killed_jeoul AS SELECT 'committed' AS state");
  const left = serverPid();
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
  expect(startOfProcess(left)).toBeDefined();

  const next = await start();
  expect(log.join('\n')).toContain(`Stopping the Postgres (process ${left})`);
  expect(startOfProcess(left)).toBeUndefined();
  expect(await query(next.url, 'SELECT state FROM of_killed_jeoul')).toEqual([{ state: 'committed' }]);
});

test('after kill -9 of the server, what was committed is there and what was not is gone', async () => {
  const { url, stop } = await start();
  await query(url, 'CREATE TABLE of_killed_server (id int); INSERT INTO of_killed_server VALUES (1)');
  await withClient(url, async (client) => {
    await client.query('BEGIN; INSERT INTO of_killed_server VALUES (2)');
    process.kill(serverPid(), 'SIGKILL');
    await expect.poll(() => log.join('\n')).toContain('Postgres ended by itself (SIGKILL).');
  });
  await stop();
  expect(await query((await start()).url, 'SELECT id FROM of_killed_server')).toEqual([{ id: 1 }]);
});

test('a process that ends without stopping its server takes it along', async () => {
  const { child } = await startElsewhere('process.exit(0);');
  if (child.exitCode === null) await once(child, 'exit');
  await expect.poll(() => existsSync(inCluster('postmaster.pid')), { timeout: 20_000 }).toBe(false);
});

test('a note of a dead server whose pid another process has now does not keep the next from starting', async () => {
  // As the server's own user, for Postgres to take it for a server; not this process, which would be its parent.
  const { uid, gid } = statSync(inCluster('PG_VERSION'));
  const later = spawn('sleep', ['60'], process.getuid?.() === 0 ? { uid, gid } : {});
  try {
    writeFileSync(inCluster('postmaster.pid'), `${later.pid}\n`);
    expect(await query((await start()).url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  } finally {
    later.kill();
  }
});

test('a database without its password, of another version, or that is none is left alone', async () => {
  const passwordFile = path.join(dataDir, 'postgres.password');
  renameSync(passwordFile, `${passwordFile}.kept`);
  await expect(start()).rejects.toThrow(/postgres\.password, the password of .* is missing/);
  renameSync(`${passwordFile}.kept`, passwordFile);

  renameSync(inCluster('PG_VERSION'), inCluster('PG_VERSION.kept'));
  await expect(start()).rejects.toThrow(EmbeddedPostgresError);
  writeFileSync(inCluster('PG_VERSION'), '17\n');
  await expect(start()).rejects.toThrow(/made by Postgres 17, and this is Postgres 18/);
  renameSync(inCluster('PG_VERSION.kept'), inCluster('PG_VERSION'));
  expect(await query((await start()).url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a machine without Postgres programs is told what it can do', async () => {
  const { arch } = process;
  Object.defineProperty(process, 'arch', { value: 'mips', configurable: true });
  try {
    const refusal = await start().catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UnsupportedPlatformError);
    expect(refusal).toMatchObject({ message: expect.stringContaining('DATABASE_URL') });
  } finally {
    Object.defineProperty(process, 'arch', { value: arch, configurable: true });
  }
});
