import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';

// Several whole installations start and stop one after the other.
vi.setConfig({ testTimeout: 300_000 });

const folder = mkdtempSync(path.join(tmpdir(), 'jeoul-start-'));
const dataDir = path.join(folder, 'data');
const running = new Set<ChildProcess>();

afterAll(async () => {
  for (const child of running) child.kill('SIGINT');
  await Promise.all([...running].map((child) => once(child, 'exit')));
  rmSync(folder, { recursive: true, force: true });
});

type Command = { child: ChildProcess; output: () => string; exit: Promise<number | null> };

const clean = { ...process.env };
delete clean['DATABASE_URL'];
delete clean['JEOUL_AUTH_SECRET'];

/** The command line as a person runs it, in a process of its own. */
function jeoul(...args: string[]): Command {
  return jeoulWith({}, ...args);
}

function jeoulWith(environment: Record<string, string>, ...args: string[]): Command {
  const main = path.join(import.meta.dirname, 'main.ts');
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), main, ...args], {
    env: { ...clean, ...environment },
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  running.add(child);
  const exit = once(child, 'exit').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  return { child, output: () => text, exit };
}

/** The address of an installation once it serves; fails when it ends before. */
async function ready(command: Command): Promise<string> {
  const ended = command.exit.then(() => 'ended' as const);
  for (;;) {
    const url = /Jeoul is ready: (\S+)/.exec(command.output())?.[1];
    if (url !== undefined) return url;
    const wait = new Promise<'waiting'>((resolve) => setTimeout(() => resolve('waiting'), 50));
    if ((await Promise.race([ended, wait])) === 'ended') throw new Error(`it ended:\n${command.output()}`);
  }
}

const start = (...args: string[]) => jeoul('start', '--empty', '--port', '0', '--data-dir', dataDir, ...args);

test('an installation keeps its data over stop, kill -9 and start, and names what stands in its way', async () => {
  const first = start();
  const url = await ready(first);
  expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'ok' });

  const admin = jeoul('create-admin', '--email', 'first@example.test', '--data-dir', dataDir);
  expect(await admin.exit, admin.output()).toBe(0);
  const password = /shown this once: (\S+)/.exec(admin.output())?.[1] ?? '';
  const signIn = (where: string) =>
    fetch(`${where}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: where },
      body: JSON.stringify({ email: 'first@example.test', password }),
    });
  expect((await signIn(url)).status).toBe(200);

  const sameFolder = start();
  expect(await sameFolder.exit).toBe(1);
  expect(sameFolder.output()).toContain(String(first.child.pid));

  const samePort = jeoul('start', '--empty', '--port', new URL(url).port, '--data-dir', path.join(folder, 'other'));
  expect(await samePort.exit).toBe(1);
  expect(samePort.output()).toContain(`Port ${new URL(url).port} is taken`);

  first.child.kill('SIGINT');
  expect(await first.exit, first.output()).toBe(0);
  expect(first.output()).toContain('Stopped.');
  await expect(fetch(`${url}/healthz`)).rejects.toThrow();

  const second = start();
  await ready(second);
  const postgresPid = Number(readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  second.child.kill('SIGKILL');
  await second.exit;
  process.kill(postgresPid, 'SIGKILL');

  const third = start();
  expect((await signIn(await ready(third))).status).toBe(200);
  const verify = jeoul('audit', 'verify', '--data-dir', dataDir);
  expect(await verify.exit, verify.output()).toBe(0);
  expect(verify.output()).toContain('The chain is intact.');
  third.child.kill('SIGTERM');
  expect(await third.exit).toBe(0);

  const fourth = start('--reset');
  expect((await signIn(await ready(fourth))).status).toBe(401);
  fourth.child.kill('SIGINT');
  await fourth.exit;
});

test('an address beyond this machine is refused where demo accounts exist', async () => {
  const demoDir = path.join(folder, 'demo');
  const demo = jeoul('start', '--port', '0', '--data-dir', demoDir);
  const url = await ready(demo);
  expect(demo.output()).toContain('operator@demo.jeoul');
  const accounts = await (await fetch(`${url}/trpc/access.demoAccounts`)).json();
  expect(accounts).toMatchObject({
    result: { data: expect.arrayContaining([expect.objectContaining({ role: 'admin' })]) },
  });
  demo.child.kill('SIGINT');
  await demo.exit;
  const open = jeoul('start', '--port', '0', '--host', '0.0.0.0', '--data-dir', demoDir);
  expect(await open.exit).toBe(1);
  expect(open.output()).toContain('loopback only');
});

test('a database from outside needs a secret that was given', async () => {
  const { exit, output } = jeoulWith(
    { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' },
    'start',
    '--data-dir',
    folder,
  );
  expect(await exit).toBe(1);
  expect(output()).toContain('JEOUL_AUTH_SECRET is needed');
  expect(existsSync(path.join(folder, 'auth-secret'))).toBe(false);
});
