import { noRows, type ImportCounts } from '@jeoul/shared/catalog/import-contract';
import type { RowProblem } from '@jeoul/shared/catalog/problems';
import type pg from 'pg';
import { planBatch, type BatchPlan, type StoredItem } from './batch-plan.ts';
import type { StoreRecord } from './identity.ts';
import { forgetPredictions, openTasks, upsertStores } from './import.queries.ts';
import type { ItemTable } from './item-tables.ts';
import type { MenuRecord } from './menu-rows.ts';
import type { ReviewRecord } from './review-rows.ts';
import { shown } from './row-cells.ts';

/** What became of a batch's rows at one step: figures of that step, and problems found in it. */
export type BatchOutcome = { counts: ImportCounts; problems: RowProblem[] };

function byId<R extends MenuRecord | ReviewRecord>(items: StoredItem<R>[]): Map<string, StoredItem<R>> {
  return new Map(items.map((item) => [item.externalId, item]));
}

function storesOf(records: readonly StoreRecord[]): StoreRecord[] {
  const stores = new Map<string, StoreRecord>();
  for (const { storeKey, storeName, district, category } of records) {
    const known = stores.get(storeKey);
    stores.set(storeKey, {
      storeKey,
      storeName: storeName ?? known?.storeName ?? null,
      district: district ?? known?.district ?? null,
      category: category ?? known?.category ?? null,
    });
  }
  return [...stores.values()];
}

/** Stores a batch in the caller's transaction: stores, items, and a task for each new item in every queue of its kind. */
export async function storeBatch<R extends MenuRecord | ReviewRecord>(
  client: pg.ClientBase,
  table: ItemTable<R>,
  records: readonly R[],
): Promise<BatchOutcome> {
  const ids = [...new Set(records.map((record) => record.externalId))];
  const stored = byId(await table.find(client, ids));
  const plan = planBatch(records, stored, table);
  const misplaced = new Set(plan.misplaced);
  await upsertStores(client, storesOf(records.filter((record) => !misplaced.has(record))));
  if (plan.create.length > 0) {
    const created = await table.insert(client, plan.create);
    await openTasks(client, table.itemKind, created);
  }
  if (plan.update.length > 0) {
    const isRenamed = (r: R) =>
      r[table.textField] !== (stored.get(r.externalId) as Partial<R> | undefined)?.[table.textField];
    const renamed = plan.update.filter(isRenamed).map((record) => record.externalId);
    if (renamed.length > 0) await forgetPredictions(client, table.itemKind, renamed);
    await table.update(client, plan.update);
  }
  return outcomeOf(plan);
}

/** Where a dry run remembers what it would have stored; gone at the end of the transaction it runs in. */
export async function beginRehearsal(client: pg.ClientBase): Promise<void> {
  await client.query('CREATE TEMP TABLE rehearsed_items (external_id text PRIMARY KEY, item json) ON COMMIT DROP');
}

/** What `storeBatch` would do, after what the earlier batches of the same rehearsal would have done. */
export async function rehearseBatch<R extends MenuRecord | ReviewRecord>(
  client: pg.ClientBase,
  table: ItemTable<R>,
  records: readonly R[],
): Promise<BatchOutcome> {
  const ids = [...new Set(records.map((record) => record.externalId))];
  const stored = byId(await table.find(client, ids));
  const rehearsed = await client.query<{ item: StoredItem<R> }>(
    'SELECT item FROM rehearsed_items WHERE external_id = ANY($1)',
    [ids],
  );
  for (const { item } of rehearsed.rows) stored.set(item.externalId, item);
  const plan = planBatch(records, stored, table);
  await client.query(
    `INSERT INTO rehearsed_items SELECT r->>'externalId', r FROM json_array_elements($1::json) AS r
     ON CONFLICT (external_id) DO UPDATE SET item = excluded.item`,
    [JSON.stringify([...plan.create, ...plan.update])],
  );
  return outcomeOf(plan);
}

function outcomeOf<R extends MenuRecord | ReviewRecord>(plan: BatchPlan<R>): BatchOutcome {
  const { rowsCreated, rowsUpdated, rowsUnchanged, misplaced } = plan;
  return {
    counts: { ...noRows, rowsCreated, rowsUpdated, rowsUnchanged, rowsRejected: misplaced.length },
    problems: misplaced.map(({ line, externalId }) => {
      return { line, column: null, severity: 'rejected', reason: 'id_of_other_store', value: shown(externalId) };
    }),
  };
}
