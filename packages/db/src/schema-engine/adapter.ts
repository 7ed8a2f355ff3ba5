import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { databaseOf, withDatabase } from '../database-url.ts';
import { withClient } from '../with-client.ts';

const CHAR_OID = pg.types.builtins.CHAR;

/**
 * Connects Prisma's schema engine to Postgres by way of `@prisma/adapter-pg`, with what that adapter lacks for it:
 * scripts are run whole (the adapter splits them at every `;`, in strings and function bodies too), columns of
 * Postgres's internal type "char" can be read, and the shadow database is never the real one.
 */
export class SchemaEngineAdapterFactory implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = 'postgres';
  readonly adapterName = '@prisma/adapter-pg';
  readonly #url: string;
  readonly #open = new Set<SqlDriverAdapter>();

  constructor(url: string) {
    this.#url = url;
  }

  async connect(): Promise<SqlDriverAdapter> {
    return await this.#connectTo(this.#url);
  }

  /** A database of its own, made for the purpose and dropped with the connection. */
  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    const shadow = `shadow_${randomUUID().slice(0, 8)}_${databaseOf(this.#url)}`;
    const name = pg.escapeIdentifier(shadow);
    const run = (statement: string) => withClient(this.#url, (client) => client.query(statement));
    await run(`CREATE DATABASE ${name} TEMPLATE template0`);
    return await this.#connectTo(withDatabase(this.#url, shadow), async () => {
      await run(`DROP DATABASE ${name} WITH (FORCE)`);
    });
  }

  /** The engine does not close what it opened when a command fails. */
  async disposeAll(): Promise<void> {
    for (const adapter of this.#open) await adapter.dispose();
  }

  async #connectTo(url: string, afterwards = async () => {}): Promise<SqlDriverAdapter> {
    // One connection, so that what a script sets (SET search_path …) holds for the next.
    const pool = new CharMarkingPool({ connectionString: url, max: 1 });
    const schema = new URL(url).searchParams.get('schema') ?? 'public';
    const inner = await new PrismaPg(pool, { schema, disposeExternalPool: true }).connect();
    const adapter: SqlDriverAdapter = {
      provider: inner.provider,
      adapterName: inner.adapterName,
      queryRaw: async (query) => {
        const result = await inner.queryRaw(query);
        for (const column of pool.charColumnsOf(result.rows)) result.columnTypes[column] = ColumnTypeEnum.Character;
        return result;
      },
      executeRaw: (query) => inner.executeRaw(query),
      executeScript: async (script) => {
        // Without arguments, node-postgres sends the text as it is, and Postgres finds the statements in it.
        await inner.executeRaw({ sql: script, args: [], argTypes: [] });
      },
      startTransaction: (isolationLevel) => inner.startTransaction(isolationLevel),
      getConnectionInfo: () => inner.getConnectionInfo(),
      dispose: async () => {
        if (!this.#open.delete(adapter)) return;
        await inner.dispose();
        await afterwards();
      },
    };
    this.#open.add(adapter);
    return adapter;
  }
}

/**
 * Shows columns of the internal type "char" as text, which the adapter can read, and remembers which they were, since
 * the schema engine accepts nothing but single characters for them.
 */
class CharMarkingPool extends pg.Pool {
  readonly #charColumns = new WeakMap<object, number[]>();

  constructor(config: pg.PoolConfig) {
    super(config);
    // Assigned rather than overridden: of the many overloads of `query`, the adapter calls this one alone.
    Object.assign(this, { query: (config: pg.QueryArrayConfig) => this.#queryMarkingChars(config) });
  }

  charColumnsOf(rows: unknown[][]): number[] {
    return this.#charColumns.get(rows) ?? [];
  }

  async #queryMarkingChars(config: pg.QueryArrayConfig): Promise<pg.QueryArrayResult> {
    const result = await super.query(config);
    // A script of several statements has several results, and none that anyone reads.
    if (Array.isArray(result)) return result;
    const columns = [...result.fields.keys()].filter((column) => result.fields[column]?.dataTypeID === CHAR_OID);
    for (const column of columns) {
      const field = result.fields[column];
      if (field) field.dataTypeID = pg.types.builtins.TEXT;
      for (const row of result.rows) if (row[column] === '') row[column] = '\0';
    }
    this.#charColumns.set(result.rows, columns);
    return result;
  }
}
