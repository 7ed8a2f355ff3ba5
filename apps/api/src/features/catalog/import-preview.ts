import {
  fieldsOf,
  mainFieldOf,
  type ColumnMapping,
  type ImportField,
  type ImportKind,
  type PreviewInput,
} from '@jeoul/shared/catalog/import-contract';
import type { RowProblem } from '@jeoul/shared/catalog/problems';
import { guessByContent, guessKind, mapByName, sampleColumns, type SampledColumn } from './column-mapping.ts';
import { openImportFile, readRows, type ImportFile, type SourceRow } from './import-file.ts';
import { checkRow } from './import-rows.ts';
import { sampleSource } from './import-source.ts';
import { withItemTable } from './item-tables.ts';

const shownRows = 20;
/** Looked at to guess what columns hold. */
const sampledRows = 200;
const shownCell = 300;

export type ImportPreview = {
  format: ImportFile['format'];
  encoding: ImportFile['encoding'] | null;
  delimiter: string | null;
  columns: string[];
  /** Null when the columns do not say which it is and nobody did. */
  kind: ImportKind | null;
  mapping: ColumnMapping;
  /** Fields the import can't do without that no column holds yet. */
  missing: ImportField[];
  /** The first rows as they stand in the file, with what is wrong with them under this mapping. */
  rows: { line: number; cells: string[]; problems: RowProblem[] }[];
};

/** Reads the beginning of a file as an import would. Throws FILE_UNREADABLE for what is no table. */
export async function previewImport(input: PreviewInput): Promise<ImportPreview> {
  const bytes = Buffer.from(input.contentBase64, 'base64');
  const source = sampleSource(bytes, { fileName: input.fileName, isCut: input.sizeBytes > bytes.length });
  const file = await openImportFile(source, input);
  const rows: SourceRow[] = [];
  for await (const group of readRows(file, file.columns)) {
    rows.push(...group.slice(0, sampledRows - rows.length));
    if (rows.length >= sampledRows) break;
  }
  const columns = sampleColumns(
    file.columns,
    rows.filter((row) => row.problem === undefined),
  );
  const kind = input.kind ?? guessKind(columns);
  const mapping = kind === null ? {} : (knownColumns(input.mapping, file.columns) ?? guess(kind, columns));
  return {
    format: file.format,
    encoding: file.encoding ?? null,
    delimiter: file.format === 'csv' ? file.delimiter : null,
    columns: file.columns,
    kind,
    mapping,
    missing: kind === null ? [] : missingFields(kind, mapping),
    rows: rows.slice(0, shownRows).map((row) => ({
      line: row.line,
      cells: row.cells.map((cell) => (cell.length > shownCell ? `${cell.slice(0, shownCell)}…` : cell)),
      problems: kind === null ? [] : problemsOf(row, { kind, mapping, columns: file.columns }),
    })),
  };
}

function guess(kind: ImportKind, columns: SampledColumn[]): ColumnMapping {
  const names = columns.map((column) => column.name);
  return guessByContent(kind, columns, mapByName(kind, names));
}

/** What was chosen, without columns that this reading of the file does not have. */
function knownColumns(chosen: ColumnMapping | undefined, columns: readonly string[]): ColumnMapping | undefined {
  return chosen && Object.fromEntries(Object.entries(chosen).filter(([, column]) => columns.includes(column)));
}

function missingFields(kind: ImportKind, mapping: ColumnMapping): ImportField[] {
  const main = mainFieldOf[kind];
  const missing: ImportField[] = mapping[main] === undefined ? [main] : [];
  if (mapping.storeId === undefined && mapping.storeName === undefined) missing.push('storeName');
  return missing;
}

function problemsOf(
  row: SourceRow,
  { kind, mapping, columns }: { kind: ImportKind; mapping: ColumnMapping; columns: readonly string[] },
): RowProblem[] {
  if (missingFields(kind, mapping).length > 0) return [];
  const fields = fieldsOf[kind].filter((field) => mapping[field] !== undefined);
  const cells = fields.map((field) => row.cells[columns.indexOf(mapping[field] ?? '')] ?? '');
  const picked = row.problem === undefined ? { ...row, cells } : row;
  const options = { mapping, isMappingComplete: true };
  return withItemTable(kind, (table) => checkRow(picked, { table, kind, fields, options }).problems);
}
