import {
  fieldsOf,
  mainFieldOf,
  type ColumnMapping,
  type ImportField,
  type ImportKind,
  type ImportOptions,
} from '@jeoul/shared/catalog/import-contract';
import { readMoment, readPrice, readRating } from '@jeoul/shared/catalog/cells';
import { distance } from 'fastest-levenshtein';
import { JeoulError } from '../../lib/errors.ts';
import { columnWords, foldHeader } from './column-words.ts';

/** A column by its name, with what its first rows hold. */
export type SampledColumn = { name: string; cells: string[] };

/** What a column holds in each of the rows that were looked at. */
export function sampleColumns(columns: readonly string[], rows: readonly { cells: string[] }[]): SampledColumn[] {
  return columns.map((name, place) => ({ name, cells: rows.map((row) => row.cells[place] ?? '') }));
}

/** Guesses by the names in the header alone, in Korean and English; the likelier words of a field win. */
export function mapByName(kind: ImportKind, columns: readonly string[]): ColumnMapping {
  const words = columnWords[kind];
  const claims = fieldsOf[kind].flatMap((field) =>
    columns.flatMap((column) => {
      const place = words[field]?.indexOf(foldHeader(column)) ?? -1;
      return place === -1 ? [] : [{ field, column, place }];
    }),
  );
  const mapping: ColumnMapping = {};
  const taken = new Set<string>();
  for (const { field, column } of claims.toSorted((a, b) => a.place - b.place)) {
    if (mapping[field] !== undefined || taken.has(column)) continue;
    mapping[field] = column;
    taken.add(column);
  }
  return mapping;
}

const holds: Partial<Record<ImportField, (column: SampledColumn) => boolean>> = {
  name: (column) => isKoreanText(column) && meanLength(column) <= 40 && distinctShare(column) > 0.3,
  text: (column) => isKoreanText(column) && meanLength(column) > 15 && distinctShare(column) > 0.5,
  storeName: (column) => isKoreanText(column) && meanLength(column) <= 30 && distinctShare(column) <= 0.7,
  price: (column) => mostly(column, (cell) => (readPrice(cell).value ?? 0) >= 100),
  rating: (column) => mostly(column, (cell) => readRating(cell).value !== null),
  writtenAt: (column) => mostly(column, (cell) => readMoment(cell).value !== null),
};

/** Of several columns that could be it, which is likeliest. */
const ranks: Partial<Record<ImportField, (column: SampledColumn) => number>> = {
  name: distinctShare,
  text: meanLength,
};

function filled({ cells }: SampledColumn): string[] {
  return cells.filter((cell) => cell.trim() !== '');
}

function mostly(column: SampledColumn, test: (cell: string) => boolean): boolean {
  const cells = filled(column);
  return cells.length > 0 && cells.filter(test).length >= cells.length * 0.6;
}

function isKoreanText(column: SampledColumn): boolean {
  return mostly(column, (cell) => /\p{Script=Hangul}/u.test(cell) && readMoment(cell).value === null);
}

function meanLength(column: SampledColumn): number {
  const cells = filled(column);
  return cells.reduce((total, cell) => total + cell.length, 0) / Math.max(1, cells.length);
}

function distinctShare(column: SampledColumn): number {
  const cells = filled(column);
  return new Set(cells).size / Math.max(1, cells.length);
}

/** Guesses the fields that no name gave away by what the columns hold: for a person to confirm, not to import by. */
export function guessByContent(
  kind: ImportKind,
  columns: readonly SampledColumn[],
  known: ColumnMapping,
): ColumnMapping {
  const guess: ColumnMapping = { ...known };
  for (const field of fieldsOf[kind]) {
    const test = holds[field];
    if (!test || guess[field] !== undefined || (field === 'storeName' && guess.storeId !== undefined)) continue;
    const free = columns.filter((column) => !Object.values(guess).includes(column.name) && test(column));
    const rank = ranks[field] ?? (() => 0);
    const [likeliest] = free.toSorted((a, b) => rank(b) - rank(a));
    if (likeliest) guess[field] = likeliest.name;
  }
  return guess;
}

/** Which kind of file it is by its columns; null when they say nothing. */
export function guessKind(columns: readonly SampledColumn[]): ImportKind | null {
  const names = columns.map((column) => column.name);
  const reviews = mapByName('reviews', names);
  const menus = mapByName('menus', names);
  if (reviews.text !== undefined) return 'reviews';
  if (menus.name !== undefined) return 'menus';
  if (guessByContent('reviews', columns, {}).text !== undefined) return 'reviews';
  return guessByContent('menus', columns, {}).name === undefined ? null : 'menus';
}

/**
 * The mapping an import goes by: what was stated, and for the rest the names in the header. Throws COLUMN_MISSING when
 * a stated column is not in the file, or a needed one was found nowhere; `suggestion` is the column that comes nearest.
 */
export function resolveMapping(
  kind: ImportKind,
  columns: readonly SampledColumn[],
  { mapping: stated, isMappingComplete }: Pick<ImportOptions, 'mapping' | 'isMappingComplete'>,
): ColumnMapping {
  const names = columns.map((column) => column.name);
  for (const [field, column] of Object.entries(stated)) {
    if (!fieldsOf[kind].includes(field as ImportField))
      throw new JeoulError('INVALID_INPUT', { detail: `${kind}: ${field}` });
    if (!names.includes(column)) throw missing(field, names, nearest([column], names));
  }
  const used = new Set(Object.values(stated));
  const free = isMappingComplete ? [] : names.filter((name) => !used.has(name));
  const mapping: ColumnMapping = { ...mapByName(kind, free), ...stated };
  const guess = guessByContent(kind, columns, mapping);
  const main = mainFieldOf[kind];
  const words = columnWords[kind];
  if (mapping[main] === undefined) throw missing(main, names, nearest(words[main] ?? [], names) ?? guess[main] ?? null);
  if (mapping.storeId === undefined && mapping.storeName === undefined) {
    throw missing('storeName', names, nearest(words.storeName ?? [], names) ?? guess.storeName ?? null);
  }
  return mapping;
}

function missing(field: string, columns: readonly string[], suggestion: string | null): JeoulError {
  return new JeoulError('COLUMN_MISSING', { column: field, suggestion, columns: columns.slice(0, 50).join(', ') });
}

/** The column whose name is spelled most like one of the words; null when none comes near. */
function nearest(words: readonly string[], columns: readonly string[]): string | null {
  let best: { column: string; apart: number } | null = null;
  for (const column of columns) {
    const folded = foldHeader(column);
    for (const word of words.map(foldHeader)) {
      const apart = folded.includes(word) && word.length > 1 ? 0.5 : distance(folded, word);
      const isNear = apart <= Math.min(2, Math.max(folded.length, word.length) / 2);
      if (isNear && apart < (best?.apart ?? Number.POSITIVE_INFINITY)) best = { column, apart };
    }
  }
  return best?.column ?? null;
}
