import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { testReceiver } from '../../../testing/receiver.ts';
import { addressProblem, guardedLookup, isInternal } from './address.ts';
import { maxAttempts, retryDelaySeconds } from './retry-delay.ts';
import { send } from './send.ts';
import { shownSecret, signedHeaders } from './signature.ts';

const post = { headers: { 'webhook-id': 'x' }, body: '{"a":"가"}' };
const open = { isPrivateAllowed: false };

test('only https, or this machine, and no private network unless it is allowed', () => {
  const problem = (url: string, isPrivateAllowed = false) => addressProblem(url, { isPrivateAllowed });
  expect(problem('https://hooks.example.test/a')).toBeNull();
  expect(problem('http://127.0.0.1:9/a')).toBeNull();
  expect(problem('http://localhost:9/a')).toBeNull();
  expect(problem('http://hooks.example.test/a')).toBe('not_https');
  expect(problem('ftp://127.0.0.1/a')).toBe('not_https');
  expect(problem('hooks')).toBe('not_a_url');
  expect(problem('https://u:p@hooks.example.test/')).toBe('has_credentials');
  for (const host of ['10.0.0.1', '192.168.1.1', '169.254.169.254', '0x0a000001', '[fd00::1]', '[::ffff:10.0.0.1]']) {
    expect(problem(`https://${host}/a`), host).toBe('private_address');
    expect(problem(`https://${host}/a`, true), host).toBeNull();
  }
});

test('addresses of private and special networks are told from public ones, in both versions and mixed', () => {
  const inside = ['127.0.0.1', '100.64.1.1', '::1', 'fe80::1', '::ffff:127.0.0.1', '64:ff9b::a00:1', '0.0.0.0', '::'];
  const outside = ['1.1.1.1', '8.8.8.8', '172.32.0.1', '2606:4700::1111', '::ffff:8.8.8.8'];
  expect(inside.filter((address) => !isInternal(address))).toEqual([]);
  expect(outside.filter((address) => isInternal(address))).toEqual([]);
});

test('a name that leads into this machine is refused when it is resolved, whatever it was when it was checked', async () => {
  const resolve = (url: string, isPrivateAllowed: boolean) =>
    new Promise((settle) => {
      guardedLookup(new URL(url), { isPrivateAllowed })('localhost', {}, (error, address) =>
        settle(error?.code ?? address),
      );
    });
  expect(await resolve('https://hooks.example.test/', false)).toBe('private_address');
  expect(['127.0.0.1', '::1']).toContain(await resolve('https://hooks.example.test/', true));
  expect(['127.0.0.1', '::1']).toContain(await resolve('http://localhost/', false));
});

test('what is sent arrives as it is, and the answer is kept to 500 characters', async () => {
  await using receiver = await testReceiver((response) => response.writeHead(200).end('나'.repeat(100_000)));
  const answer = await send({ url: receiver.url, ...open }, post);
  expect(answer).toEqual({ status: 200, error: null, body: '나'.repeat(500) });
  expect(receiver.received[0]?.body).toBe(post.body);
  expect(receiver.received[0]?.headers).toMatchObject({ 'webhook-id': 'x', 'content-type': 'application/json' });
});

test('a redirect is not followed and counts as refused', async () => {
  await using target = await testReceiver();
  await using receiver = await testReceiver((response) => response.writeHead(307, { location: target.url }).end());
  expect(await send({ url: receiver.url, ...open }, post)).toMatchObject({ status: 307, error: 'redirect' });
  expect(target.received).toEqual([]);
});

test('an endpoint that does not answer, or is not there, is given up', async () => {
  await using silent = await testReceiver(() => undefined);
  expect(await send({ url: silent.url, ...open }, { ...post, waitMs: 200 })).toMatchObject({ error: 'timeout' });
  const gone = await testReceiver();
  await gone[Symbol.asyncDispose]();
  expect(await send({ url: gone.url, ...open }, post)).toMatchObject({ status: null, error: 'ECONNREFUSED' });
});

test('attempts come further and further apart, with chance, and end after about a day', () => {
  const delays = (chance: number) =>
    Array.from({ length: maxAttempts - 1 }, (_, n) => retryDelaySeconds(n + 1, chance) ?? Number.NaN);
  expect(delays(0.5).slice(0, 4)).toEqual([10, 20, 40, 80]);
  expect(retryDelaySeconds(1, 0)).toBe(8);
  expect(retryDelaySeconds(1, 1)).toBeCloseTo(12);
  const hours = delays(0.5).reduce((sum, seconds) => sum + seconds, 0) / 3_600;
  expect(hours).toBeGreaterThan(20);
  expect(hours).toBeLessThan(24);
  expect(retryDelaySeconds(maxAttempts, 0.5)).toBeNull();
});

test('a receiver that knows the secret as it was shown finds the signature right', () => {
  const secret = Buffer.alloc(32, 7);
  const headers = signedHeaders(secret, { id: 'd-1', at: 1_700_000_000, body: '{}' });
  const key = Buffer.from(shownSecret(secret).replace('whsec_', ''), 'base64');
  const expected = createHmac('sha256', key).update('d-1.1700000000.{}').digest('base64');
  expect(headers).toEqual({
    'webhook-id': 'd-1',
    'webhook-timestamp': '1700000000',
    'webhook-signature': `v1,${expected}`,
  });
});
