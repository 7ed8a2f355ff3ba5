import {
  fieldsOf,
  noRows,
  type ColumnMapping,
  type ImportCounts,
  type ImportKind,
  type ImportOptions,
} from '@jeoul/shared/catalog/import-contract';
import type { RowProblem } from '@jeoul/shared/catalog/problems';
import { resolveMapping, sampleColumns } from './column-mapping.ts';
import { readRows, type ImportFile, type SourceRow } from './import-file.ts';
import type { ItemTable } from './item-tables.ts';
import type { MenuRecord } from './menu-rows.ts';
import type { ReviewRecord } from './review-rows.ts';
import { shown } from './row-cells.ts';

/** A lot of rows that were checked: what can be stored, and what was found wrong. */
export type CheckedBatch<R> = { records: R[]; problems: RowProblem[]; counts: ImportCounts; bytesRead: number };

// A batch is one transaction. Its size is bounded in rows and, for files of long texts, in characters.
const batchRows = 2_000;
const batchChars = 4 * 1024 * 1024;
const mappingSampleRows = 200;

/** Which column holds which field, by what was stated and what the header says. Throws COLUMN_MISSING. */
export async function mappingOf(file: ImportFile, kind: ImportKind, stated: ColumnMapping): Promise<ColumnMapping> {
  const rows = await firstRows(file, mappingSampleRows);
  return resolveMapping(kind, sampleColumns(file.columns, rows), stated);
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
  const blank = Object.fromEntries(fieldsOf[kind].map((field) => [field, '']));
  let bytesRead = 0;
  let toSkip = skipRows;
  let chars = 0;
  let batch = emptyBatch<R>();
  for await (const rows of readRows(file, columns, (bytes) => {
    bytesRead = bytes;
  })) {
    for (const row of rows) {
      if (toSkip > 0) {
        toSkip -= 1;
        continue;
      }
      const cells = Object.fromEntries(fields.map((field, place) => [field, row.cells[place] ?? '']));
      addRow(batch, row, () => table.read({ line: row.line, fields: { ...blank, ...cells } }, options));
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

function addRow<R>(
  batch: CheckedBatch<R>,
  row: SourceRow,
  read: () => { record: R | null; problems: RowProblem[] },
): void {
  batch.counts.rowsRead += 1;
  if (row.problem !== undefined) {
    batch.counts.rowsRejected += 1;
    const value = shown(row.cells[0] ?? '');
    batch.problems.push({ line: row.line, column: null, severity: 'rejected', reason: row.problem, value });
    return;
  }
  const { record, problems } = read();
  batch.problems.push(...problems);
  if (record === null) batch.counts.rowsRejected += 1;
  else {
    batch.records.push(record);
    if (problems.length > 0) batch.counts.rowsWarned += 1;
  }
}
