import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createUser } from '../../features/access/access.service.ts';
import type { App } from '../../lib/app.ts';
import { commandActor } from '../../lib/audit.ts';
import { startInstallation } from '../start.ts';
import { signIn, type BenchClient } from './client.ts';

export type BenchInstallation = { app: App; url: string; client: BenchClient; stop(): Promise<void> };

/** A fresh, empty installation in a temporary folder with all roles, and an administrator signed in to it. */
export async function benchInstallation(tell: (line: string) => void): Promise<BenchInstallation> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'jeoul-bench-'));
  const started = await startInstallation(
    { port: 0, dataDir, demo: 'small', seed: 1, isEmpty: true, isReset: false },
    tell,
  );
  const account = { email: 'bench@localhost.test', password: randomBytes(18).toString('base64url') };
  await createUser(started.app, commandActor, { ...account, name: 'Bench', role: 'admin' });
  return {
    app: started.app,
    url: started.url,
    client: await signIn(started.url, account),
    async stop() {
      await started.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** One result: a JSON object on a line of standard output, where nothing else is printed. */
export function printLine(line: Record<string, unknown>): void {
  const rounded = Object.entries(line).map(([key, value]) => [
    key,
    typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value,
  ]);
  process.stdout.write(`${JSON.stringify(Object.fromEntries(rounded))}\n`);
}
