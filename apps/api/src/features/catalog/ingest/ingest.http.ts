import type { KeyPermission } from '@jeoul/shared/access/api-keys';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { checkSignature, useKey, type ApiKeyUser } from '../../../lib/api-keys.ts';
import type { App } from '../../../lib/app.ts';
import { httpStatusOf, JeoulError } from '../../../lib/errors.ts';
import { BodyError } from './bodies.ts';
import { ingestReports, ingestReviews, type IngestAnswer, type IngestRequest } from './ingest.service.ts';

/** Room for 500 reviews of 2,700 Korean letters each. */
const maxBodyBytes = 4 * 1024 * 1024;

const routes = {
  '/api/ingest/reviews': { permission: 'ingest:reviews', ingest: ingestReviews },
  '/api/ingest/reports': { permission: 'ingest:reports', ingest: ingestReports },
} as const satisfies Record<
  string,
  {
    permission: KeyPermission;
    ingest: (app: App, request: IngestRequest) => Promise<{ answer: IngestAnswer; isRepeat: boolean }>;
  }
>;

/** Where the marketplace's own systems hand in reviews and what people report of them (docs/integration.md). */
export async function registerIngestHttp(server: FastifyInstance, app: App): Promise<void> {
  await server.register(async (scope) => {
    // The signature is over the bytes as they came.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.setErrorHandler(async (error: Error, request, reply) => {
      if (!(error instanceof JeoulError)) throw error;
      const { code, params } = error;
      if (code === 'RATE_LIMITED') reply.header('retry-after', String(params['retryAfterSeconds']));
      const problems = error instanceof BodyError ? { problems: error.problems } : {};
      await reply.code(httpStatusOf(error)).send({ code, params, ...problems, requestId: request.id });
    });
    for (const [url, { permission, ingest }] of Object.entries(routes)) {
      const users = new WeakMap<FastifyRequest, ApiKeyUser>();
      scope.post(url, {
        bodyLimit: maxBodyBytes,
        // Before the body is read: who has no key sends nothing.
        onRequest: async (request) => {
          users.set(request, await useKey(app, request.headers.authorization, permission));
        },
        handler: async (request, reply) => {
          const key = users.get(request);
          if (key === undefined) throw new JeoulError('UNAUTHENTICATED', { reason: 'key' });
          const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
          const idempotencyKey = idempotencyKeyOf(request);
          const timestamp = headerOf(request, 'jeoul-timestamp');
          const signature = headerOf(request, 'jeoul-signature');
          checkSignature(app, key.id, { timestamp, signature, idempotencyKey, body });
          const { answer, isRepeat } = await ingest(app, { key, idempotencyKey, url, body, requestId: request.id });
          return reply.header('idempotent-replayed', String(isRepeat)).send(answer);
        },
      });
    }
  });
}

function headerOf(request: FastifyRequest, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}

function idempotencyKeyOf(request: FastifyRequest): string {
  const key = headerOf(request, 'idempotency-key');
  if (/^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw new JeoulError('INVALID_INPUT', { detail: 'Idempotency-Key: 1 to 200 visible ASCII characters are needed' });
}
