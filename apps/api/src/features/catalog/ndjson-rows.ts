import type { ProblemReason } from '@jeoul/shared/catalog/problems';
import { maxRowBytes } from './csv-rows.ts';

/** One line of the file: the object on it, or why there is none. */
export type JsonRow =
  | { line: number; object: Record<string, unknown>; problem?: undefined }
  | { line: number; object: null; problem: ProblemReason; start: string };

/** The objects of newline-delimited JSON, in groups, with the line of each. Empty lines are passed over. */
export async function* ndjsonRows(texts: AsyncIterable<string>, { isCut = false } = {}): AsyncGenerator<JsonRow[]> {
  let rest = '';
  let line = 0;
  let isInEndlessLine = false;
  const endlessRow = (): JsonRow => ({
    line: line + 1,
    object: null,
    problem: 'row_too_long',
    start: rest.slice(0, 1_000),
  });
  for await (const text of texts) {
    const lines = (rest + text).split('\n');
    const rows: JsonRow[] = [];
    rest = lines.pop() ?? '';
    for (const content of lines) {
      line += 1;
      if (isInEndlessLine) isInEndlessLine = false;
      else if (content.trim() !== '') rows.push(parseLine(content, line));
    }
    if (rest.length > maxRowBytes) {
      if (!isInEndlessLine) rows.push(endlessRow());
      isInEndlessLine = true;
    }
    if (isInEndlessLine) rest = '';
    yield rows;
  }
  if (!isCut && !isInEndlessLine && rest.trim() !== '') yield [parseLine(rest, line + 1)];
}

function parseLine(content: string, line: number): JsonRow {
  const start = content.slice(0, 1_000);
  if (content.length > maxRowBytes) return { line, object: null, problem: 'row_too_long', start };
  try {
    const value: unknown = JSON.parse(content);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return { line, object: value as Record<string, unknown> };
    }
  } catch {
    // Falls through: what is not JSON and what is not an object are the same problem to whoever mends the file.
  }
  return { line, object: null, problem: 'not_json', start };
}

/** A JSON value as the text a CSV cell would hold. */
export function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((part) => typeof part !== 'object')) return value.map(String).join(', ');
  return JSON.stringify(value);
}
