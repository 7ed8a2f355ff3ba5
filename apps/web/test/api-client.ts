import type { AppRouter } from '@jeoul/api/router';
import { createTRPCClient, httpBatchLink } from '@trpc/client';

export type ApiClient = ReturnType<typeof createTRPCClient<AppRouter>>;

type Cookie = { name: string; value: string; url: string };

/** Somebody signed in past the page. */
export type DemoPerson = {
  api: ApiClient;
  /** Their session, to be put into a browser. */
  cookies: Cookie[];
};

/** What every demo account signs in with. */
const password = 'jeoul-demo-1234';

/** Signs in as one of the demo's people: to see what was stored, to act as others, to open pages as them. */
export async function demoPerson(url: string, email: string): Promise<DemoPerson> {
  return person(url, { email, password });
}

/** Signs in as anybody. */
export async function person(url: string, account: { email: string; password: string }): Promise<DemoPerson> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(account),
  });
  if (!response.ok) throw new Error(`sign-in answered ${response.status}: ${await response.text()}`);
  const cookies = response.headers.getSetCookie().map((line): Cookie => {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
  });
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const headers = { cookie, origin: url };
  return { cookies, api: createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: `${url}/trpc`, headers })] }) };
}
