import { JeoulError } from '../../../lib/errors.ts';

/** The place of a row in a list: the value it is ordered by, as Postgres prints it, and its id. */
export type Place = { value: string; id: string };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

export function writeCursor({ value, id }: Place): string {
  return Buffer.from(JSON.stringify([value, id])).toString('base64url');
}

/** Throws INVALID_INPUT for what `writeCursor` has not written. */
export function readCursor(cursor: string): Place {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(parsed) && parsed.length === 2) {
      const [value, id] = parsed as [unknown, unknown];
      if (typeof value === 'string' && typeof id === 'string' && uuid.test(id)) return { value, id };
    }
  } catch {
    // Answered below like everything else that is no cursor.
  }
  throw new JeoulError('INVALID_INPUT', { detail: 'cursor' });
}
