import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bindMigrationAwareSqlAdapterFactory, type ErrorRegistry } from '@prisma/driver-adapter-utils';
import * as wasm from '@prisma/schema-engine-wasm/schema_engine_bg';
import { SchemaEngineAdapterFactory } from './adapter.ts';

/** Schema files as Prisma passes them: path and content. */
export type SchemaFile = [path: string, content: string];

/** What the engine could not do, with Prisma's code for it (`P3006` and the like) where there is one. */
export class SchemaEngineError extends Error {
  override name = 'SchemaEngineError';
  readonly code: string | undefined;

  constructor(message: string, code: string | undefined, cause: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

// Node has it; neither its types of this version nor the language's own library of types do.
declare const WebAssembly: {
  instantiate(code: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>;
};

let loaded: Promise<void> | undefined;

/**
 * Lends out Prisma's schema engine, compiled to WebAssembly, on the database at `url`. A fresh one for each command:
 * the engine remembers what it has seen of a database, and the command before may have changed that.
 */
export async function withSchemaEngine<Result>(
  url: string,
  schemaFiles: SchemaFile[],
  command: (engine: wasm.SchemaEngine) => Promise<Result>,
): Promise<Result> {
  // Once: a second copy would take the place of the first, under commands that are running in it.
  loaded ??= load();
  await loaded;
  const factory = new SchemaEngineAdapterFactory(url);
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  const datamodels = schemaFiles.length > 0 ? schemaFiles : undefined;
  try {
    const engine = await wasm.SchemaEngine.new({ datamodels }, () => {}, adapter);
    try {
      return await command(engine);
    } finally {
      engine.free();
    }
  } catch (error) {
    throw toSchemaEngineError(error, adapter.errorRegistry);
  } finally {
    await factory.disposeAll();
  }
}

async function load(): Promise<void> {
  const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
  const { instance } = await WebAssembly.instantiate(readFileSync(path.join(folder, 'schema_engine_bg.wasm')), {
    './schema_engine_bg.js': wasm,
  });
  wasm.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: start } = instance.exports;
  if (typeof start === 'function') start();
}

/** The engine's errors are JSON in a message, or the number under which an error of the adapter was put aside. */
function toSchemaEngineError(error: unknown, registry: ErrorRegistry): SchemaEngineError {
  const text = error instanceof Error ? error.message : String(error);
  const ofAdapter = /external error.*?id: (\d+)/i.exec(text)?.[1];
  if (ofAdapter !== undefined) {
    const original = registry.consumeError(Number(ofAdapter))?.error;
    return new SchemaEngineError(original instanceof Error ? original.message : text, undefined, original);
  }
  try {
    const { message, error_code: code }: { message?: string; error_code?: string } = JSON.parse(text);
    return new SchemaEngineError(message ?? text, code, error);
  } catch {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    return new SchemaEngineError(text, code, error);
  }
}
