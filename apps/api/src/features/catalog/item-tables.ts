import type { ImportKind, ImportOptions } from '@jeoul/shared/catalog/import-contract';
import { textKey } from '@jeoul/shared/catalog/text-key';
import { koreanSearchKeys } from '@jeoul/shared/korean/search';
import type pg from 'pg';
import type { ItemShape, StoredItem } from './batch-plan.ts';
import { readMenuRow, type MenuRecord } from './menu-rows.ts';
import { readReviewRow, type ReviewRecord } from './review-rows.ts';
import type { FieldCells, ReadRow } from './row-cells.ts';

/** How one kind of file is read and where its items are kept. Rows go to Postgres as one JSON parameter a statement. */
export type ItemTable<R extends MenuRecord | ReviewRecord> = ItemShape<R> & {
  itemKind: 'menu_item' | 'review';
  /** The field whose change makes a prediction out of date. */
  textField: keyof R;
  read(row: FieldCells, options: ImportOptions): ReadRow<R>;
  find(client: pg.ClientBase, externalIds: string[]): Promise<StoredItem<R>[]>;
  /** Inserts items whose stores exist; returns the ids of those that were really new. */
  insert(client: pg.ClientBase, rows: R[]): Promise<string[]>;
  update(client: pg.ClientBase, rows: R[]): Promise<void>;
};

const menuColumns = `line int, "externalId" text, "storeKey" text, name text, jamo text, initials text, "textKey" text,
  options text, "priceKrw" int, "weeklyOrders" int`;

function withSearchKeys(rows: MenuRecord[]): string {
  return JSON.stringify(rows.map((row) => ({ ...row, ...koreanSearchKeys(row.name), textKey: textKey(row.name) })));
}

export const menuItems: ItemTable<MenuRecord> = {
  itemKind: 'menu_item',
  textField: 'name',
  content: ['name', 'priceKrw', 'options', 'weeklyOrders'],
  initial: { weeklyOrders: 0 },
  read: readMenuRow,
  async find(client, externalIds) {
    const { rows } = await client.query<StoredItem<MenuRecord>>(
      `SELECT m.external_id AS "externalId", s.external_id AS "storeKey", m.name, m.options, m.price_krw AS "priceKrw",
         m.weekly_orders AS "weeklyOrders"
       FROM menu_items m JOIN stores s ON s.id = m.store_id WHERE m.external_id = ANY($1)`,
      [externalIds],
    );
    return rows;
  },
  async insert(client, rows) {
    const inserted = await client.query<{ id: string }>(
      `INSERT INTO menu_items (store_id, external_id, name, name_jamo, name_initials, text_key, options, price_krw,
         weekly_orders)
       SELECT s.id, r."externalId", r.name, r.jamo, r.initials, r."textKey", r.options, r."priceKrw", r."weeklyOrders"
       FROM json_to_recordset($1::json) AS r(${menuColumns}) JOIN stores s ON s.external_id = r."storeKey"
       ORDER BY r.line ON CONFLICT (external_id) DO NOTHING RETURNING id`,
      [withSearchKeys(rows)],
    );
    return inserted.rows.map((row) => row.id);
  },
  async update(client, rows) {
    await client.query(
      `UPDATE menu_items m SET name = r.name, name_jamo = r.jamo, name_initials = r.initials, text_key = r."textKey",
         options = r.options, price_krw = r."priceKrw", weekly_orders = r."weeklyOrders", updated_at = now()
       FROM json_to_recordset($1::json) AS r(${menuColumns}) WHERE m.external_id = r."externalId"`,
      [withSearchKeys(rows)],
    );
    // The open tasks of renamed items are locked already (forgetPredictions); resolved ones get theirs when they reopen.
    await client.query(
      `UPDATE tasks t SET similar_key = similar_key(m.name) FROM menu_items m
       WHERE m.external_id = ANY($1) AND t.item_id = m.id AND t.state = 'open'
         AND t.similar_key IS DISTINCT FROM similar_key(m.name)`,
      [rows.map((row) => row.externalId)],
    );
  },
};

const reviewColumns = `line int, "externalId" text, "storeKey" text, text text, rating smallint, "tasteRating" smallint,
  "menuText" text, "writtenAt" timestamptz, author text`;

export const reviews: ItemTable<ReviewRecord> = {
  itemKind: 'review',
  textField: 'text',
  content: ['text', 'rating', 'tasteRating', 'menuText', 'writtenAt', 'author'],
  initial: {},
  read: readReviewRow,
  async find(client, externalIds) {
    const { rows } = await client.query<StoredItem<ReviewRecord>>(
      `SELECT v.external_id AS "externalId", s.external_id AS "storeKey", v.text, v.rating,
         v.taste_rating AS "tasteRating", v.menu_text AS "menuText", v.author,
         to_char(v.written_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "writtenAt"
       FROM reviews v JOIN stores s ON s.id = v.store_id WHERE v.external_id = ANY($1)`,
      [externalIds],
    );
    return rows;
  },
  async insert(client, rows) {
    const inserted = await client.query<{ id: string }>(
      `INSERT INTO reviews (store_id, external_id, text, rating, taste_rating, menu_text, written_at, author)
       SELECT s.id, r."externalId", r.text, r.rating, r."tasteRating", r."menuText", r."writtenAt", r.author
       FROM json_to_recordset($1::json) AS r(${reviewColumns}) JOIN stores s ON s.external_id = r."storeKey"
       ORDER BY r.line ON CONFLICT (external_id) DO NOTHING RETURNING id`,
      [JSON.stringify(rows)],
    );
    return inserted.rows.map((row) => row.id);
  },
  async update(client, rows) {
    await client.query(
      `UPDATE reviews v SET text = r.text, rating = r.rating, taste_rating = r."tasteRating", menu_text = r."menuText",
         written_at = r."writtenAt", author = r.author, updated_at = now()
       FROM json_to_recordset($1::json) AS r(${reviewColumns}) WHERE v.external_id = r."externalId"`,
      [JSON.stringify(rows)],
    );
  },
};

/** Runs `work` with the table of a kind of file, whichever it is, without losing its record's type. */
export function withItemTable<T>(
  kind: ImportKind,
  work: <R extends MenuRecord | ReviewRecord>(table: ItemTable<R>) => T,
): T {
  return kind === 'menus' ? work(menuItems) : work(reviews);
}
