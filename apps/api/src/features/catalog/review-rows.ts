import { readMoment, readRating } from '@jeoul/shared/catalog/cells';
import type { ImportOptions } from '@jeoul/shared/catalog/import-contract';
import { z } from 'zod';
import { blockOfText, cell, lineOfText, needed, readRow, type FieldCells, type ReadRow } from './row-cells.ts';
import { contentId, readId, readShortName, readStoreName, sourceId, storeOf, type StoreRecord } from './identity.ts';

const reviewRow = z.object({
  text: needed(blockOfText(300_000)),
  storeId: cell(readId),
  storeName: cell(readStoreName),
  rating: cell(readRating),
  tasteRating: cell(readRating),
  menu: cell(blockOfText(5_000)),
  writtenAt: cell(readMoment),
  author: cell(lineOfText(200)),
  district: cell(readShortName),
  category: cell(readShortName),
  id: cell(readId),
});
const strictFields = ['text', 'storeId', 'storeName', 'id'];

export type ReviewRecord = StoreRecord & {
  line: number;
  externalId: string;
  text: string;
  rating: number | null;
  tasteRating: number | null;
  menuText: string | null;
  /** ISO 8601, UTC. */
  writtenAt: string | null;
  author: string | null;
};

/** A review row as it will be stored, or why it won't be. */
export function readReviewRow(row: FieldCells, { mapping, source }: ImportOptions): ReadRow<ReviewRecord> {
  const { record, problems } = readRow(reviewRow, row, { mapping, strictFields });
  if (record === null) return { record, problems };
  const { line } = row;
  const store = storeOf(record, source);
  if ('reason' in store) {
    const column = mapping.storeName ?? mapping.storeId ?? null;
    return { record: null, problems: [{ line, column, severity: 'rejected', ...store }] };
  }
  const { text, rating, tasteRating, menu: menuText, writtenAt, author, id } = record;
  // Without an id, two people who wrote the same short text are told apart by when they wrote and what they ordered.
  const moment = writtenAt ?? (row.fields.writtenAt ?? '').normalize('NFC').trim();
  const content = [store.storeKey, text, moment, author ?? '', menuText ?? '', String(rating ?? '')];
  const externalId = id === null ? contentId(content) : sourceId(id, source);
  return { record: { line, externalId, text, rating, tasteRating, menuText, writtenAt, author, ...store }, problems };
}
