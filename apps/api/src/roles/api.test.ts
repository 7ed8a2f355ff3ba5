import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isPermitted, roles, type Permission, type Role } from '@jeoul/shared/access/permissions';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createUser } from '../features/access/access.service.ts';
import { commandActor } from '../lib/audit.ts';
import { appRouter } from '../router.ts';
import { testServer, type TestServer } from '../testing/server.ts';

const password = 'correct horse battery';
let server: TestServer;
let webRoot = '';

beforeAll(async () => {
  webRoot = mkdtempSync(path.join(tmpdir(), 'jeoul-web-'));
  mkdirSync(path.join(webRoot, 'assets'));
  writeFileSync(path.join(webRoot, 'index.html'), '<meta property="csp-nonce" content="__CSP_NONCE__">');
  server = await testServer({ webRoot });
  for (const role of roles) {
    await createUser(server.app, commandActor, { email: `${role}@example.test`, name: role, role, password });
  }
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  rmSync(webRoot, { recursive: true, force: true });
});
beforeEach(async () => {
  await server.app.db.prisma.rateLimit.deleteMany();
});

function post(where: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(server.url + where, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url, ...headers },
    body: JSON.stringify(body),
  });
}

const signIn = (email: string, secret = password, headers = {}) =>
  post('/api/auth/sign-in/email', { email, password: secret }, headers);

async function cookieOf(role: Role): Promise<string> {
  const response = await signIn(`${role}@example.test`);
  expect(response.status).toBe(200);
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

const codeOf = async (response: Response) =>
  ((await response.json()) as { error: { data: { jeoul: { code: string } } } }).error.data.jeoul.code;

test('a session is an HttpOnly, SameSite cookie that no answer repeats, and signing out ends it', async () => {
  const response = await signIn('operator@example.test');
  const [cookie = ''] = response.headers.getSetCookie();
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
  const headers = { cookie: cookie.split(';')[0] ?? '' };
  const me = () => fetch(`${server.url}/trpc/access.me`, { headers }).then((r) => r.json());
  expect(await me()).toMatchObject({ result: { data: { role: 'operator' } } });
  const session = await fetch(`${server.url}/api/auth/get-session`, { headers });
  const told = (await response.text()) + (await session.text());
  expect(told).toContain('operator@example.test');
  const stored = await server.app.db.prisma.session.findMany({ select: { token: true } });
  expect(stored.length).toBeGreaterThan(0);
  expect(stored.filter(({ token }) => told.includes(token))).toEqual([]);
  await post('/api/auth/sign-out', {}, headers);
  expect(await me()).toMatchObject({ result: { data: null } });
});

test('a wrong password and an unknown address get the same answer', async () => {
  const [wrong, unknown] = [await signIn('operator@example.test', 'no'), await signIn('nobody@example.test')];
  expect([wrong.status, unknown.status]).toEqual([401, 401]);
  expect(await wrong.json()).toEqual(await unknown.json());
});

test('the eleventh attempt within a minute is turned away, whatever address a client claims to have', async () => {
  const statuses: number[] = [];
  for (let n = 0; n < 11; n += 1) {
    const claimed = { 'x-forwarded-for': `10.0.0.${n}`, 'x-jeoul-client-ip': `10.0.1.${n}` };
    statuses.push((await signIn('operator@example.test', 'no', claimed)).status);
  }
  expect(statuses.slice(0, 10).every((status) => status === 401)).toBe(true);
  expect(statuses[10]).toBe(429);
});

test('nobody can make an account for themselves or give themselves a role', async () => {
  const response = await post('/api/auth/sign-up/email', {
    email: 'new@example.test',
    password,
    name: 'new',
    role: 'admin',
  });
  expect(response.status).toBeGreaterThanOrEqual(400);
  const cookie = await cookieOf('operator');
  await post('/api/auth/update-user', { role: 'admin' }, { cookie });
  const { role } = await server.app.db.prisma.user.findUniqueOrThrow({ where: { email: 'operator@example.test' } });
  expect(role).toBe('operator');
  expect(await server.app.db.prisma.user.count({ where: { email: 'new@example.test' } })).toBe(0);
});

test('a disabled account is out at once, with a session still open', async () => {
  const { id } = await createUser(server.app, commandActor, {
    email: 'gone@example.test',
    name: 'gone',
    role: 'operator',
    password,
  });
  const response = await signIn('gone@example.test');
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  await server.app.db.prisma.user.update({ where: { id }, data: { disabledAt: new Date() } });
  const queues = await fetch(`${server.url}/trpc/labeling.queues`, { headers: { cookie } });
  expect(queues.status).toBe(401);
});

test('a call that changes something is refused from another origin, with and without a session', async () => {
  const cookie = await cookieOf('operator');
  for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }]) {
    const response = await post('/trpc/access.updatePreferences', { theme: 'dark' }, { cookie, ...headers });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'CROSS_ORIGIN' });
  }
  const fetched = await post('/trpc/access.updatePreferences', { theme: 'dark' }, { cookie });
  expect(fetched.status).toBe(200);
});

test('a name that was pointed at this machine from outside gets nothing', async () => {
  const { port } = new URL(server.url);
  const status = await new Promise<number | undefined>((resolve, reject) => {
    request(
      { host: '127.0.0.1', port, path: '/trpc/access.me', headers: { host: `rebound.example:${port}` } },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      },
    )
      .on('error', reject)
      .end();
  });
  expect(status).toBe(403);
});

test('the page comes with a policy that allows no inline script, and a nonce of its own each time', async () => {
  const [first, second] = [await fetch(`${server.url}/queues`), await fetch(`${server.url}/queues`)];
  const policy = first.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("script-src 'self';");
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(first.headers.get('x-content-type-options')).toBe('nosniff');
  expect(first.headers.get('referrer-policy')).toBe('same-origin');
  const nonces = [await first.text(), await second.text()].map((html) => /content="([^"]+)"/.exec(html)?.[1]);
  expect(nonces[0]).not.toBe(nonces[1]);
  expect(policy).toContain(`'nonce-${nonces[0]}'`);
});

test('an unknown procedure, unreadable input and a failure inside tell nothing of the inside', async () => {
  const cookie = await cookieOf('admin');
  expect(await codeOf(await fetch(`${server.url}/trpc/no.such`, { headers: { cookie } }))).toBe('NOT_FOUND');
  expect(await codeOf(await post('/trpc/labeling.decide', { decisions: 'x' }, { cookie }))).toBe('INVALID_INPUT');
  const broken = await fetch(
    `${server.url}/trpc/models.liveAt?input=${encodeURIComponent('{"slotKey":"x\\u0000","at":"2026-01-01"}')}`,
    { headers: { cookie } },
  );
  const text = await broken.text();
  expect(broken.status).toBe(500);
  expect(text).toContain('"requestId"');
  expect(text).not.toMatch(/prisma|postgres|node_modules|\bat \w+ \(/i);
});

/** What each procedure must ask for; a new one that is not named here fails the test below. */
const required: Record<string, Permission | 'public' | 'signed-in'> = {
  'access.me': 'public',
  'access.demoAccounts': 'public',
  'access.updatePreferences': 'signed-in',
  'platform.installation': 'public',
  'platform.live': 'signed-in',
  'platform.auditHead': 'audit:read',
  'platform.deliveries.list': 'webhook:manage',
  'platform.deliveries.previewRetry': 'webhook:manage',
  'platform.deliveries.retry': 'webhook:manage',
  'platform.deliveries.retryDead': 'webhook:manage',
  'labeling.queues': 'task:read',
  'labeling.labels': 'task:read',
  'labeling.explain': 'task:read',
  'labeling.related': 'task:read',
  'labeling.predictions': 'task:read',
  'labeling.claim': 'task:decide',
  'labeling.extend': 'task:decide',
  'labeling.release': 'task:decide',
  'labeling.decide': 'task:decide',
  'labeling.undo': 'task:decide',
  'labeling.ownDay': 'task:decide',
  'labeling.recent': 'task:decide',
  'labeling.ownImpact': 'task:decide',
  'labeling.team.backlogs': 'team:read',
  'labeling.team.figures': 'team:read',
  'labeling.team.own': 'task:decide',
  'labeling.lists.tasks': 'task:read',
  'labeling.lists.decisions': 'task:read',
  'labeling.lists.history': 'task:read',
  'labeling.lists.exportReceipt': 'task:read',
  'labeling.lists.views': 'task:read',
  'labeling.lists.saveView': 'task:read',
  'labeling.lists.deleteView': 'task:read',
  'labeling.lists.previewBatch': 'task:decide',
  'labeling.lists.decideBatch': 'task:decide',
  'labeling.lists.undoBatch': 'task:decide',
  'labeling.similar.count': 'task:decide',
  'labeling.similar.preview': 'task:decide',
  'labeling.similar.decide': 'task:decide',
  'labeling.similar.undo': 'task:decide',
  'labeling.createQueue': 'queue:configure',
  'labeling.reviews.evidence': 'task:read',
  'labeling.reviews.reveal': 'personal-data:read',
  'labeling.reviews.effects': 'effect:read',
  'labeling.reviews.object': 'objection:file',
  'labeling.reviews.rule': 'objection:rule',
  'catalog.figures': 'catalog:read',
  'catalog.imports': 'catalog:import',
  'catalog.import': 'catalog:import',
  'catalog.preview': 'catalog:import',
  'catalog.cancelImport': 'catalog:import',
  'models.slots': 'model:read',
  'models.slot': 'model:read',
  'models.versions': 'model:read',
  'models.runs': 'model:read',
  'models.measuredCurve': 'model:read',
  'models.version': 'model:read',
  'models.curve': 'model:read',
  'models.history': 'model:read',
  'models.liveAt': 'model:read',
  'models.train': 'model:train',
  'models.cancel': 'model:train',
  'models.promote': 'model:promote',
  'models.rollBack': 'model:promote',
  'models.reject': 'model:promote',
  'models.updateSlot': 'model:promote',
};

test('every procedure asks for its permission, of every role', async () => {
  const procedures = Object.keys(appRouter._def.procedures);
  expect(procedures.toSorted()).toEqual(Object.keys(required).toSorted());
  const cookies = new Map<Role, string>();
  for (const role of roles) cookies.set(role, await cookieOf(role));
  for (const procedure of procedures) {
    const need = required[procedure];
    if (need === undefined || need === 'public' || procedure === 'platform.live') continue;
    expect(await statusOf(procedure, ''), `${procedure} without a session`).toBe(401);
    if (need === 'signed-in') continue;
    for (const role of roles) {
      const status = await statusOf(procedure, cookies.get(role) ?? '');
      const isRefused = status === 403;
      expect(isRefused, `${procedure} as ${role}: ${status}`).toBe(!isPermitted(role, need));
    }
  }
});

/** Calls with input that no procedure accepts: the permission is asked for before the input is looked at. */
async function statusOf(procedure: string, cookie: string): Promise<number> {
  const asked = await fetch(`${server.url}/trpc/${procedure}?input=${encodeURIComponent('{"no":1}')}`, {
    headers: { cookie },
  });
  if (asked.status !== 405) return asked.status;
  return (await post(`/trpc/${procedure}`, { no: 1 }, { cookie })).status;
}
