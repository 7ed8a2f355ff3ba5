import { locales, themes } from '@jeoul/shared/access/preferences';
import { roles } from '@jeoul/shared/access/permissions';
import { z } from 'zod';
import type { Auth } from './auth.ts';
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
