import type { AppRouter } from '@jeoul/api/router';
import { createTRPCClient, httpBatchLink } from '@trpc/client';

export type ApiClient = ReturnType<typeof createTRPCClient<AppRouter>>;

/** What every demo account signs in with. */
export const demoPassword = 'jeoul-demo-1234';

/** Speaks to an installation past the page, as one of its demo's people: to see what was stored, and to act as others. */
export async function demoClient(url: string, email: string): Promise<ApiClient> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password: demoPassword }),
  });
  if (!response.ok) throw new Error(`sign-in answered ${response.status}: ${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: `${url}/trpc`, headers: { cookie, origin: url } })] });
}
