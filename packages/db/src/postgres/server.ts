import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Cluster, clusterLocation, type Runtime, SERVER_ENVIRONMENT } from './cluster.ts';
import { EmbeddedPostgresError, PortTakenError } from './errors.ts';
import { settingArguments } from './settings.ts';

/** A running server; `stop` lets it write everything down first, and may be called twice. */
export type Server = { stop: () => Promise<void> };

export type ServerOptions = { cluster: Cluster; runtime: Runtime; port: number; onLog: (line: string) => void };

const STOP_PATIENCE_MS = 30_000;
// After a `kill -9` of the server alone, its children may still be finishing a query in the shared memory.
const LEFTOVER_PATIENCE_MS = 15_000;

/**
 * Starts a server and waits until it answers, however long its recovery after a crash takes.
 *
 * @throws PortTakenError, EmbeddedPostgresError (with the last lines of its log)
 */
export async function startServer(options: ServerOptions): Promise<Server> {
  const deadline = Date.now() + LEFTOVER_PATIENCE_MS;
  for (;;) {
    const { child, failure } = await attempt(options);
    if (failure === undefined) return { stop: stopper(child, options.onLog) };
    if (/could not bind \w+ address/.test(failure)) throw new PortTakenError(options.port);
    if (!failure.includes('pre-existing shared memory block') || Date.now() > deadline) {
      throw new EmbeddedPostgresError(`Postgres did not start in ${options.cluster.folder}:\n${failure}`);
    }
    await sleep(200);
  }
}

async function attempt(options: ServerOptions): Promise<{ child: ChildProcess; failure: string | undefined }> {
  const { cluster, runtime, port, onLog } = options;
  const { argument, cwd } = clusterLocation(cluster.folder, runtime.osUser);
  const child = spawn(
    runtime.binaries.postgres,
    ['-D', argument, '-p', String(port), ...settingArguments(runtime.durability)],
    {
      ...runtime.osUser,
      cwd,
      env: SERVER_ENVIRONMENT,
      // A process group of its own: Ctrl-C must reach Jeoul alone, which stops its own work before its database.
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const lastLines: string[] = [];
  const failure = await new Promise<string | undefined>((resolve) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      onLog(line);
      if (lastLines.push(line) > 20) lastLines.shift();
      if (line.includes('database system is ready to accept connections')) resolve(undefined);
    });
    child.once('error', (error) => resolve(error.message));
    child.once('close', () => resolve(lastLines.join('\n')));
  });
  return { child, failure };
}

function stopper(child: ChildProcess, onLog: (line: string) => void): () => Promise<void> {
  // SIGINT is Postgres's "fast" shutdown: end the sessions, write everything, leave.
  const stopWithProcess = () => child.kill('SIGINT');
  const sayUnexpected = (code: number | null, signal: string | null) =>
    onLog(`Postgres ended by itself (${signal ?? `status ${code}`}).`);
  process.once('exit', stopWithProcess);
  child.once('exit', sayUnexpected);
  let stopped: Promise<void> | undefined;

  const stop = async () => {
    process.removeListener('exit', stopWithProcess);
    child.removeListener('exit', sayUnexpected);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill('SIGINT');
    const impatience = setTimeout(() => {
      onLog(`Postgres did not stop within ${STOP_PATIENCE_MS / 1000} s and is cut off; its next start recovers.`);
      child.kill('SIGQUIT');
    }, STOP_PATIENCE_MS);
    await exit;
    clearTimeout(impatience);
  };
  return () => (stopped ??= stop());
}
