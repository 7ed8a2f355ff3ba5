import {
  fieldsOf,
  noRows,
  type ColumnMapping,
  type ImportCounts,
  type ImportField,
  type ImportKind,
  type ImportOptions,
} from '@jeoul/shared/catalog/import-contract';
import type { RowProblem } from '@jeoul/shared/catalog/problems';
import { resolveMapping, sampleColumns } from './column-mapping.ts';
import { readRows, type ImportFile, type SourceRow } from './import-file.ts';
import type { ItemTable } from './item-tables.ts';
import type { MenuRecord } from './menu-rows.ts';
import type { ReviewRecord } from './review-rows.ts';
import { shown, type ReadRow } from './row-cells.ts';

/** A lot of rows that were checked: what can be stored, and what was found wrong. */
export type CheckedBatch<R> = { records: R[]; problems: RowProblem[]; counts: ImportCounts; bytesRead: number };

// A batch is one transaction. Its size is bounded in rows and, for files of long texts, in characters.
const batchRows = 2_000;
const batchChars = 4 * 1024 * 1024;
const mappingSampleRows = 200;

/** Which column holds which field, by what was stated and what the header says. Throws COLUMN_MISSING. */
export async function mappingOf(file: ImportFile, kind: ImportKind, options: ImportOptions): Promise<ColumnMapping> {
  const rows = await firstRows(file, mappingSampleRows);
  return resolveMapping(kind, sampleColumns(file.columns, rows), options);
}

/** The first rows of a file, all columns. */
export async function firstRows(file: ImportFile, count: number): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const group of readRows(file, file.columns)) {
    rows.push(...group.filter((row) => row.problem === undefined).slice(0, count - rows.length));
    if (rows.length >= count) break;
  }
  return rows;
}

/** Checks one row whose cells are those of `fields`, in their order. */
export function checkRow<R extends MenuRecord | ReviewRecord>(
  row: SourceRow,
  {
    table,
    kind,
    fields,
    options,
  }: { table: ItemTable<R>; kind: ImportKind; fields: readonly ImportField[]; options: ImportOptions },
): ReadRow<R> {
  const { line, problem } = row;
  if (problem !== undefined) {
    const value = shown(row.cells[0] ?? '');
    return { record: null, problems: [{ line, column: null, severity: 'rejected', reason: problem, value }] };
  }
  const cells: Record<string, string> = {};
  for (const field of fieldsOf[kind]) cells[field] = '';
  fields.forEach((field, place) => {
    cells[field] = row.cells[place] ?? '';
  });
  return table.read({ line, fields: cells }, options);
}

/** Reads and checks a file's rows in batches. The first `skipRows` rows are passed over: an earlier attempt stored them. */
export async function* checkedBatches<R extends MenuRecord | ReviewRecord>(
  file: ImportFile,
  {
    table,
    kind,
    options,
    skipRows = 0,
  }: { table: ItemTable<R>; kind: ImportKind; options: ImportOptions; skipRows?: number },
): AsyncGenerator<CheckedBatch<R>> {
  const fields = fieldsOf[kind].filter((field) => options.mapping[field] !== undefined);
  const columns = fields.map((field) => options.mapping[field] ?? '');
  let bytesRead = 0;
  let toSkip = skipRows;
  let chars = 0;
  let batch = emptyBatch<R>();
  const groups = readRows(file, columns, (bytes) => {
    bytesRead = bytes;
  });
  for await (const rows of groups) {
    for (const row of rows) {
      if (toSkip > 0) {
        toSkip -= 1;
        continue;
      }
      add(batch, checkRow(row, { table, kind, fields, options }));
      chars += row.cells.reduce((total, cell) => total + cell.length, 0);
      if (batch.counts.rowsRead < batchRows && chars < batchChars) continue;
      yield { ...batch, bytesRead };
      batch = emptyBatch<R>();
      chars = 0;
    }
  }
  if (batch.counts.rowsRead > 0) yield { ...batch, bytesRead };
}

function emptyBatch<R>(): CheckedBatch<R> {
  return { records: [], problems: [], counts: { ...noRows }, bytesRead: 0 };
}

function add<R>(batch: CheckedBatch<R>, { record, problems }: ReadRow<R>): void {
  batch.counts.rowsRead += 1;
  batch.problems.push(...problems);
  if (record === null) {
    batch.counts.rowsRejected += 1;
    return;
  }
  batch.records.push(record);
  if (problems.length > 0) batch.counts.rowsWarned += 1;
}
