import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import { fastifyTRPCPlugin } from '@trpc/server/adapters/fastify';
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify';
import type { App } from '../lib/app.ts';
import { withoutToken } from '../lib/auth-answer.ts';
import { httpStatusOf, JeoulError } from '../lib/errors.ts';
import { crossOriginReason } from '../lib/origin.ts';
import { headersOf, sessionUserOf } from '../lib/session.ts';
import type { Context } from '../lib/trpc.ts';
import { registerHttpRoutes } from '../http-routes.ts';
import { appRouter } from '../router.ts';

export type ApiServer = { address: string; port: number; close(): Promise<void> };

/** Serves the console, tRPC under /trpc, sign-in under /api/auth and the HTTP routes of the features. */
export async function startApi(app: App, { webRoot }: { webRoot: string }): Promise<ApiServer> {
  const loggerInstance: FastifyBaseLogger = app.log.child({ role: 'api' });
  const server = fastify({
    // A page's open event stream must not keep the process from stopping.
    forceCloseConnections: true,
    bodyLimit: 4 * 1024 * 1024,
    routerOptions: { maxParamLength: 2_000 },
    genReqId: () => randomBytes(9).toString('base64url'),
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
  });
  await secure(server, app);
  await serveAuth(server, app);
  await server.register(fastifyTRPCPlugin, {
    prefix: '/trpc',
    trpcOptions: {
      router: appRouter,
      createContext: async ({ req }: { req: FastifyRequest }): Promise<Context> => ({
        app,
        user: await sessionUserOf(app, headersOf(req)),
        requestId: req.id,
      }),
      onError: ({
        error,
        ctx,
        path: procedure,
      }: {
        error: Error & { code?: string };
        ctx?: Context;
        path?: string;
      }) => {
        if (error.code === 'INTERNAL_SERVER_ERROR') {
          app.log.error({ err: error.cause ?? error, requestId: ctx?.requestId, procedure }, 'procedure failed');
        }
      },
    },
  });
  await registerHttpRoutes(server, app);
  await servePage(server, webRoot);
  const address = await server.listen({ host: app.config.host, port: app.config.port });
  return { address, port: Number(new URL(address).port), close: () => server.close() };
}

async function secure(server: FastifyInstance, app: App): Promise<void> {
  await server.register(helmet, {
    enableCSPNonces: false,
    contentSecurityPolicy: false,
    hsts: app.config.publicUrl.startsWith('https:'),
    crossOriginEmbedderPolicy: false,
    // With no referrer at all, browsers leave out the Origin that sign-in is checked by.
    referrerPolicy: { policy: 'same-origin' },
  });
  server.addHook('onRequest', async (request, reply) => {
    const reason = crossOriginReason(request, app.config);
    if (reason === null) return;
    app.log.warn({ reason, url: request.url }, 'request refused');
    await reply.code(403).send({ code: 'CROSS_ORIGIN', params: { reason }, requestId: request.id });
  });
  server.setErrorHandler(async (error: Error & { statusCode?: number }, request, reply) => {
    if (error instanceof JeoulError) {
      await reply.code(httpStatusOf(error)).send({ code: error.code, params: error.params, requestId: request.id });
      return;
    }
    const status = error.statusCode ?? 500;
    if (status >= 500) app.log.error({ err: error, requestId: request.id }, 'request failed');
    const code = status === 413 ? 'FILE_TOO_LARGE' : status >= 500 ? 'INTERNAL' : 'INVALID_INPUT';
    await reply.code(status).send({ code, params: {}, requestId: request.id });
  });
}

async function serveAuth(server: FastifyInstance, app: App): Promise<void> {
  server.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    async handler(request, reply) {
      const hasBody = request.method === 'POST';
      const response = await app.auth.handler(
        new Request(new URL(request.url, app.config.publicUrl), {
          method: request.method,
          headers: headersOf(request),
          ...(hasBody ? { body: JSON.stringify(request.body ?? {}) } : {}),
        }),
      );
      reply.code(response.status);
      for (const [name, value] of response.headers) if (name !== 'set-cookie') reply.header(name, value);
      for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
      return reply.send(withoutToken(await response.text()));
    },
  });
}

/** The built page. index.html is the answer to every other path and carries a nonce for emotion's styles. */
async function servePage(server: FastifyInstance, webRoot: string): Promise<void> {
  const indexFile = path.join(webRoot, 'index.html');
  if (!existsSync(indexFile)) return;
  const index = readFileSync(indexFile, 'utf8');
  await server.register(fastifyStatic, {
    root: path.join(webRoot, 'assets'),
    prefix: '/assets/',
    index: false,
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
  });
  server.setNotFoundHandler(async (request, reply) => {
    const isApi =
      request.url.startsWith('/api/') || request.url.startsWith('/trpc') || request.url.startsWith('/assets/');
    if (request.method !== 'GET' || isApi) {
      return reply.code(404).send({ code: 'NOT_FOUND', params: {}, requestId: request.id });
    }
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('content-security-policy', contentSecurityPolicy(nonce))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(index.replaceAll('__CSP_NONCE__', nonce));
  });
}

/** Scripts only from our own files; styles from them and from emotion, which holds the nonce. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
