import { existsSync } from 'node:fs';
import fastify from 'fastify';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { JeoulError } from '../../lib/errors.ts';
import { startWorker, type WorkerRole } from '../../roles/worker.ts';
import { addOperator, addQueue } from '../../testing/catalog.ts';
import { testServer, type TestServer } from '../../testing/server.ts';
import { registerCatalogHttp } from './catalog.http.ts';
import type { ImportReport } from './import-list.queries.ts';
import type { ImportPreview } from './import-preview.ts';

let server: TestServer;
let worker: WorkerRole;
let engineer = '';
let operator = '';

beforeAll(async () => {
  server = await testServer();
  await addQueue(server.app);
  worker = startWorker(server.app);
  await addOperator(server.app, 'operator');
  const id = await addOperator(server.app, 'engineer');
  await server.app.db.prisma.user.update({ where: { id }, data: { role: 'ml_engineer' } });
  engineer = await signIn('engineer');
  operator = await signIn('operator');
});
afterAll(async () => {
  await worker.close();
  await server[Symbol.asyncDispose]();
});

async function signIn(name: string): Promise<string> {
  const response = await fetch(`${server.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({ email: `${name}@example.test`, password: `${name}-long-enough` }),
  });
  expect(response.status).toBe(200);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

async function upload(content: string, { query = 'kind=menus', cookie = engineer, fileName = '메뉴.csv' } = {}) {
  const form = new FormData();
  form.append('file', new Blob([content]), fileName);
  const headers = { cookie, origin: server.url };
  const response = await fetch(`${server.url}/api/imports?${query}`, { method: 'POST', headers, body: form });
  const body = (await response.json()) as { importId?: string; code?: string; params?: Record<string, unknown> };
  return { status: response.status, ...body, importId: body.importId ?? '' };
}

async function call<T>(procedure: string, input: unknown, method: 'GET' | 'POST' = 'GET'): Promise<T> {
  const query = method === 'GET' ? `?input=${encodeURIComponent(JSON.stringify(input))}` : '';
  const response = await fetch(`${server.url}/trpc/${procedure}${query}`, {
    method,
    headers: { cookie: engineer, origin: server.url, 'content-type': 'application/json' },
    ...(method === 'POST' ? { body: JSON.stringify(input) } : {}),
  });
  const body = (await response.json()) as { result: { data: T } };
  expect(response.ok ? null : body).toBeNull();
  return body.result.data;
}

async function finished(importId: string): Promise<ImportReport> {
  for (;;) {
    const report = await call<ImportReport>('catalog.import', { id: importId });
    if (report.finishedAt !== null) return report;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const menus = '가게,메뉴,가격\n모퉁이치킨,반반치킨,"19,000"\n모퉁이치킨,간장치킨,=시가\n모퉁이치킨,,1000\n';

test('an upload is stored by a worker, its file removed, its problems downloadable', async () => {
  const { status, importId } = await upload(menus);
  expect(status).toBe(202);
  expect(await finished(importId)).toMatchObject({
    state: 'succeeded',
    kind: 'menus',
    fileName: '메뉴.csv',
    startedBy: 'engineer',
    rowsRead: 3,
    rowsCreated: 2,
    rowsRejected: 1,
    rowsWarned: 1,
    problemsKept: 2,
    mapping: { storeName: '가게', name: '메뉴', price: '가격' },
  });
  const job = await server.app.db.prisma.jobOutbox.findFirstOrThrow({ where: { name: 'catalog.import' } });
  await vi.waitFor(() => expect(existsSync((job.payload as { path: string }).path)).toBe(false), { timeout: 20_000 });
  const response = await fetch(`${server.url}/api/imports/${importId}/problems.csv`, { headers: { cookie: engineer } });
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(Buffer.from(await response.arrayBuffer()).toString()).toBe(
    '\uFEFFline,column,severity,reason,explanation,value\r\n' +
      "3,가격,warning,not_a_price,가격으로 읽을 수 없습니다,'=시가\r\n" +
      '4,메뉴,rejected,missing,필수 값이 비어 있습니다,\r\n',
  );
});

test('a dry run of an upload stores nothing', async () => {
  const before = await server.app.db.prisma.menuItem.count();
  const { importId } = await upload('store,menu\n새 가게,새 메뉴\n', { query: 'kind=menus&dryRun=true' });
  expect(await finished(importId)).toMatchObject({ state: 'succeeded', isDryRun: true, rowsCreated: 1 });
  expect(await server.app.db.prisma.menuItem.count()).toBe(before);
});

test('goes by the mapping that was chosen and guesses nothing besides', async () => {
  const mapping = JSON.stringify({ storeName: 'store', name: 'long name' });
  const file = 'store,menu,long name,price\n가,나,긴 이름,1000\n';
  const { importId } = await upload(file, { query: `kind=menus&mapping=${encodeURIComponent(mapping)}` });
  expect((await finished(importId)).mapping).toEqual({ storeName: 'store', name: 'long name' });
  expect(await server.app.db.prisma.menuItem.findFirst({ where: { name: '긴 이름' } })).toMatchObject({
    priceKrw: null,
  });
});

test('what cannot be imported is refused at once, and nothing is queued', async () => {
  const before = await server.app.db.prisma.import.count();
  expect(await upload('가게,매뉴\n가,나\n')).toMatchObject({
    status: 400,
    code: 'COLUMN_MISSING',
    params: { column: 'name', suggestion: '매뉴' },
  });
  expect(await upload('PK\x03\x04')).toMatchObject({
    status: 400,
    code: 'FILE_UNREADABLE',
    params: { reason: 'spreadsheet' },
  });
  expect(await upload(menus, { query: 'kind=shoes' })).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
  expect(await upload(menus, { query: 'kind=menus&mapping=%7B' })).toMatchObject({
    status: 400,
    code: 'INVALID_INPUT',
  });
  expect(await server.app.db.prisma.import.count()).toBe(before);
});

test('asks for the permission to import', async () => {
  expect(await upload(menus, { cookie: '' })).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  expect(await upload(menus, { cookie: operator })).toMatchObject({ status: 403, code: 'FORBIDDEN' });
  const { importId } = await upload(menus);
  const problems = await fetch(`${server.url}/api/imports/${importId}/problems.csv`, { headers: { cookie: operator } });
  expect(problems.status).toBe(403);
});

test('a file over the limit is refused naming the limit, and not kept', async () => {
  const small = fastify();
  small.setErrorHandler(async (error, _, reply) => {
    const { code, params } = error instanceof JeoulError ? error : { code: String(error), params: {} };
    return reply.code(413).send({ code, params });
  });
  await registerCatalogHttp(small, server.app, { maxBytes: 2 * 1024 * 1024 });
  const url = await small.listen({ host: '127.0.0.1', port: 0 });
  try {
    const form = new FormData();
    form.append('file', new Blob(['가게,메뉴\n', 'x'.repeat(3 * 1024 * 1024)]), 'big.csv');
    const response = await fetch(`${url}/api/imports?kind=menus`, {
      method: 'POST',
      headers: { cookie: engineer },
      body: form,
    });
    expect(await response.json()).toMatchObject({
      code: 'FILE_TOO_LARGE',
      params: { fileName: 'big.csv', limitMb: 2 },
    });
  } finally {
    await small.close();
  }
});

test('a preview shows how the file is read, with the mapping guessed and what is wrong with the first rows', async () => {
  const bytes = Buffer.from(menus.repeat(2));
  const input = { fileName: 'menus.csv', sizeBytes: bytes.length, contentBase64: bytes.toString('base64') };
  const preview = await call<ImportPreview>('catalog.preview', input, 'POST');
  expect(preview).toMatchObject({
    kind: 'menus',
    encoding: 'utf8',
    delimiter: ',',
    columns: ['가게', '메뉴', '가격'],
    mapping: { storeName: '가게', name: '메뉴', price: '가격' },
    missing: [],
  });
  expect(preview.rows.slice(0, 2)).toEqual([
    { line: 2, cells: ['모퉁이치킨', '반반치킨', '19,000'], problems: [] },
    {
      line: 3,
      cells: ['모퉁이치킨', '간장치킨', '=시가'],
      problems: [{ line: 3, column: '가격', severity: 'warning', reason: 'not_a_price', value: '=시가' }],
    },
  ]);
  const changed = await call<ImportPreview>('catalog.preview', { ...input, mapping: { storeName: '가게' } }, 'POST');
  expect(changed).toMatchObject({ mapping: { storeName: '가게' }, missing: ['name'] });
});

test('a preview of the beginning of a larger file does not trip over its cut end', async () => {
  const whole = Buffer.from(`store,menu,options\n${'가,"나\n다",라\n'.repeat(500)}`);
  const input = { fileName: 'menus.csv', sizeBytes: whole.length };
  for (let cut = 3_000; cut < 3_012; cut += 1) {
    const contentBase64 = whole.subarray(0, cut).toString('base64');
    const preview = await call<ImportPreview>('catalog.preview', { ...input, contentBase64 }, 'POST');
    expect(preview.rows.flatMap((row) => row.problems)).toEqual([]);
    expect(preview.rows).toHaveLength(20);
  }
});

test('lists imports from the newest, page by page', async () => {
  type List = { imports: { id: string }[]; next: string | null };
  const first = await call<List>('catalog.imports', { limit: 2 });
  expect(first.imports).toHaveLength(2);
  const second = await call<List>('catalog.imports', { limit: 100, cursor: first.next });
  const ids = [...first.imports, ...second.imports].map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted().toReversed());
  expect(ids).toHaveLength(await server.app.db.prisma.import.count());
  expect(second.next).toBeNull();
});
