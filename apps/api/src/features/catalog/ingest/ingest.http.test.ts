import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addReviewQueue } from '../../../testing/reviews.ts';
import { addApiKey, endApiKey, handIn, type Sending, type SentAs } from '../../../testing/ingest.ts';
import { testServer, type TestServer } from '../../../testing/server.ts';

let server: TestServer;
let own: SentAs & { id: string };

beforeAll(async () => {
  server = await testServer();
  await addReviewQueue(server.app);
  own = await addApiKey(server.app);
});
afterAll(() => server[Symbol.asyncDispose]());
beforeEach(async () => {
  await server.app.db.prisma.apiKey.updateMany({ data: { paidUntil: new Date(0) } });
});

const reviews = (body: unknown, rest: Partial<Sending> = {}) =>
  handIn({ url: `${server.url}/api/ingest/reviews`, body, ...own, ...rest });
const review = (changes = {}) => ({ id: randomUUID(), storeId: 's-1', text: '맛있어요', rating: 5, ...changes });
const told = async (response: Response) => (await response.json()) as Record<string, unknown>;

test('a review becomes a row, a task in every queue of reviews, and one rescoring shared with those after it', async () => {
  const sent = {
    ...review(),
    storeName: '모퉁이치킨',
    writtenAt: '2026-03-01T12:00:00+09:00',
    author: '단골',
    menu: '치킨',
  };
  const response = await reviews(sent);
  expect(response.status).toBe(200);
  expect(await told(response)).toEqual({ created: 1, updated: 0, unchanged: 0, reopened: 0, refused: [] });
  await reviews([review(), review()]);
  const { prisma } = server.app.db;
  const stored = await prisma.review.findUniqueOrThrow({ where: { externalId: sent.id }, include: { store: true } });
  expect(stored).toMatchObject({ text: '맛있어요', rating: 5, author: '단골', menuText: '치킨' });
  expect(stored.writtenAt?.toISOString()).toBe('2026-03-01T03:00:00.000Z');
  expect(stored.store).toMatchObject({ externalId: 's-1', name: '모퉁이치킨' });
  expect(await prisma.task.count({ where: { itemId: stored.id, state: 'open' } })).toBe(1);
  expect(await prisma.jobOutbox.count({ where: { name: 'labeling.rescore', publishedAt: null } })).toBe(1);
  const [entry] = await prisma.auditEntry.findMany({ where: { action: 'ingest.reviews' }, orderBy: { id: 'asc' } });
  expect(entry).toMatchObject({ actorKind: 'key', actorId: own.id, after: { created: 1, refused: 0 } });
});

test('a known review is brought up to date; an id of another store is refused with its place', async () => {
  const first = review();
  await reviews(first);
  const response = await reviews([
    { ...first, rating: 1 },
    { ...first, storeId: 's-2' },
  ]);
  expect(await told(response)).toMatchObject({
    created: 0,
    updated: 1,
    refused: [{ path: '/1/id', reason: 'id_of_other_store' }],
  });
  const stored = await server.app.db.prisma.review.findUniqueOrThrow({ where: { externalId: first.id } });
  expect(stored.rating).toBe(1);
});

test('a body with faults stores nothing and names each field', async () => {
  const good = review();
  const response = await reviews([good, { id: '', storeId: 's-1', text: 'a\u0000b', rating: 6, stars: 1 }]);
  expect(response.status).toBe(400);
  const { code, problems } = await told(response);
  expect(code).toBe('INVALID_INPUT');
  expect(problems).toEqual(
    expect.arrayContaining([
      { path: '/1/id', reason: 'missing' },
      { path: '/1/text', reason: 'unstorable_character' },
      { path: '/1/rating', reason: expect.stringContaining('5') },
      { path: '/1', reason: expect.stringContaining('stars') },
    ]),
  );
  expect(await server.app.db.prisma.review.count({ where: { externalId: good.id } })).toBe(0);
  const single = await told(await reviews({ ...review(), text: '' }));
  expect(single['problems']).toEqual([{ path: '/text', reason: 'missing' }]);
});

test('too many, none, no JSON, another type and a body past the limit are refused', async () => {
  expect((await reviews(Array.from({ length: 501 }, () => review()))).status).toBe(400);
  expect((await reviews(Array.from({ length: 500 }, () => review()))).status).toBe(200);
  expect((await reviews([])).status).toBe(400);
  expect((await reviews('{"id":')).status).toBe(400);
  expect((await reviews(review(), { headers: { 'content-type': 'text/plain' } })).status).toBe(415);
  const large = await reviews(review({ text: 'x'.repeat(4 * 1024 * 1024) }));
  expect(large.status).toBe(413);
  expect(await told(large)).toMatchObject({ code: 'FILE_TOO_LARGE' });
});

test('a wrong signature, another body, another idempotency key and an old or future time are turned away', async () => {
  const sent = review();
  const now = Math.floor(Date.now() / 1_000);
  const refusals = await Promise.all([
    reviews(sent, { secret: 'not the secret' }),
    reviews(sent, { headers: { 'jeoul-signature': '' } }),
    reviews(sent, { headers: { 'idempotency-key': 'another' } }),
    reviews(sent, { headers: { 'jeoul-timestamp': String(now + 1) } }),
    reviews(sent, { at: now - 301 }),
    reviews(sent, { at: now + 310 }),
  ]);
  expect(refusals.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 401]);
  const reasons = await Promise.all(
    refusals.map(async (r) => ((await told(r))['params'] as { reason: string }).reason),
  );
  expect(reasons).toEqual(['signature', 'signature', 'signature', 'signature', 'timestamp', 'timestamp']);
  expect(await server.app.db.prisma.review.count({ where: { externalId: sent.id } })).toBe(0);
  expect((await reviews(sent, { at: now - 250 })).status).toBe(200);
});

test('the same request again gets the stored answer, also when both come at once; another body under its key is a conflict', async () => {
  const sent = review();
  const idempotencyKey = randomUUID();
  const both = await Promise.all([reviews(sent, { idempotencyKey }), reviews(sent, { idempotencyKey })]);
  const answers = await Promise.all(both.map(told));
  expect(answers[0]).toMatchObject({ created: 1, unchanged: 0 });
  expect(answers[1]).toEqual(answers[0]);
  expect(both.map(({ headers }) => headers.get('idempotent-replayed')).toSorted()).toEqual(['false', 'true']);
  const other = await reviews(review(), { idempotencyKey });
  expect(other.status).toBe(409);
  expect(await told(other)).toMatchObject({ code: 'CONFLICT', params: { idempotencyKey } });
  expect((await reviews(sent, { headers: { 'idempotency-key': '' } })).status).toBe(400);
});

test('a key does what it was made for, until it is revoked; of its token and its secret nothing is kept', async () => {
  const made = await addApiKey(server.app, ['ingest:reports']);
  expect((await reviews(review(), made)).status).toBe(403);
  expect((await reviews(review(), { key: own.key.slice(0, -1) })).status).toBe(401);
  expect((await reviews(review(), { key: 'jeoul.nobody' })).status).toBe(401);
  await reviews(review());
  const { lastUsedAt } = await server.app.db.prisma.apiKey.findUniqueOrThrow({ where: { id: own.id } });
  expect(lastUsedAt).toBeInstanceOf(Date);
  const report = { reviewId: 'none', reporter: 'u-1', reason: '욕설', reportedAt: '2026-03-01T00:00:00Z' };
  const reports = () => handIn({ url: `${server.url}/api/ingest/reports`, body: report, ...made });
  expect((await reports()).status).toBe(200);
  await endApiKey(server.app, made.id);
  expect((await reports()).status).toBe(401);
  const stored = JSON.stringify(await server.app.db.prisma.apiKey.findMany());
  expect(stored).toContain(made.id);
  for (const { key, secret } of [own, made]) {
    expect(stored).not.toContain(key.split('.')[2]);
    expect(stored).not.toContain(secret);
  }
});

test('past its allowance a key waits, and no other with it', async () => {
  const busy = await addApiKey(server.app, ['ingest:reviews']);
  const soon = new Date(Date.now() + 3_600_000);
  await server.app.db.prisma.apiKey.update({ where: { id: busy.id }, data: { paidUntil: soon } });
  const refused = await reviews(review(), busy);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3_500);
  expect(await told(refused)).toMatchObject({ code: 'RATE_LIMITED' });
  expect((await reviews(review())).status).toBe(200);
});

test('each request takes its share of the allowance, also one whose signature is wrong; a refused one takes none', async () => {
  const { prisma } = server.app.db;
  const { id, ...busy } = await addApiKey(server.app, ['ingest:reviews']);
  const share = async (paidUntil: Date) => {
    await prisma.apiKey.update({ where: { id }, data: { paidUntil } });
    for (const secret of [busy.secret, 'wrong', busy.secret]) await reviews(review(), { ...busy, secret });
    return (await prisma.apiKey.findUniqueOrThrow({ where: { id } })).paidUntil.getTime() - paidUntil.getTime();
  };
  expect(await share(new Date(Date.now() + 9_000))).toBe(300);
  expect(await share(new Date(Date.now() + 3_600_000))).toBe(0);
});
