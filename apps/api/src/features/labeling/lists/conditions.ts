import { disassemble } from 'es-hangul';
import { isInitialsQuery } from '@jeoul/shared/korean/search';

/** Parts of a WHERE with their values, numbered as they are put together. */
export class Conditions {
  readonly values: unknown[];
  readonly #parts: string[] = [];

  constructor(values: unknown[] = []) {
    this.values = values;
  }

  /** Another WHERE of the same statement, whose values follow these. */
  fork(): Conditions {
    return new Conditions(this.values);
  }

  /** Adds a condition; each `?` in it stands for the next of `values`. */
  add(sql: string, ...values: unknown[]): void {
    let at = 0;
    this.#parts.push(sql.replaceAll('?', () => this.param(values[at++])));
  }

  /** That a column is one of the keys. A single one is told apart: only behind `=` does an index keep the list's order. */
  addKeys(column: string, keys: readonly string[]): void {
    if (keys.length === 1) this.add(`${column} = ?`, keys[0]);
    else this.add(`${column} = ANY(?::text[])`, keys);
  }

  /** An answer key of any number of labels that holds one of these. No index finds it. */
  addHeld(column: string, keys: readonly string[]): void {
    this.add(`string_to_array(${column}, '+') && ?::text[]`, keys);
  }

  /** The placeholder of a value used elsewhere in the statement. */
  param(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  get sql(): string {
    return this.#parts.length === 0 ? 'TRUE' : this.#parts.join(' AND ');
  }
}

/** Which of an item's search columns a text is looked for in, and as what pattern. */
export function namePattern(query: string): { column: 'name_jamo' | 'name_initials'; pattern: string } {
  const plain = query.normalize('NFC').toLowerCase().replace(/\s+/gu, '');
  const escape = (text: string) => text.replace(/[\\%_]/gu, '\\$&');
  return isInitialsQuery(query)
    ? { column: 'name_initials', pattern: `%${escape(plain)}%` }
    : { column: 'name_jamo', pattern: `%${escape(disassemble(plain))}%` };
}

/** Shorter patterns hold no trigram: no index finds them. */
export function hasTrigram(pattern: string): boolean {
  return [...pattern.replaceAll('%', '')].length >= 3;
}
