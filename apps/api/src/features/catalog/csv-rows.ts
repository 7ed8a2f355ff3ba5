import type { ProblemReason } from '@jeoul/shared/catalog/problems';
import { parse, type Info } from 'csv-parse/sync';
import { JeoulError } from '../../lib/errors.ts';

/** A row as it stands in the file. With a `problem` its cells can't be trusted; `cells[0]` is then how it begins. */
export type RawRow = { line: number; cells: string[]; problem?: ProblemReason };

export const maxRowBytes = 1024 * 1024;
const newline = 0x0a;
// Rows asked of the parser after a row was not what it seemed: what follows is read twice, so little is read at first.
const cautiousRows = 4;
// Past this the file quotes in some other way than CSV, or not at all.
const maxUnclosed = 5_000;

type Parsed = { record: string[]; info: Info };

function parseCsv(
  bytes: Buffer,
  delimiter: string,
  options: { isStrict?: boolean; quote?: null; to?: number } = {},
): Parsed[] {
  const { isStrict = false, ...rest } = options;
  const parsed: unknown = parse(bytes, {
    delimiter,
    info: true,
    relax_quotes: !isStrict,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: !isStrict,
    record_delimiter: '\n',
    ...rest,
  });
  return parsed as Parsed[];
}

/** Whether every quotation mark inside the quoted cells is doubled as it should be. */
function isStrictlyQuoted(bytes: Buffer, delimiter: string): boolean {
  try {
    parseCsv(bytes, delimiter, { isStrict: true });
    return true;
  } catch {
    return false;
  }
}

function cellsOfLine(line: Buffer, delimiter: string): number {
  const [parsed] = parseCsv(line, delimiter);
  return (parsed ?? parseCsv(line, delimiter, { quote: null })[0])?.record.length ?? 0;
}

function firstLine(bytes: Buffer): Buffer {
  const end = bytes.indexOf(newline);
  return end === -1 ? bytes : bytes.subarray(0, end);
}

/**
 * The rows of a CSV text, header included, in groups, with the line each starts on. Memory is bounded by the longest
 * row allowed. A quotation mark that is never closed costs the line it is on and no other: reading goes on with the next.
 * Throws FILE_UNREADABLE when there is no end of them.
 * Text comes in with `\n` line ends. `isCut` says that the text was cut off somewhere and the last row may be partial.
 */
export async function* csvRows(
  texts: AsyncIterable<string>,
  { delimiter, isCut = false }: { delimiter: string; isCut?: boolean },
): AsyncGenerator<RawRow[]> {
  const reader = new CsvReader(delimiter);
  for await (const text of texts) {
    if (text !== '') yield reader.read(Buffer.from(text), false);
  }
  if (!isCut) yield reader.read(Buffer.alloc(0), true);
}

class CsvReader {
  readonly #delimiter: string;
  /** What was not taken as rows yet, and the line on which it starts. */
  #rest: Buffer = Buffer.alloc(0);
  #line = 1;
  /** Cells of the header. */
  #width = 0;
  #rowsAtOnce = Number.POSITIVE_INFINITY;
  #unclosed = 0;
  #isInEndlessLine = false;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /** The rows that are complete now; what follows the last of them waits for more text. */
  read(bytes: Buffer, isLast: boolean): RawRow[] {
    this.#rest = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
    if (this.#isInEndlessLine) this.#dropEndlessLine();
    const rows: RawRow[] = [];
    while (this.#takeRows(rows, isLast) || this.#giveUpLine(rows, isLast));
    return rows;
  }

  /** Takes whole rows off the rest. True when there may be more of them behind. */
  #takeRows(rows: RawRow[], isLast: boolean): boolean {
    const bytes = this.#rest;
    const limit = this.#rowsAtOnce;
    const parsed = parseCsv(bytes, this.#delimiter, Number.isFinite(limit) ? { to: limit } : {});
    let taken = { bytes: 0, lines: 0, emptyLines: 0 };
    for (const { record, info } of parsed) {
      const isWhole = isLast || bytes[info.bytes - 1] === newline;
      if (!isWhole) break;
      const skipped = info.empty_lines - taken.emptyLines;
      const start = taken.bytes + skipped;
      const line = this.#line + taken.lines + skipped;
      const spansLines = info.lines - taken.lines - skipped > 1;
      if (spansLines && this.#holdsOtherRows(bytes.subarray(start, info.bytes), record.length)) {
        this.#rest = bytes.subarray(start);
        this.#line = line;
        this.#dropLine(rows);
        this.#rowsAtOnce = cautiousRows;
        return true;
      }
      this.#width ||= record.length;
      if (record.some((cell) => cell.trim() !== '')) rows.push({ line, cells: record });
      taken = { bytes: info.bytes, lines: info.lines, emptyLines: info.empty_lines };
    }
    this.#rest = bytes.subarray(taken.bytes);
    this.#line += taken.lines;
    this.#rowsAtOnce *= 2;
    return parsed.length === limit && taken.bytes > 0;
  }

  /** Whether a row of several lines is really a quotation mark left open, with whole rows after it in the same cell. */
  #holdsOtherRows(raw: Buffer, cells: number): boolean {
    if (this.#width === 0 || (cells === this.#width && isStrictlyQuoted(raw, this.#delimiter))) return false;
    const second = firstLine(raw.subarray(raw.indexOf(newline) + 1));
    return cellsOfLine(second, this.#delimiter) === this.#width;
  }

  /** Drops the first line of a rest that will never make a row. False when the rest may still become one, or is empty. */
  #giveUpLine(rows: RawRow[], isLast: boolean): boolean {
    const start = this.#rest.findIndex((byte) => byte !== newline);
    if (start === -1 || (!isLast && this.#rest.length <= maxRowBytes)) return false;
    this.#line += start;
    this.#rest = this.#rest.subarray(start);
    if (!isLast && !this.#rest.includes(newline)) {
      this.#isInEndlessLine = true;
      this.#dropLine(rows, 'row_too_long');
      return false;
    }
    this.#dropLine(rows);
    return true;
  }

  #dropLine(rows: RawRow[], problem: ProblemReason = 'quote_not_closed'): void {
    this.#unclosed += 1;
    if (this.#unclosed > maxUnclosed) throw new JeoulError('FILE_UNREADABLE', { reason: 'quotes', line: this.#line });
    const line = firstLine(this.#rest);
    rows.push({ line: this.#line, cells: [line.subarray(0, 1_000).toString()], problem });
    this.#rest = this.#rest.subarray(line.length + 1);
    this.#line += 1;
  }

  #dropEndlessLine(): void {
    const end = this.#rest.indexOf(newline);
    this.#isInEndlessLine = end === -1;
    this.#rest = end === -1 ? Buffer.alloc(0) : this.#rest.subarray(end + 1);
  }
}
