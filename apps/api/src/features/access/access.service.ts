import {
  type Locale,
  personalHotkeys,
  type PersonalHotkeys,
  type preferencesInput,
} from '@jeoul/shared/access/preferences';
import { permissionsOf, type Role } from '@jeoul/shared/access/permissions';
import type { z } from 'zod';
import type { App } from '../../lib/app.ts';
import { appendAudit, type Actor } from '../../lib/audit.ts';
import { hashPassword, minPasswordLength } from '../../lib/auth.ts';
import { JeoulError } from '../../lib/errors.ts';
import type { SessionUser } from '../../lib/trpc.ts';

/** The person signed in, with what their role may do and the keys they chose; null when nobody is. */
export async function describeMe(app: Pick<App, 'db'>, user: SessionUser | null) {
  if (user === null) return null;
  const row = await app.db.prisma.user.findUniqueOrThrow({ where: { id: user.id }, select: { hotkeys: true } });
  // Keys that an older or newer page wrote otherwise are not worth a page that does not open.
  const hotkeys: PersonalHotkeys = personalHotkeys.catch({}).parse(row.hotkeys);
  return { ...user, hotkeys, permissions: permissionsOf(user.role) };
}

export async function updatePreferences(
  app: App,
  userId: string,
  preferences: z.infer<typeof preferencesInput>,
): Promise<void> {
  await app.db.prisma.user.update({ where: { id: userId }, data: preferences });
}

export type NewUser = { email: string; name: string; role: Role; password: string; locale?: Locale; isDemo?: boolean };

/** Creates an account with a password. Throws CONFLICT when the address has one, INVALID_INPUT when the password is short. */
export async function createUser(app: Pick<App, 'db'>, actor: Actor, user: NewUser): Promise<{ id: string }> {
  if (user.password.length < minPasswordLength) {
    throw new JeoulError('INVALID_INPUT', { detail: `a password has at least ${minPasswordLength} characters` });
  }
  const email = user.email.trim().toLowerCase();
  const password = await hashPassword(user.password);
  return app.db.prisma.$transaction(async (tx) => {
    if (await tx.user.findUnique({ where: { email } })) throw new JeoulError('CONFLICT', { email });
    const created = await tx.user.create({
      data: {
        email,
        name: user.name,
        role: user.role,
        locale: user.locale ?? 'ko',
        isDemo: user.isDemo ?? false,
        emailVerified: true,
      },
    });
    await tx.account.create({
      data: { userId: created.id, accountId: created.id, providerId: 'credential', password },
    });
    await appendAudit(tx, {
      actor,
      action: 'user.created',
      targetKind: 'user',
      targetId: created.id,
      after: { email, name: user.name, role: user.role },
    });
    return { id: created.id };
  });
}
