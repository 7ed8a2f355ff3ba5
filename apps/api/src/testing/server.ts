import { randomBytes } from 'node:crypto';
import { createTestDatabase } from '@jeoul/db/test-database';
import { pino } from 'pino';
import { openApp, type App } from '../lib/app.ts';
import { freePort } from '../lib/free-port.ts';
import { startApi } from '../roles/api.ts';

export type TestServer = { app: App; url: string; [Symbol.asyncDispose](): Promise<void> };

/** The API role over a database of its own, on a free port of this machine. */
export async function testServer({
  webRoot = '',
  isDemo = false,
}: {
  webRoot?: string;
  isDemo?: boolean;
} = {}): Promise<TestServer> {
  const test = await createTestDatabase();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const app = await openApp({
    log: pino({ level: 'silent' }),
    config: {
      databaseUrl: test.url,
      redisUrl: null,
      authSecret: randomBytes(32).toString('hex'),
      publicUrl: url,
      host: '127.0.0.1',
      port,
      isDemo,
      roles: ['api'],
      logLevel: 'silent',
    },
  });
  const api = await startApi(app, { webRoot });
  return {
    app,
    url,
    async [Symbol.asyncDispose]() {
      await api.close();
      await app.close();
      await test[Symbol.asyncDispose]();
    },
  };
}
