import type { ImportCounts } from '@jeoul/shared/catalog/import-contract';
import type { RowProblem } from '@jeoul/shared/catalog/problems';
import { koreanSearchKeys } from '@jeoul/shared/korean/search';
import type pg from 'pg';
import type { StoreRecord } from './identity.ts';

const storeColumns = `"storeKey" text, name text, jamo text, initials text, district text, category text`;

/** Makes the stores that are missing and brings names, districts and categories up to date; nulls change nothing. */
export async function upsertStores(client: pg.ClientBase, stores: readonly StoreRecord[]): Promise<void> {
  // In one order everywhere, so that two imports of the same stores wait for each other instead of deadlocking.
  const rows = stores
    .toSorted((a, b) => (a.storeKey < b.storeKey ? -1 : 1))
    .map(({ storeKey, storeName, district, category }) => {
      return { storeKey, name: storeName, ...koreanSearchKeys(storeName ?? storeKey), district, category };
    });
  const parameter = [JSON.stringify(rows)];
  await client.query(
    `INSERT INTO stores (external_id, name, name_jamo, name_initials, district, category)
     SELECT "storeKey", coalesce(name, "storeKey"), jamo, initials, district, category
     FROM json_to_recordset($1::json) AS r(${storeColumns}) ON CONFLICT (external_id) DO NOTHING`,
    parameter,
  );
  await client.query(
    `UPDATE stores s SET name = coalesce(r.name, s.name), district = coalesce(r.district, s.district),
       category = coalesce(r.category, s.category), updated_at = now(),
       name_jamo = CASE WHEN r.name IS NULL THEN s.name_jamo ELSE r.jamo END,
       name_initials = CASE WHEN r.name IS NULL THEN s.name_initials ELSE r.initials END
     FROM json_to_recordset($1::json) AS r(${storeColumns})
     WHERE s.external_id = r."storeKey" AND (s.name, s.district, s.category) IS DISTINCT FROM
       (coalesce(r.name, s.name), coalesce(r.district, s.district), coalesce(r.category, s.category))`,
    parameter,
  );
}

/** One open task for every item in every queue of its kind. */
export async function openTasks(client: pg.ClientBase, itemKind: string, itemIds: string[]): Promise<void> {
  await client.query(
    `INSERT INTO tasks (queue_id, item_id, similar_key)
     SELECT q.id, i.id, similar_key(m.name)
     FROM unnest($2::uuid[]) WITH ORDINALITY AS i(id, place) CROSS JOIN queues q
     LEFT JOIN menu_items m ON m.id = i.id AND q.item_kind = 'menu_item'
     WHERE q.item_kind = $1 ORDER BY i.place ON CONFLICT DO NOTHING`,
    [itemKind, itemIds],
  );
}

/** Forgets what a model said of items whose text will be another, so that the next rescoring says it anew. */
export async function forgetPredictions(client: pg.ClientBase, itemKind: string, externalIds: string[]): Promise<void> {
  const table = itemKind === 'menu_item' ? 'menu_items' : 'reviews';
  // Tasks before items, in the order of their ids, as decisions lock them: the two never wait for each other in a circle.
  await client.query(
    `UPDATE tasks t SET model_version_id = NULL, top_label_key = NULL, top_probability = NULL, margin = NULL
     FROM (SELECT id FROM tasks WHERE state = 'open' AND item_id IN (SELECT id FROM ${table} WHERE external_id = ANY($1))
           ORDER BY id FOR UPDATE) locked
     WHERE t.id = locked.id`,
    [externalIds],
  );
}

/** Keeps problems under the import, numbered on from `position`. */
export async function keepProblems(
  client: pg.ClientBase,
  importId: string,
  { position, problems }: { position: number; problems: readonly RowProblem[] },
): Promise<void> {
  if (problems.length === 0) return;
  await client.query(
    `INSERT INTO import_problems (import_id, position, line, "column", severity, reason, value)
     SELECT $1, $2 + r.place, r.line, r."column", r.severity, r.reason, r.value
     FROM ROWS FROM (json_to_recordset($3::json) AS (line int, "column" text, severity text, reason text, value text))
       WITH ORDINALITY AS r(line, "column", severity, reason, value, place)`,
    [importId, position, JSON.stringify(problems)],
  );
}

/**
 * Adds a batch's figures to the import's. False when the import is no longer the caller's to go on with: it was
 * cancelled, or another worker took it over and has been past this place.
 */
export async function addCounts(
  client: pg.ClientBase,
  importId: string,
  { before, batch }: { before: number; batch: ImportCounts },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE imports SET rows_read = rows_read + $3, rows_created = rows_created + $4, rows_updated = rows_updated + $5,
       rows_unchanged = rows_unchanged + $6, rows_rejected = rows_rejected + $7, rows_warned = rows_warned + $8
     WHERE id = $1 AND state = 'running' AND rows_read = $2`,
    [
      importId,
      before,
      batch.rowsRead,
      batch.rowsCreated,
      batch.rowsUpdated,
      batch.rowsUnchanged,
      batch.rowsRejected,
      batch.rowsWarned,
    ],
  );
  return rowCount === 1;
}
