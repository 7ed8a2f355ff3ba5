import type { CellResult } from '@jeoul/shared/catalog/cells';
import type { ColumnMapping, ImportField } from '@jeoul/shared/catalog/import-contract';
import { problemReasons, type ProblemReason, type RowProblem } from '@jeoul/shared/catalog/problems';
import { z } from 'zod';

/** What Postgres can't keep: NUL, and half of a surrogate pair. Everything else is stored as it is. */
const unstorable = /\0|\p{Surrogate}/u;

/** A field of a row: text as it stands in the file, read by one of the readers; null when empty. */
export function cell<T>(read: (text: string) => CellResult<T>) {
  return z.string().transform((text, context): T | null => {
    const { value, problem } = unstorable.test(text) ? { value: null, problem: 'unstorable_character' } : read(text);
    if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
    return value;
  });
}

/** A field without which the row is refused. */
export function needed<T>(read: (text: string) => CellResult<T>) {
  return cell(read).transform((value, context): T => {
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: 'missing' });
    return z.NEVER;
  });
}

/** A single line of text: NFC, white space collapsed. `maxKeyBytes` bounds what an index over its folded form holds. */
export function lineOfText(maxLength: number): (text: string) => CellResult<string> {
  return (text) => bounded(text.normalize('NFC').replace(/\s+/gu, ' ').trim(), maxLength);
}

/** Text of several lines: NFC, white space kept inside. */
export function blockOfText(maxLength: number): (text: string) => CellResult<string> {
  return (text) => bounded(text.normalize('NFC').trim(), maxLength);
}

function bounded(text: string, maxLength: number): CellResult<string> {
  if (text === '') return { value: null };
  return text.length > maxLength ? { value: null, problem: 'too_long' } : { value: text };
}

/** The cells of one row by field, with the line it starts on. Fields the file has no column for are ''. */
export type FieldCells = { line: number; fields: Record<string, string> };

export type ReadRow<T> = { record: T | null; problems: RowProblem[] };

/**
 * Checks one row. A field of `strictFields` that can't be read refuses the row; any other is left out with a warning.
 */
export function readRow<S extends z.ZodType>(
  schema: S,
  { line, fields }: FieldCells,
  { mapping, strictFields }: { mapping: ColumnMapping; strictFields: readonly string[] },
): ReadRow<z.output<S>> {
  const problems: RowProblem[] = [];
  const add = (field: string, reason: ProblemReason, severity: RowProblem['severity']) => {
    const column = mapping[field as ImportField] ?? null;
    problems.push({ line, column, severity, reason, value: shown(fields[field] ?? '') });
  };
  let result = schema.safeParse(fields);
  if (!result.success) {
    const readable = { ...fields };
    for (const { path, message } of result.error.issues) {
      const field = String(path[0]);
      add(field, reasonOf(message), strictFields.includes(field) ? 'rejected' : 'warning');
      readable[field] = '';
    }
    if (problems.some((problem) => problem.severity === 'rejected')) {
      return { record: null, problems: problems.filter((problem) => problem.severity === 'rejected') };
    }
    result = schema.safeParse(readable);
  }
  if (!result.success) throw result.error;
  for (const [field, text] of Object.entries(fields))
    if (text.includes('\uFFFD')) add(field, 'broken_character', 'warning');
  return { record: result.data, problems };
}

function reasonOf(message: string): ProblemReason {
  const reason = problemReasons.find((known) => known === message);
  if (reason === undefined) throw new Error(`no such reason: ${message}`);
  return reason;
}

const shownLength = 200;

/** A value as a list of problems shows it: short, and always storable. */
export function shown(value: string): string | null {
  if (value === '') return null;
  const storable = value.replace(/\0/g, '␀').replace(/\p{Surrogate}/gu, '\uFFFD');
  return storable.length > shownLength ? `${storable.slice(0, shownLength).replace(/\p{Surrogate}/gu, '')}…` : storable;
}
