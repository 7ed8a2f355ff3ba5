import { spawn } from 'node:child_process';
import path from 'node:path';

export type CommandResult = { code: number | null; out: string; err: string };

/** Runs `jeoul …` in `folder` to its end, as a process of its own against a test's database. */
export async function runJeoul(
  args: readonly string[],
  { folder, databaseUrl }: { folder: string; databaseUrl: string },
): Promise<CommandResult> {
  const main = path.join(import.meta.dirname, '../cli/main.ts');
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), main, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], DATABASE_URL: databaseUrl, JEOUL_AUTH_SECRET: 'only-for-this-test-'.repeat(3) },
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const code = await new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  return { code, out, err };
}
