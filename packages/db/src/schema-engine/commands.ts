import type { MigrationList, SchemaEngine, SchemaFilter } from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { runOn } from './adapter.ts';
import { type SchemaFile, withSchemaEngine } from './engine.ts';

/** Where a command works: what Prisma's command line says when it starts the engine. */
export type CommandContext = { url: string; schemaFiles: SchemaFile[]; print: (text: string) => void };

type EngineMethod = Exclude<keyof SchemaEngine, 'free' | 'debugPanic' | 'introspectSql' | typeof Symbol.dispose>;

const ENGINE_METHODS: Record<EngineMethod, true> = {
  applyMigrations: true,
  createMigration: true,
  dbExecute: true,
  devDiagnostic: true,
  diagnoseMigrationHistory: true,
  diff: true,
  ensureConnectionValidity: true,
  evaluateDataLoss: true,
  introspect: true,
  markMigrationApplied: true,
  markMigrationRolledBack: true,
  reset: true,
  schemaPush: true,
  version: true,
};

/** Carries out one JSON-RPC call of Prisma's command line and returns its result. */
export async function runCommand(context: CommandContext, method: string, params: unknown): Promise<unknown> {
  const { url, schemaFiles, print } = context;
  if (method === 'createDatabase') return { databaseName: await createDatabase(url) };
  const engineMethod = method === 'getDatabaseVersion' ? 'version' : method;
  if (!isEngineMethod(engineMethod)) throw new Error(`This schema engine has no command '${method}'.`);

  const result = await withSchemaEngine(url, schemaFiles, async (engine) => {
    // These two read what the engine has learnt of the migrations from `devDiagnostic`, and learn nothing themselves.
    if (engineMethod === 'evaluateDataLoss' || engineMethod === 'createMigration') {
      const { migrationsList, filters } = params as { migrationsList: MigrationList; filters: SchemaFilter };
      if (migrationsList.migrationDirectories.length > 0) await engine.devDiagnostic({ migrationsList, filters });
    }
    // Prisma's command line sends each method the parameters which its own engine takes; nothing here reads them.
    const run = engine[engineMethod] as (params: unknown) => Promise<unknown>;
    return await run.call(engine, params);
  });
  return printed(result, print) ?? {};
}

function isEngineMethod(method: string): method is EngineMethod {
  return Object.hasOwn(ENGINE_METHODS, method);
}

/** The native engine prints a diff itself; this one returns it. */
function printed(result: unknown, print: (text: string) => void): unknown {
  if (typeof result !== 'object' || result === null || !('stdout' in result)) return result;
  if (typeof result.stdout === 'string') print(result.stdout);
  return { ...result, stdout: null };
}

/** Makes the database that `url` names, and returns its name. */
export async function createDatabase(url: string): Promise<string> {
  const { name, server } = serverOf(url);
  await runOn(server, `CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  return name;
}

/** Drops the database that `url` names, if it is there. */
export async function dropDatabase(url: string): Promise<void> {
  const { name, server } = serverOf(url);
  await runOn(server, `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
}

function serverOf(url: string): { name: string; server: string } {
  const server = new URL(url);
  const name = decodeURIComponent(server.pathname.slice(1));
  server.pathname = '/postgres';
  return { name, server: server.href };
}
