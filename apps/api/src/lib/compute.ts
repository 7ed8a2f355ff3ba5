import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';

/** The compiled worker beside the bundle, or the source when running from it (development and tests). */
function entry(): { filename: string; execArgv: string[] } {
  const bundled = fileURLToPath(new URL('./compute-worker.js', import.meta.url));
  if (existsSync(bundled)) return { filename: bundled, execArgv: [] };
  return {
    filename: fileURLToPath(new URL('../workers/compute-worker.ts', import.meta.url)),
    // Importing tsx alone registers nothing in a worker thread; calling its `register` does.
    execArgv: [
      '--import',
      `data:text/javascript,import{register}from"${import.meta.resolve('tsx/esm/api')}";register()`,
    ],
  };
}

/** Worker threads for what would keep the event loop busy: training, evaluation, scoring of many items. */
export class Compute {
  #pool: Piscina | null = null;

  #open(): Piscina {
    const { filename, execArgv } = entry();
    this.#pool ??= new Piscina({
      filename,
      execArgv,
      minThreads: 0,
      maxThreads: Math.max(1, Math.min(4, availableParallelism() - 1)),
      idleTimeout: 60_000,
    });
    return this.#pool;
  }

  /**
   * Runs an exported function of workers/compute-worker.ts on a thread; what it reports on the way reaches `onProgress`.
   * Aborting ends the thread.
   */
  async run<Input, Output, Progress = never>(
    name: string,
    input: Input,
    options: { signal?: AbortSignal; onProgress?: (progress: Progress) => void } = {},
  ): Promise<Output> {
    const { port1, port2 } = new MessageChannel();
    port1.on('message', (progress: Progress) => options.onProgress?.(progress));
    try {
      return (await this.#open().run(
        { input, port: port2 },
        {
          name,
          transferList: [port2],
          ...(options.signal ? { signal: options.signal } : {}),
        },
      )) as Output;
    } finally {
      port1.close();
    }
  }

  async close(): Promise<void> {
    await this.#pool?.destroy();
  }
}
