import path from 'node:path';
import type { ImportEncoding, ImportFormat } from '@jeoul/shared/catalog/import-contract';
import type { ProblemReason } from '@jeoul/shared/catalog/problems';
import { parse } from 'csv-parse/sync';
import { unescapeFormula } from '../../lib/csv.ts';
import { JeoulError } from '../../lib/errors.ts';
import { csvRows } from './csv-rows.ts';
import { readBytes, type ImportSource } from './import-source.ts';
import { cellOf, ndjsonRows, type JsonRow } from './ndjson-rows.ts';
import { decodeText } from './text-encoding.ts';

/** A file whose format is known. */
export type ImportFile = {
  source: ImportSource;
  format: ImportFormat;
  encoding: ImportEncoding | undefined;
  delimiter: string;
  /** Names in the header of a CSV file; the keys of the first objects of an NDJSON file. */
  columns: string[];
};

/** The cells of the columns asked for, in their order; '' where the row has none. */
export type SourceRow = { line: number; cells: string[]; problem?: ProblemReason };

const sampleChars = 256 * 1024;
const delimiters = [',', '\t', ';', '|'] as const;

/**
 * Finds out how a file is written, from its first 256 KB: encoding, format, delimiter, columns. What `options` states
 * is taken as it is. Throws FILE_UNREADABLE for what is no table of text.
 */
export async function openImportFile(
  source: ImportSource,
  options: { encoding?: ImportEncoding | undefined; delimiter?: string | undefined } = {},
): Promise<ImportFile> {
  const { fileName } = source;
  let found = options.encoding;
  const text = await readSample(source, options.encoding, (encoding) => {
    found = encoding;
  });
  const start = text.trimStart();
  if (start === '') throw new JeoulError('FILE_UNREADABLE', { fileName, reason: 'empty' });
  if (start.startsWith('[')) throw new JeoulError('FILE_UNREADABLE', { fileName, reason: 'json_array' });
  const format: ImportFormat = start.startsWith('{') ? 'ndjson' : 'csv';
  const delimiter = options.delimiter ?? (format === 'csv' ? guessDelimiter(text, fileName) : ',');
  const file: ImportFile = { source, format, encoding: found, delimiter, columns: [] };
  file.columns = format === 'ndjson' ? await jsonColumns(text) : await headerColumns(text, delimiter);
  if (file.columns.length === 0) throw new JeoulError('FILE_UNREADABLE', { fileName, reason: 'no_columns' });
  return file;
}

async function readSample(
  source: ImportSource,
  encoding: ImportEncoding | undefined,
  onEncoding: (found: ImportEncoding) => void,
): Promise<string> {
  let text = '';
  for await (const piece of decodeText(readBytes(source), { fileName: source.fileName, encoding, onEncoding })) {
    text += piece;
    if (text.length >= sampleChars) break;
  }
  return text;
}

/** The delimiter that cuts the first lines into the most cells, all into equally many; by the file's ending in doubt. */
function guessDelimiter(text: string, fileName: string): string {
  const lines = text
    .slice(0, 64 * 1024)
    .split('\n')
    .slice(0, 20)
    .join('\n');
  const expected = path.extname(fileName.replace(/\.gz$/i, '')).toLowerCase() === '.tsv' ? '\t' : ',';
  let best = { delimiter: expected, score: 0 };
  for (const delimiter of [expected, ...delimiters]) {
    const rows: string[][] = parse(lines, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      skip_records_with_error: true,
    });
    const width = rows[0]?.length ?? 0;
    const even = rows.filter((row) => row.length === width).length / Math.max(1, rows.length);
    const score = width > 1 ? width * even : 0;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

async function headerColumns(text: string, delimiter: string): Promise<string[]> {
  // Cut unless the file ends here: a header alone has no line end to be whole by.
  for await (const [header] of csvRows(once(`${text}\n`), { delimiter, isCut: true })) {
    return header === undefined ? [] : distinct(header.cells);
  }
  return [];
}

async function jsonColumns(text: string): Promise<string[]> {
  const names = new Set<string>();
  for await (const rows of ndjsonRows(once(text), { isCut: false })) {
    for (const { object } of rows.slice(0, 200)) for (const name of Object.keys(object ?? {})) names.add(name);
  }
  return [...names];
}

/** Trims the names; a second column of one name becomes `name (2)`, one without a name `#3`. */
function distinct(header: string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((cell, index) => {
    const name = cell.normalize('NFC').trim() || `#${index + 1}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

function jsonSourceRow(row: JsonRow, columns: readonly string[]): SourceRow {
  if (row.object === null) return { line: row.line, cells: [row.start], problem: row.problem };
  const { line, object } = row;
  const values = columns.map((name) => (Object.hasOwn(object, name) ? object[name] : null));
  // Past 2^53 a JSON number has lost digits already: two ids could have become one.
  const lossy = values.find(
    (value) => typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value),
  );
  if (lossy !== undefined) return { line, cells: [cellOf(lossy)], problem: 'out_of_range' };
  return { line, cells: values.map(cellOf) };
}

/** The rows of a file, in groups, reduced to the columns asked for; the header is not among them. */
export async function* readRows(
  file: ImportFile,
  columns: readonly string[],
  onRead?: (bytes: number) => void,
): AsyncGenerator<SourceRow[]> {
  const { source, delimiter } = file;
  const texts = decodeText(readBytes(source, onRead), { fileName: source.fileName, encoding: file.encoding });
  if (file.format === 'ndjson') {
    for await (const rows of ndjsonRows(texts, { isCut: source.isCut })) {
      yield rows.map((row) => jsonSourceRow(row, columns));
    }
    return;
  }
  const places = columns.map((name) => file.columns.indexOf(name));
  let isHeader = true;
  for await (const group of csvRows(texts, { delimiter, isCut: source.isCut })) {
    const rows = isHeader ? group.slice(1) : group;
    isHeader &&= group.length === 0;
    yield rows.map((row): SourceRow => {
      const problem = row.problem ?? widthProblem(row.cells, file.columns.length);
      if (problem !== undefined) return { line: row.line, cells: [row.cells.join(delimiter).slice(0, 1_000)], problem };
      return { line: row.line, cells: places.map((place) => unescapeFormula(row.cells[place] ?? '')) };
    });
  }
}

/** Empty cells may be left off or hang over at the end of a row; a row cut off at a quotation mark may not pass for one. */
function widthProblem(cells: readonly string[], width: number): ProblemReason | undefined {
  if (cells.slice(width).some((cell) => cell.trim() !== '')) return 'too_many_cells';
  const isCutOff = cells.length < width && cells.some((cell) => cell.includes('"'));
  return isCutOff ? 'too_few_cells' : undefined;
}
