import { createTRPCClient, httpBatchLink } from '@trpc/client';
import type { AppRouter } from '../../router.ts';

/** Speaks to a running installation as the page does: over HTTP, with the session's cookie. */
export type BenchClient = {
  trpc: ReturnType<typeof createTRPCClient<AppRouter>>;
  fetch(path: string, init?: RequestInit): Promise<Response>;
};

/** Signs in; throws when that is refused. */
export async function signIn(url: string, account: { email: string; password: string }): Promise<BenchClient> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(account),
  });
  if (!response.ok) throw new Error(`sign-in answered ${response.status}: ${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const headers = { cookie, origin: url };
  return {
    trpc: createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: `${url}/trpc`, headers })] }),
    fetch: (path, init = {}) =>
      fetch(url + path, { ...init, headers: { ...headers, ...(init.headers as Record<string, string>) } }),
  };
}
