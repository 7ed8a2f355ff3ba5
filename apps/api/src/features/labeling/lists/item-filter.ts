import type { Database } from '@jeoul/db/client';
import type { TaskFilter } from '@jeoul/shared/labeling/lists';
import { hasTrigram, namePattern, type Conditions } from './conditions.ts';

/** Up to so many items are looked up one by one; more are found sooner by going through the list. */
const mostCandidates = 5_000;
const mostStores = 200;

type Wanted = Pick<TaskFilter, 'text' | 'store' | 'district'>;

/** What of a filter is about the item or its store. */
export type ItemFilter = {
  /** The items themselves, when an index finds them and they are few. */
  candidates: string[] | null;
  /** Adds what has to be looked at row by row, with the item as `i` and its store as `s`. */
  addTo: ((conditions: Conditions) => void) | null;
};

/**
 * Turns text, store and district into the few items an index finds, or into conditions to try on row after row. Texts of
 * one or two letters hold no trigram, and what thousands of items match is met soon enough in any order.
 */
export async function itemFilterOf(db: Database, kind: string, wanted: Wanted): Promise<ItemFilter> {
  const tests: ((conditions: Conditions) => void)[] = [];
  const { text, store, district } = wanted;
  if (district !== undefined) tests.push((conditions) => conditions.add('s.district = ?', district));
  if (store !== undefined) {
    const { column, pattern } = namePattern(store);
    tests.push((conditions) => conditions.add(`s.${column} LIKE ?`, pattern));
  }
  if (text !== undefined) {
    if (kind === 'review') tests.push((conditions) => conditions.add('position(lower(?) IN lower(i.text)) > 0', text));
    else {
      const { column, pattern } = namePattern(text);
      tests.push((conditions) => conditions.add(`i.${column} LIKE ?`, pattern));
    }
  }
  if (tests.length === 0) return { candidates: null, addTo: null };
  const candidates = kind === 'review' ? null : await candidatesOf(db, wanted);
  return {
    candidates,
    addTo: (conditions) => {
      for (const test of tests) test(conditions);
    },
  };
}

/** The items of a text or of a store's name, when there are few; null when there are many or no index can tell. */
async function candidatesOf(db: Database, { text, store }: Wanted): Promise<string[] | null> {
  if (text !== undefined) {
    const { column, pattern } = namePattern(text);
    if (!hasTrigram(pattern)) return null;
    const found = await byIndex(db, `SELECT id FROM menu_items WHERE ${column} LIKE $1 LIMIT $2`, [
      pattern,
      mostCandidates + 1,
    ]);
    if (found.length <= mostCandidates) return found;
  }
  if (store === undefined) return null;
  const { column, pattern } = namePattern(store);
  const stores = await byIndex(db, `SELECT id FROM stores WHERE ${column} LIKE $1 LIMIT $2`, [pattern, mostStores + 1]);
  if (stores.length > mostStores) return null;
  const items = await byIndex(db, 'SELECT id FROM menu_items WHERE store_id = ANY($1::uuid[]) LIMIT $2', [
    stores,
    mostCandidates + 1,
  ]);
  return items.length <= mostCandidates ? items : null;
}

/** Ids by an index: left to itself the planner hopes to meet a common text early and reads the whole table for a rare one. */
async function byIndex(db: Database, sql: string, values: unknown[]): Promise<string[]> {
  const client = await db.pool.connect();
  try {
    await client.query('BEGIN READ ONLY');
    await client.query('SET LOCAL enable_seqscan = off');
    const { rows } = await client.query<{ id: string }>(sql, values);
    await client.query('COMMIT');
    return rows.map((row) => row.id);
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
