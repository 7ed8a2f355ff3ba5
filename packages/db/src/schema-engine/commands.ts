import type {
  CreateMigrationInput,
  CreateMigrationOutput,
  EvaluateDataLossInput,
  EvaluateDataLossOutput,
  SchemaEngine,
} from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { databaseOf, withDatabase } from '../database-url.ts';
import { withClient } from '../with-client.ts';
import { type SchemaFile, withSchemaEngine } from './engine.ts';

/** Where a command works: what Prisma's command line says when it starts the engine. */
export type CommandContext = { url: string; schemaFiles: SchemaFile[]; print: (text: string) => void };

// The engine's own methods that can be trusted. Not `schemaPush` (db push): it does not see partial indexes.
const ENGINE_METHODS = [
  'applyMigrations',
  'dbExecute',
  'devDiagnostic',
  'diagnoseMigrationHistory',
  'diff',
  'ensureConnectionValidity',
  'introspect',
  'markMigrationApplied',
  'markMigrationRolledBack',
  'reset',
  'version',
] as const;

/** Carries out one JSON-RPC call of Prisma's command line and returns its result. */
export async function runCommand(context: CommandContext, call: { method: string; params: unknown }): Promise<unknown> {
  if (call.method === 'createDatabase') return { databaseName: await createDatabase(context.url) };
  const result = await withSchemaEngine(context.url, context.schemaFiles, (engine) => runOnEngine(engine, call));
  return printed(result, context.print) ?? {};
}

async function runOnEngine(engine: SchemaEngine, call: { method: string; params: unknown }): Promise<unknown> {
  // Casts of `params`: Prisma's command line sends each method what its own engine takes, and nothing here checks it.
  const { params } = call;
  if (call.method === 'createMigration') return await createMigration(engine, params as CreateMigrationInput);
  if (call.method === 'evaluateDataLoss') return await evaluateDataLoss(engine, params as EvaluateDataLossInput);
  const wanted = call.method === 'getDatabaseVersion' ? 'version' : call.method;
  const method = ENGINE_METHODS.find((name) => name === wanted);
  if (!method) throw new Error(`This schema engine has no command '${call.method}'.`);
  const run = engine[method] as (params: unknown) => Promise<unknown>;
  return await run.call(engine, params);
}

/** The native engine prints a diff itself; this one returns it. */
function printed(result: unknown, print: (text: string) => void): unknown {
  if (typeof result !== 'object' || result === null || !('stdout' in result)) return result;
  if (typeof result.stdout === 'string') print(result.stdout);
  return { ...result, stdout: null };
}

/**
 * The SQL from the migrations to the schema, `''` when they agree. The engine's own `createMigration` and
 * `evaluateDataLoss`, compiled to WebAssembly, overlook partial indexes and would make them again; `diff` sees them.
 */
export async function sqlToSchema(engine: SchemaEngine, params: EvaluateDataLossInput): Promise<string> {
  const { exitCode, stdout } = await engine.diff({
    from: { tag: 'migrations', ...params.migrationsList },
    to: { tag: 'schemaDatamodel', ...params.schema },
    filters: params.filters,
    script: true,
    exitCode: true,
  });
  return exitCode === 0 ? '' : (stdout ?? '');
}

async function createMigration(engine: SchemaEngine, params: CreateMigrationInput): Promise<CreateMigrationOutput> {
  const sql = await sqlToSchema(engine, params);
  const timestamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  return {
    connectorType: 'postgresql',
    generatedMigrationName: `${timestamp}_${params.migrationName.replaceAll(/\W+/g, '_').toLowerCase()}`,
    extension: 'sql',
    migrationScript: sql === '' && !params.draft ? null : sql,
  };
}

/** Says whether there is anything to do, but not what would be lost: that is for whoever reads the migration. */
async function evaluateDataLoss(engine: SchemaEngine, params: EvaluateDataLossInput): Promise<EvaluateDataLossOutput> {
  const isSame = (await sqlToSchema(engine, params)) === '';
  return { migrationSteps: isSame ? 0 : 1, warnings: [], unexecutableSteps: [] };
}

/** Makes the database that `url` names, and returns its name. */
export async function createDatabase(url: string): Promise<string> {
  const { name, server } = serverOf(url);
  await withClient(server, (client) => client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`));
  return name;
}

/** Drops the database that `url` names, if it is there. */
export async function dropDatabase(url: string): Promise<void> {
  const { name, server } = serverOf(url);
  await withClient(server, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`),
  );
}

function serverOf(url: string): { name: string; server: string } {
  return { name: databaseOf(url), server: withDatabase(url, 'postgres') };
}
