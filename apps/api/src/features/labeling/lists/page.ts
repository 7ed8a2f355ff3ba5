import type { Database } from '@jeoul/db/client';
import { Conditions } from './conditions.ts';
import { readCursor, writeCursor, type Place } from './cursor.ts';

/** Rows looked at for one page where no index finds them: a few ms of work. */
const scanBudget = 5_000;

/** An order that an index keeps: a column, its type, and which way it and the ids within it go. */
export type ListOrder = {
  column: string;
  type: 'real' | 'timestamptz';
  isDescending: boolean;
  isIdDescending: boolean;
};

export type ListQuery = {
  /** The table with its alias, as in `tasks t`. */
  from: string;
  alias: string;
  order: ListOrder;
  /** Conditions that indexes are made for. */
  addIndexed: (conditions: Conditions) => void;
  /** Conditions tried on row after row, and the joins they need. */
  tested: { joins: string; addTo: (conditions: Conditions) => void } | null;
};

export type IdPage = { ids: string[]; next: string | null };

/**
 * The ids of one page. Every page starts where the last ended (keyset), so the thousandth costs what the first does.
 * Statements are unnamed: each is planned for its own values, which differ too much for one plan to be right for all.
 */
export async function readIdPage(
  db: Database,
  query: ListQuery,
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<IdPage> {
  const rows = query.tested
    ? await readTested(db, query, query.tested, { cursor, limit: limit + 1 })
    : await readIndexed(db, query, { cursor, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const ids = page.map((row) => row.id);
  const last = page.at(-1);
  if (rows.length > limit && last) return { ids, next: writeCursor(last) };
  if (query.tested === null) return { ids, next: null };
  const [stopped] = await readIndexed(db, query, { cursor, limit: 1, offset: scanBudget - 1 });
  return { ids, next: stopped ? writeCursor(stopped) : null };
}

type Reach = { cursor: string | null; limit: number; offset?: number };

async function readIndexed(db: Database, query: ListQuery, reach: Reach): Promise<Place[]> {
  const conditions = new Conditions();
  const { rows } = await db.pool.query<Place>(indexedSql(query, conditions, reach), conditions.values);
  return rows;
}

async function readTested(
  db: Database,
  query: ListQuery,
  tested: NonNullable<ListQuery['tested']>,
  { cursor, limit }: Reach,
): Promise<Place[]> {
  const { alias } = query;
  const conditions = new Conditions();
  const scanned = indexedSql(query, conditions, { cursor, limit: scanBudget });
  const tests = conditions.fork();
  tested.addTo(tests);
  const sql = `SELECT ${alias}.id, ${alias}.value FROM (${scanned}) ${alias} ${tested.joins}
    WHERE ${tests.sql} ORDER BY ${alias}.place ${direction(query.order.isDescending)},
      ${alias}.id ${direction(query.order.isIdDescending)} LIMIT ${conditions.param(limit)}`;
  const { rows } = await db.pool.query<Place>(sql, conditions.values);
  return rows;
}

function indexedSql(query: ListQuery, conditions: Conditions, { cursor, limit, offset }: Reach): string {
  const { from, alias, order } = query;
  const column = `${alias}.${order.column}`;
  query.addIndexed(conditions);
  if (cursor !== null) {
    const { value, id } = readCursor(cursor);
    const beyond = order.isDescending ? '<' : '>';
    // The first half bounds the index scan, the second sorts out what shares the place.
    conditions.add(`${column} ${beyond}= ?::${order.type}`, value);
    conditions.add(
      `(${column} ${beyond} ?::${order.type} OR ${alias}.id ${order.isIdDescending ? '<' : '>'} ?::uuid)`,
      value,
      id,
    );
  }
  const { sql } = conditions;
  return `SELECT ${alias}.*, ${column} AS place, ${column}::text AS value FROM ${from} WHERE ${sql}
    ORDER BY ${column} ${direction(order.isDescending)}, ${alias}.id ${direction(order.isIdDescending)}
    LIMIT ${conditions.param(limit)} OFFSET ${conditions.param(offset ?? 0)}`;
}

const direction = (isDescending: boolean) => (isDescending ? 'DESC' : 'ASC');

/** About how many rows the conditions find, as the planner sees it: a millisecond instead of a count. */
export async function estimateRows(db: Database, query: ListQuery): Promise<number> {
  const conditions = new Conditions();
  query.addIndexed(conditions);
  query.tested?.addTo(conditions);
  const { rows } = await db.pool.query<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(
    `EXPLAIN (FORMAT JSON) SELECT 1 FROM ${query.from} ${query.tested?.joins ?? ''} WHERE ${conditions.sql}`,
    conditions.values,
  );
  return rows[0]?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0;
}
