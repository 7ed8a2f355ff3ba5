import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { printLine } from './installation.ts';

/** Debian's interpreter first: that is the one Debian's scikit-learn, XGBoost and fastText belong to. */
const interpreters = ['/usr/bin/python3', 'python3'];

/**
 * Runs what a team would otherwise use on the same files, when it is installed: `peers/baselines.py` beside the data
 * folder. Its lines are printed with the bench's name. Nothing of it is needed: what is missing is said on standard error.
 */
export async function runPeers(bench: string, input: { dataDir: string; tasks: readonly string[] }): Promise<void> {
  const script = path.resolve(input.dataDir, '..', 'peers', 'baselines.py');
  const python = interpreters.find((name) => !path.isAbsolute(name) || existsSync(name));
  if (!existsSync(script) || python === undefined) {
    console.error(`no peers: ${script} is not there`);
    return;
  }
  const child = spawn(python, [script, ...input.tasks], {
    env: { ...process.env, DATA: input.dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<string | null>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code) => resolve(code === 0 ? null : `exit code ${code}`));
  });
  for await (const line of createInterface({ input: child.stdout })) printLine({ bench, ...JSON.parse(line) });
  const failure = await ended;
  if (failure !== null) console.error(`no more peers: ${failure}`);
}
