import { hash } from 'node:crypto';
import type { RowProblem } from '@jeoul/shared/catalog/problems';
import { textKey } from '@jeoul/shared/catalog/text-key';
import { lineOfText, shown } from './row-cells.ts';

export const readId = lineOfText(200);
export const readStoreName = lineOfText(200);
export const readShortName = lineOfText(100);

/** What an index entry may hold, with room to spare: NFKC can make a text many times longer. */
export const maxKeyBytes = 2_000;

export type StoreCells = {
  storeId: string | null;
  storeName: string | null;
  district: string | null;
  category: string | null;
};

/** What an item's row says of its store. `storeKey` is the store's external id. */
export type StoreRecord = {
  storeKey: string;
  storeName: string | null;
  district: string | null;
  category: string | null;
};

/** An id of the file as it is stored: with its source's name before it, when one was given. */
export function sourceId(id: string, source: string | undefined): string {
  return source === undefined ? id : `${source}:${id}`;
}

/** The store of a row: by its id, else by its name and district. A row that names none is refused. */
export function storeOf(
  cells: StoreCells,
  source: string | undefined,
): StoreRecord | Pick<RowProblem, 'reason' | 'value'> {
  const { storeId, storeName, district, category } = cells;
  const facts = { storeName, district, category };
  if (storeId !== null) return { storeKey: sourceId(storeId, source), ...facts };
  if (storeName === null) return { reason: 'store_missing', value: null };
  const storeKey = `name:${textKey(storeName)}|${textKey(district ?? '')}`;
  if (Buffer.byteLength(storeKey) > maxKeyBytes) return { reason: 'too_long', value: shown(storeName) };
  return { storeKey, ...facts };
}

/** The identity of a row that brings none: `sha256:` and the hash of what makes it what it is. */
export function contentId(parts: readonly string[]): string {
  return `sha256:${hash('sha256', JSON.stringify(parts), 'base64url')}`;
}
