import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import path from 'node:path';
import { text } from 'node:stream/consumers';

/** This package's folder, which Prisma's paths start from. */
export const PACKAGE_FOLDER = path.dirname(import.meta.dirname);
export const DEFAULT_SCHEMA = path.join(PACKAGE_FOLDER, 'prisma', 'schema.prisma');
export const DEFAULT_MIGRATIONS = path.join(PACKAGE_FOLDER, 'prisma', 'migrations');

export type PrismaOutcome = { status: number | null; stdout: string; stderr: string };

/** Runs Prisma's command line on the database at `url`, as `pnpm exec prisma …` in this package would. */
export async function runPrisma(commandArguments: string[], url: string): Promise<PrismaOutcome> {
  const program = createRequire(import.meta.url).resolve('prisma/build/index.js');
  const child = spawn(process.execPath, [program, ...commandArguments], {
    cwd: PACKAGE_FOLDER,
    env: {
      ...process.env,
      DATABASE_URL: url,
      PRISMA_SCHEMA_ENGINE_BINARY: path.join(PACKAGE_FOLDER, 'prisma', 'schema-engine.mjs'),
      // No asking for news of Prisma.
      CHECKPOINT_DISABLE: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { status: child.exitCode, stdout, stderr };
}
