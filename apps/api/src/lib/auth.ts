import { hash, verify } from '@node-rs/argon2';
import type { Prisma } from '@jeoul/db/client';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';

/** OWASP's argon2id parameters: 19 MiB, two passes, one lane. */
const argon2id = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const clientIpHeader = 'x-jeoul-client-ip';
export const minPasswordLength = 12;

/** A session lasts so long after it was last made to last, which a request does when that is a day ago. */
export const sessionDays = 7;
export const sessionRefreshDays = 1;

/** The argon2id hash of a password, salted, in PHC form. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), argon2id);
}

/** Sign-in and sessions: email and password now, OIDC by a plugin later. Nobody can sign themselves up. */
export function createAuth({ prisma, secret, publicUrl }: { prisma: Prisma; secret: string; publicUrl: string }) {
  return betterAuth({
    appName: 'Jeoul',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    trustedOrigins: [new URL(publicUrl).origin],
    database: prismaAdapter(prisma, { provider: 'postgresql' }),
    user: {
      additionalFields: {
        role: { type: 'string', input: false },
        locale: { type: 'string', input: false },
        theme: { type: 'string', input: false },
        veil: { type: 'string', input: false },
        disabledAt: { type: 'date', input: false, required: false },
      },
    },
    session: { expiresIn: sessionDays * 24 * 3600, updateAge: sessionRefreshDays * 24 * 3600 },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength,
      password: {
        hash: hashPassword,
        verify: ({ hash: stored, password }) => verify(stored, password.normalize('NFKC')),
      },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 600,
      customRules: { '/sign-in/email': { window: 60, max: 10 } },
    },
    advanced: {
      cookiePrefix: 'jeoul',
      useSecureCookies: publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      // The server sets this header itself, over whatever a client sent.
      ipAddress: { ipAddressHeaders: [clientIpHeader] },
      database: { generateId: false },
    },
    telemetry: { enabled: false },
    logger: { level: 'error' },
  });
}

export type Auth = ReturnType<typeof createAuth>;
