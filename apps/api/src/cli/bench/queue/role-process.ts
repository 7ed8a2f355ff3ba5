import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { RoleName } from '../../../lib/config.ts';

export type RoleProcess = {
  /** As a power cut would: no handler runs. */
  kill(): Promise<void>;
  stop(): Promise<void>;
};

export type RoleProcessOptions = { databaseUrl: string; authSecret: string; port: number; roles: readonly RoleName[] };

const patienceMs = 60_000;

/** This program again: the bundle, or the source when running from it, with the flags Node was given. */
function commandLine(): string[] {
  const bundled = fileURLToPath(new URL('./cli.js', import.meta.url));
  const source = fileURLToPath(new URL('../../main.ts', import.meta.url));
  return [...process.execArgv, existsSync(bundled) ? bundled : source];
}

/** Starts `jeoul start` with some of the roles in a process of its own; returns once it says that it serves. */
export async function startRoles(options: RoleProcessOptions): Promise<RoleProcess> {
  const { databaseUrl, authSecret, port, roles } = options;
  const child = spawn(process.execPath, [...commandLine(), 'start', '--empty', '--roles', roles.join(',')], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      JEOUL_AUTH_SECRET: authSecret,
      // What dies under it is no news to a benchmark; what ends the process itself is still printed.
      JEOUL_LOG_LEVEL: 'silent',
      // Only the API listens; the others must not ask whether its port is free.
      JEOUL_PORT: String(roles.includes('api') ? port : 0),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const endWithBench = () => child.kill('SIGKILL');
  process.once('exit', endWithBench);
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    process.removeListener('exit', endWithBench);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill(signal);
    await exit;
  };
  await ready(child, roles);
  return { kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}

async function ready(child: ChildProcess, roles: readonly RoleName[]): Promise<void> {
  const said = new Promise<void>((resolve, reject) => {
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (text.includes('Ready in')) resolve();
    });
    child.once('exit', (code, signal) => reject(new Error(`${roles.join(',')} ended (${signal ?? code}): ${text}`)));
  });
  const tooLate = sleep(patienceMs, undefined, { ref: false }).then(() => {
    throw new Error(`${roles.join(',')} did not start within ${patienceMs / 1000} s`);
  });
  await Promise.race([said, tooLate]);
}
