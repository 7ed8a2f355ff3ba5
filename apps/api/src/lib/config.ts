import { z } from 'zod';

const environment = z.object({
  /** A managed Postgres (18 or newer). Without it an embedded one runs in the data folder. */
  DATABASE_URL: z.url().optional(),
  /** BullMQ's jobs go to this Redis instead of Postgres. */
  REDIS_URL: z.url().optional(),
  /** Signs sessions; at least 32 characters. The embedded mode makes one in the data folder. */
  JEOUL_AUTH_SECRET: z.string().min(32).optional(),
  /** Where people open the console, when not http://localhost:PORT. */
  JEOUL_PUBLIC_URL: z.url().optional(),
  JEOUL_HOST: z.string().optional(),
  JEOUL_PORT: z.coerce.number().int().min(0).max(65535).optional(),
  JEOUL_DATA_DIR: z.string().optional(),
  /** Comma-separated roles of this process: api, worker. */
  JEOUL_ROLES: z.string().optional(),
  JEOUL_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).optional(),
});
export type Environment = z.infer<typeof environment>;

/** Reads the environment once; throws with every variable that is wrong named. The only place that looks at process.env. */
export function readEnvironment(): Environment {
  const present = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(present);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment has values that can't be used:\n${wrong.join('\n')}`);
}

export const roleNames = ['api', 'worker'] as const;
export type RoleName = (typeof roleNames)[number];

/** Everything one process needs to know to start. */
export type Config = {
  databaseUrl: string;
  redisUrl: string | null;
  authSecret: string;
  publicUrl: string;
  host: string;
  port: number;
  /** Demo accounts exist and are shown on the sign-in page; only ever true on loopback. */
  isDemo: boolean;
  roles: readonly RoleName[];
  logLevel: string;
};

/** Whether an address is reached from this machine alone. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}
