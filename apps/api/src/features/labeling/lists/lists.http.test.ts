import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMenuItems, addOperator, addQueue, smallQueue } from '../../../testing/catalog.ts';
import { testServer, type TestServer } from '../../../testing/server.ts';
import { exportReceipt } from './export.service.ts';

let server: TestServer;
let cookie = '';
let userId = '';

beforeAll(async () => {
  server = await testServer();
  const account = { email: 'hana@example.test', password: 'hana-long-enough' };
  userId = await addOperator(server.app, 'hana');
  await addMenuItems(server.app, 450);
  await addQueue(server.app);
  await server.app.db.prisma.menuItem.update({
    where: { externalId: 'i-3' },
    data: { name: '=HYPERLINK("http://x"),"둘"' },
  });
  const response = await fetch(`${server.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify(account),
  });
  cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
});
afterAll(() => server[Symbol.asyncDispose]());

function get(
  format: string,
  filter: unknown,
  exportId: string = randomUUID(),
  headers: Record<string, string> = { cookie },
) {
  const query = new URLSearchParams({ filter: JSON.stringify(filter) }).toString();
  return fetch(`${server.url}/api/lists/tasks/${exportId}.${format}?${query}`, { headers });
}

test('all rows of the filter are handed out, over many pages, with a receipt of exactly these bytes', async () => {
  const exportId = randomUUID();
  const text = await (await get('ndjson', { queueKey: smallQueue.key }, exportId)).text();
  const rows = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { taskId: string });
  expect(new Set(rows.map((row) => row.taskId)).size).toBe(450);
  const receipt = await exportReceipt(server.app, { userId, exportId });
  expect(receipt).toMatchObject({
    rows: 450,
    bytes: Buffer.byteLength(text),
    sha256: createHash('sha256').update(text).digest('hex'),
  });
  expect(await exportReceipt(server.app, { userId: randomUUID(), exportId })).toBeNull();
});

test('a name that a spreadsheet would run is escaped, and quotes and commas stay in their cell', async () => {
  const response = await get('csv', { queueKey: smallQueue.key });
  expect(response.headers.get('content-disposition')).toMatch(/attachment; filename="tasks-.*\.csv"/);
  const text = await response.text();
  expect(text).toContain(`"'=HYPERLINK(""http://x""),""둘"""`);
});

test('nobody without a session, and no filter that can not be read, gets a file', async () => {
  expect((await get('csv', { queueKey: smallQueue.key }, randomUUID(), {})).status).toBe(401);
  expect((await get('csv', { queueKey: smallQueue.key, sort: 'nonsense' })).status).toBe(400);
  expect((await get('csv', { queueKey: 'no-such-queue' })).status).toBe(404);
  expect((await get('xlsx', { queueKey: smallQueue.key })).status).toBe(400);
});
