import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { hasErrorCode } from '../error-code.ts';
import { withClient } from '../with-client.ts';
import { type CommandContext, createDatabase, dropDatabase, runCommand } from './commands.ts';
import { SchemaEngineError } from './engine.ts';

// The protocol between Prisma's command line and its schema engine: the arguments below, then either one command
// given as arguments too, or one JSON-RPC message a line on standard input and output.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    datamodels: { type: 'string', short: 'd', multiple: true, default: [] },
    datasource: { type: 'string', default: '{}' },
    'enabled-preview-features': { type: 'string' },
    'extension-types': { type: 'string' },
    version: { type: 'boolean' },
  },
});
const { url = '' }: { url?: string } = JSON.parse(values.datasource);

if (values.version) process.stdout.write('schema-engine-cli of npm packages\n');
else if (positionals[0] === 'cli') await runOnce(positionals[1] ?? '');
else await serve();

async function runOnce(command: string): Promise<void> {
  try {
    if (command === 'can-connect-to-database') await withClient(url, (client) => client.query('SELECT 1'));
    else if (command === 'create-database') await createDatabase(url);
    else if (command === 'drop-database') await dropDatabase(url);
    else throw new Error(`This schema engine has no command '${command}'.`);
  } catch (error) {
    // Prisma reads the reason from the log; it skips the first line.
    const fields = { message: messageOf(error), error_code: codeOfFailedConnection(error) };
    process.stderr.write(`\n${JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields })}\n`);
    process.exitCode = 1;
  }
}

/** https://www.prisma.io/docs/orm/reference/error-reference */
function codeOfFailedConnection(error: unknown): string {
  if (hasErrorCode(error, '3D000')) return 'P1003';
  if (hasErrorCode(error, '42P04')) return 'P1009';
  if (hasErrorCode(error, 'ECONNREFUSED')) return 'P1001';
  return 'P1000';
}

async function serve(): Promise<void> {
  let printed = 0;
  const context: CommandContext = {
    url,
    schemaFiles: values.datamodels.map((file) => [file, readFileSync(file, 'utf8')]),
    print: (content) => send({ id: `print-${++printed}`, method: 'print', params: { content } }),
  };
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue;
    const { id, method, params }: { id: number; method?: string; params?: unknown } = JSON.parse(line);
    // Without a method it is the answer to something printed.
    if (method !== undefined) await answer(context, { id, method, params });
  }
}

async function answer(context: CommandContext, call: { id: number; method: string; params: unknown }): Promise<void> {
  try {
    send({ id: call.id, result: await runCommand(context, call) });
  } catch (error) {
    const code = error instanceof SchemaEngineError ? error.code : undefined;
    const data = { is_panic: false, message: messageOf(error), error_code: code, meta: null };
    // 4466 is the code under which Prisma shows `data` to the user.
    send({ id: call.id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data } });
  }
}

function send(message: object): void {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
