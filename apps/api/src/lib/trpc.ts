import type { Locale, Theme, Veil } from '@jeoul/shared/access/preferences';
import { isPermitted, type Permission, type Role } from '@jeoul/shared/access/permissions';
import type { JeoulErrorData } from '@jeoul/shared/platform/error-codes';
import { initTRPC } from '@trpc/server';
import type { App } from './app.ts';
import type { Actor } from './audit.ts';
import { fromTrpcError, JeoulError, toTrpcError } from './errors.ts';

export type SessionUser = {
  id: string;
  name: string;
  email: string;
  role: Role;
  locale: Locale;
  theme: Theme;
  veil: Veil;
};
export type Context = { app: App; user: SessionUser | null; requestId: string };

const t = initTRPC.context<Context>().create({
  isDev: false,
  sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 40_000 } },
  errorFormatter({ shape, error, ctx }) {
    const known = fromTrpcError(error);
    const jeoul: JeoulErrorData = { code: known.code, params: known.params, requestId: ctx?.requestId ?? '' };
    return { ...shape, message: known.code, data: { code: shape.data.code, httpStatus: shape.data.httpStatus, jeoul } };
  },
});

/** Turns a thrown JeoulError into its HTTP meaning; anything else is an INTERNAL whose details only the log has. */
const named = t.procedure.use(async ({ next }) => {
  const result = await next();
  if (!result.ok && result.error.cause instanceof JeoulError) throw toTrpcError(result.error.cause);
  return result;
});

/** A procedure that needs no session: sign-in's surroundings and nothing else. */
export const publicProcedure = named;

/** A procedure for whoever is signed in. */
export const signedIn = named.use(({ ctx, next }) => {
  if (ctx.user === null) throw toTrpcError(new JeoulError('UNAUTHENTICATED'));
  const actor: Actor = { kind: 'person', id: ctx.user.id };
  return next({ ctx: { ...ctx, user: ctx.user, actor } });
});

/** A procedure for those whose role holds the permission. */
export function permitted(permission: Permission) {
  return signedIn.use(({ ctx, next }) => {
    if (!isPermitted(ctx.user.role, permission)) throw toTrpcError(new JeoulError('FORBIDDEN', { permission }));
    return next({ ctx });
  });
}

export const router = t.router;
