import { locales, themes } from '@jeoul/shared/access/preferences';
import { roles } from '@jeoul/shared/access/permissions';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { clientIpHeader, type Auth } from './auth.ts';
import type { SessionUser } from './trpc.ts';

const sessionUser = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  locale: z.enum(locales),
  theme: z.enum(themes),
});

/** Who is signed in by these headers' cookie; null for nobody, and for an account that was disabled since. */
export async function sessionUserOf(auth: Auth, headers: Headers): Promise<SessionUser | null> {
  const session = await auth.api.getSession({ headers });
  if (session === null || session.user.disabledAt) return null;
  return sessionUser.parse(session.user);
}

/** A request's headers as better-auth reads them, with the client's address as this server saw it. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  headers.set(clientIpHeader, request.ip);
  return headers;
}
