import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { Prisma as Namespace, PrismaClient } from './generated/prisma/client.ts';

export type Prisma = PrismaClient;
/** What a transaction callback receives: the client without the means to open another transaction. */
export type Tx = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

/** A piece of SQL with its parameters, to be put into a `$queryRaw` or another piece. */
export const { sql: sqlPiece } = Namespace;
export type SqlPiece = Namespace.Sql;

export type Database = {
  prisma: PrismaClient;
  /** The same connections for SQL that Prisma is too slow for: claims, imports, wide lists. */
  pool: pg.Pool;
  /** Runs a statement by itself, past Prisma and prepared once a connection: for what is asked hundreds of times a second. */
  rows<Row extends object>(statement: SqlPiece): Promise<Row[]>;
  close(): Promise<void>;
};

/** Opens one pool of at most `maxConnections` connections, shared by Prisma and by hand-written SQL. */
export function openDatabase({ url, maxConnections = 20 }: { url: string; maxConnections?: number }): Database {
  const pool = new pg.Pool({ connectionString: url, max: maxConnections, application_name: 'jeoul' });
  // An idle connection that dies with its server must not take the process with it; the next query reports it.
  pool.on('error', () => undefined);
  // Nor must one that is in use: a server that stops says so to it twice, and pg-pool listens once.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: ({ sql }) => statementName(sql) }),
  });
  return {
    prisma,
    pool,
    async rows<Row extends object>({ text, values }: SqlPiece): Promise<Row[]> {
      const { rows } = await pool.query<Row>({ name: statementName(text), text, values });
      return rows;
    },
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

const names = new Map<string, string>();

/** Names a statement so that Postgres plans it once a connection. Bounded: past the limit a statement stays unnamed (''). */
function statementName(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size >= 500) return '';
  const name = `j${names.size}`;
  names.set(sql, name);
  return name;
}
