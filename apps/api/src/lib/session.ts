import { locales, themes, veils } from '@jeoul/shared/access/preferences';
import { roles } from '@jeoul/shared/access/permissions';
import type { Database } from '@jeoul/db/client';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { clientIpHeader, sessionDays, sessionRefreshDays, type Auth } from './auth.ts';
import type { SessionUser } from './trpc.ts';

const sessionUser = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  locale: z.enum(locales),
  theme: z.enum(themes),
  veil: z.enum(veils),
});

type Deps = { auth: Auth; db: Database };

/**
 * Cookies whose signature was found good in this process, with the session they carry. Looking at a signature again and
 * building better-auth's request around it costs more than a decision; whether the session still stands is asked of the
 * database each time.
 */
const verified = new WeakMap<Database, Map<string, string>>();
const mostVerified = 10_000;

/** Who is signed in by these headers' cookie; null for nobody, and for an account that was disabled since. */
export async function sessionUserOf(deps: Deps, headers: Headers): Promise<SessionUser | null> {
  const cookie = headers.get('cookie');
  if (cookie === null) return null;
  const known = knownCookies(deps.db);
  const token = known.get(cookie);
  const standing = token === undefined ? null : await standingUser(deps.db, token);
  if (standing !== null) return sessionUser.parse(standing);
  known.delete(cookie);
  const session = await deps.auth.api.getSession({ headers });
  if (session === null || session.user.disabledAt) return null;
  if (known.size >= mostVerified) known.clear();
  known.set(cookie, session.session.token);
  return sessionUser.parse(session.user);
}

function knownCookies(db: Database): Map<string, string> {
  const known = verified.get(db) ?? new Map<string, string>();
  verified.set(db, known);
  return known;
}

/** The person of a session that stands and is not due to be made to last again, which is better-auth's to do. */
async function standingUser(db: Database, token: string): Promise<unknown> {
  const { rows } = await db.pool.query({
    name: 'standing-session',
    text: `SELECT u.id, u.name, u.email, u.role, u.locale, u.theme, u.veil FROM sessions s JOIN users u ON u.id = s.user_id
           WHERE s.token = $1 AND u.disabled_at IS NULL AND s.expires_at > now() + make_interval(days => $2)`,
    values: [token, sessionDays - sessionRefreshDays],
  });
  return rows[0] ?? null;
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
