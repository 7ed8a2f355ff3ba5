import { randomBytes } from 'node:crypto';
import { createTestDatabase } from '@jeoul/db/test-database';
import { pino } from 'pino';
import { openApp, type App } from '../lib/app.ts';
import { startWorker } from '../roles/worker.ts';

export type TestApp = { app: App; [Symbol.asyncDispose](): Promise<void> };

/** Everything a feature stands on, over a database of its own; with `isWorking`, jobs are done as they come. */
export async function testApp({ isWorking = false }: { isWorking?: boolean } = {}): Promise<TestApp> {
  const test = await createTestDatabase();
  const app = await openApp({
    log: pino({ level: 'silent' }),
    config: {
      databaseUrl: test.url,
      redisUrl: null,
      authSecret: randomBytes(32).toString('hex'),
      publicUrl: 'http://localhost',
      host: '127.0.0.1',
      port: 0,
      isDemo: false,
      roles: isWorking ? ['worker'] : [],
      logLevel: 'silent',
    },
  });
  const worker = isWorking ? startWorker(app) : null;
  return {
    app,
    async [Symbol.asyncDispose]() {
      await worker?.close();
      await app.close();
      await test[Symbol.asyncDispose]();
    },
  };
}
