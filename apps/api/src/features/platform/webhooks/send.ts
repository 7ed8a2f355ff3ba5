import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { addressProblem, guardedLookup } from './address.ts';

export type Answer = {
  status: number | null;
  /** Why it did not count as taken: `http_error`, `redirect`, `timeout`, `private_address` or the network's code; else null. */
  error: string | null;
  /** The beginning of the answer. */
  body: string | null;
};

const timeoutMs = 10_000;
const keptCharacters = 500;
const keptBytes = 4 * keptCharacters;

/**
 * Posts a body to an endpoint, following no redirect. Never throws: what went wrong is part of the answer. The whole
 * exchange has ten seconds.
 */
export async function send(
  endpoint: { url: string; isPrivateAllowed: boolean },
  { headers, body, waitMs = timeoutMs }: { headers: Record<string, string>; body: string; waitMs?: number },
): Promise<Answer> {
  const problem = addressProblem(endpoint.url, endpoint);
  if (problem !== null) return { status: null, error: problem, body: null };
  const url = new URL(endpoint.url);
  const signal = AbortSignal.timeout(waitMs);
  return new Promise((resolve) => {
    const fail = (error: Error & { code?: string }) =>
      resolve({ status: null, error: signal.aborted ? 'timeout' : (error.code ?? error.name), body: null });
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(
      url,
      {
        method: 'POST',
        signal,
        // A connection of its own each time: one that is kept was looked up at another time.
        agent: false,
        lookup: guardedLookup(url, endpoint),
        headers: {
          ...headers,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Jeoul-Webhooks',
        },
      },
      (response) => {
        const status = response.statusCode ?? 0;
        const chunks: Buffer[] = [];
        let size = 0;
        const finish = () => {
          const text = Buffer.concat(chunks).toString('utf8').slice(0, keptCharacters);
          // Postgres keeps no NUL, and no half of a character that was cut.
          const kept = text.replace(/\0|\p{Surrogate}/gu, '\uFFFD');
          const isTaken = status >= 200 && status < 300;
          const refusal = status >= 300 && status < 400 ? 'redirect' : 'http_error';
          resolve({ status, error: isTaken ? null : refusal, body: kept === '' ? null : kept });
        };
        response.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          size += chunk.length;
          if (size < keptBytes) return;
          finish();
          response.destroy();
        });
        response.on('end', finish);
        response.on('error', fail);
      },
    );
    request.on('error', fail);
    request.end(body);
  });
}
