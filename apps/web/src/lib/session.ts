import { queryClient } from './query-client.ts';

/** What came of an attempt to sign in. `retryAfterSeconds` is null when the server did not say. */
export type SignInOutcome =
  | { status: 'signed-in' }
  | { status: 'wrong' }
  | { status: 'limited'; retryAfterSeconds: number | null }
  | { status: 'offline' }
  | { status: 'failed' };

async function post(path: string, body: unknown): Promise<Response> {
  return fetch(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

function retryAfterOf(response: Response): number | null {
  const seconds = Number(response.headers.get('x-retry-after') ?? response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : null;
}

/** Signs in by email and password; the session is a cookie scripts can't read. Never throws. */
export async function signIn(credentials: { email: string; password: string }): Promise<SignInOutcome> {
  try {
    const response = await post('sign-in/email', credentials);
    if (response.ok) {
      queryClient.clear();
      return { status: 'signed-in' };
    }
    if (response.status === 429) return { status: 'limited', retryAfterSeconds: retryAfterOf(response) };
    // 400 is what a malformed address gets: to the person it is the same answer.
    if (response.status === 401 || response.status === 400) return { status: 'wrong' };
    return { status: 'failed' };
  } catch {
    return { status: 'offline' };
  }
}

/** Ends the session and leaves nothing of it in memory: the page is loaded anew. */
export async function signOut(): Promise<void> {
  await post('sign-out', {});
  location.assign('/sign-in');
}
