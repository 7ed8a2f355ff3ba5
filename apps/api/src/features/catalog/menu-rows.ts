import { readCount, readPrice } from '@jeoul/shared/catalog/cells';
import type { ImportOptions } from '@jeoul/shared/catalog/import-contract';
import { textKey } from '@jeoul/shared/catalog/text-key';
import { z } from 'zod';
import { blockOfText, cell, lineOfText, needed, readRow, shown, type FieldCells, type ReadRow } from './row-cells.ts';
import {
  contentId,
  maxKeyBytes,
  readId,
  readShortName,
  readStoreName,
  sourceId,
  storeOf,
  type StoreRecord,
} from './identity.ts';

const menuRow = z.object({
  name: needed(lineOfText(500)),
  storeId: cell(readId),
  storeName: cell(readStoreName),
  price: cell(readPrice),
  options: cell(blockOfText(5_000)),
  weeklyOrders: cell(readCount),
  district: cell(readShortName),
  category: cell(readShortName),
  id: cell(readId),
});
// Besides the name, what says which item and which store it is: guessing at those would store something else.
const strictFields = ['name', 'storeId', 'storeName', 'id'];

export type MenuRecord = StoreRecord & {
  line: number;
  externalId: string;
  name: string;
  priceKrw: number | null;
  options: string | null;
  weeklyOrders: number | null;
};

/** A menu row as it will be stored, or why it won't be. */
export function readMenuRow(row: FieldCells, { mapping, source }: ImportOptions): ReadRow<MenuRecord> {
  const { record, problems } = readRow(menuRow, row, { mapping, strictFields });
  if (record === null) return { record, problems };
  const { line } = row;
  const { name, price: priceKrw, options, weeklyOrders, id } = record;
  const store = storeOf(record, source);
  if ('reason' in store) {
    const column = mapping.storeName ?? mapping.storeId ?? null;
    return { record: null, problems: [{ line, column, severity: 'rejected', ...store }] };
  }
  if (Buffer.byteLength(textKey(name)) > maxKeyBytes) {
    const column = mapping.name ?? null;
    return { record: null, problems: [{ line, column, severity: 'rejected', reason: 'too_long', value: shown(name) }] };
  }
  // A readable price counts by its amount, so that 8,500원 and 8500 are the same item; anything else by its words.
  const priceText = priceKrw === null ? (row.fields.price ?? '').normalize('NFC').trim() : String(priceKrw);
  const externalId = id === null ? contentId([store.storeKey, name, priceText]) : sourceId(id, source);
  return { record: { line, externalId, name, priceKrw, options, weeklyOrders, ...store }, problems };
}
