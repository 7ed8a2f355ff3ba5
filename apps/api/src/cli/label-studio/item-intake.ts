import {
  fieldsOf,
  type ColumnMapping,
  type ImportKind,
  type ImportOptions,
} from '@jeoul/shared/catalog/import-contract';
import type pg from 'pg';
import { resolveMapping, sampleColumns } from '../../features/catalog/column-mapping.ts';
import { storeBatch } from '../../features/catalog/import-batch.ts';
import { withItemTable, type ItemTable } from '../../features/catalog/item-tables.ts';
import type { MenuRecord } from '../../features/catalog/menu-rows.ts';
import { cellOf } from '../../features/catalog/ndjson-rows.ts';
import type { ReviewRecord } from '../../features/catalog/review-rows.ts';
import { inTransaction } from '../../features/catalog/transactions.ts';
import type { ItemIntake } from '../../features/labeling/interchange/item-intake.ts';
import { itemIdField, storeIdField } from '../../features/labeling/interchange/label-studio-format.ts';

export type IntakeInput = {
  kind: ImportKind;
  pool: pg.Pool;
  /** Which field of the data holds what, over what its name says. */
  mapping: ColumnMapping;
  /** The store of items whose data names none. */
  storeName: string | null;
};

/** Runs `work` with the catalogue's side of an import of tasks: items are read and stored as those of other files are. */
export function withItemIntake<T>(
  input: IntakeInput,
  work: <R extends MenuRecord | ReviewRecord>(items: ItemIntake<R>) => T,
): T {
  return withItemTable(input.kind, (table) => work(intakeOf(table, input)));
}

/** A field that stands for the store where the data has none. */
const storeField = ' store';

function intakeOf<R extends MenuRecord | ReviewRecord>(
  table: ItemTable<R>,
  { kind, pool, mapping: stated, storeName }: IntakeInput,
): ItemIntake<R> {
  let options: ImportOptions = { mapping: {}, isMappingComplete: false };
  const textField = kind === 'menus' ? 'name' : 'text';
  return {
    prepare(samples) {
      const names = [...new Set(samples.flatMap((data) => Object.keys(data)))];
      const columns = storeName === null ? names : [...names, storeField];
      const rows = samples.map((data) => ({ cells: columns.map((name) => cellOf(data[name])) }));
      const mapping = { ...stated };
      if (names.includes(storeIdField)) mapping.storeId ??= storeIdField;
      if (names.includes(itemIdField)) mapping.id ??= itemIdField;
      if (storeName !== null) mapping.storeName ??= storeField;
      const resolved = resolveMapping(kind, sampleColumns(columns, rows), { mapping, isMappingComplete: false });
      // An id among the data may be anything; what Label Studio calls the task says which one it is.
      if (mapping.id === undefined) delete resolved.id;
      options = { mapping: resolved, isMappingComplete: true };
    },
    read(data, { index, id }) {
      const fields: Record<string, string> = {};
      for (const field of fieldsOf[kind]) {
        const column = options.mapping[field];
        fields[field] = column === undefined ? '' : column === storeField ? (storeName ?? '') : cellOf(data[column]);
      }
      if (fields['id'] === '') fields['id'] = id ?? '';
      const { record, problems } = table.read({ line: index, fields }, options);
      if (record === null) return { item: null, problems };
      const { externalId } = record;
      return { item: { externalId, fileText: fields[textField] ?? '', text: textOf(record), record }, problems };
    },
    async addMissing(items) {
      const records = new Map(items.map(({ externalId, record }) => [externalId, record]));
      return inTransaction(pool, async (client) => {
        for (const { externalId } of await table.find(client, [...records.keys()])) records.delete(externalId);
        if (records.size === 0) return 0;
        const { counts } = await storeBatch(client, table, [...records.values()]);
        return counts.rowsCreated;
      });
    },
  };
}

function textOf(record: MenuRecord | ReviewRecord): string {
  return 'text' in record ? record.text : record.name;
}
