import { createTestDatabase } from '@jeoul/db/test-database';
import { openDatabase } from '@jeoul/db/client';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { LiveBus } from './live.ts';

it('tells of a job in the order in which it went, whichever connection is free first', async () => {
  await using test = await createTestDatabase();
  const db = openDatabase({ url: test.url, maxConnections: 10 });
  const live = new LiveBus({ pool: db.pool, url: test.url, log: pino({ level: 'silent' }) });
  await live.start();
  const heard: number[] = [];
  live.listen((event) => event.type === 'queue' && heard.push(event.waiting));
  const told = Array.from({ length: 200 }, (_, waiting) => waiting);
  await Promise.all(told.map((waiting) => live.publish({ type: 'queue', queueKey: 'menu-category', waiting })));
  await expect.poll(() => heard.length).toBe(200);
  expect(heard).toEqual(told);
  await live.close();
  await db.close();
});
