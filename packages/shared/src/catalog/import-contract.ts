import { z } from 'zod';

/** What a file can hold. */
export const importKinds = ['menus', 'reviews'] as const;
export type ImportKind = (typeof importKinds)[number];

/** What a column of a file can mean. `storeId` and `id` are the source's own keys. */
export const menuFields = [
  'name',
  'storeId',
  'storeName',
  'price',
  'options',
  'weeklyOrders',
  'district',
  'category',
  'id',
] as const;
export const reviewFields = [
  'text',
  'storeId',
  'storeName',
  'rating',
  'tasteRating',
  'menu',
  'writtenAt',
  'author',
  'district',
  'category',
  'id',
] as const;
export type MenuField = (typeof menuFields)[number];
export type ReviewField = (typeof reviewFields)[number];
export type ImportField = MenuField | ReviewField;

export const fieldsOf: Record<ImportKind, readonly ImportField[]> = { menus: menuFields, reviews: reviewFields };
/** The field without which a row says nothing. Beside it every row names its store, by `storeId` or `storeName`. */
export const mainFieldOf: Record<ImportKind, ImportField> = { menus: 'name', reviews: 'text' };

/** Which column of the file holds which field, by the column's name in the header. */
export type ColumnMapping = Partial<Record<ImportField, string>>;

const fieldName = z.enum([...new Set([...menuFields, ...reviewFields])] as [ImportField, ...ImportField[]]);
export const columnMapping = z.partialRecord(fieldName, z.string().min(1).max(1_000));

export const importEncodings = ['utf8', 'cp949', 'utf16le', 'utf16be'] as const;
export type ImportEncoding = (typeof importEncodings)[number];
export const importFormats = ['csv', 'ndjson'] as const;
export type ImportFormat = (typeof importFormats)[number];

/** How a file is to be read. What is left out is found out from the file. */
export const importOptions = z.object({
  mapping: columnMapping.default({}),
  encoding: z.enum(importEncodings).optional(),
  delimiter: z.string().length(1).optional(),
  /** Put before the ids of the file, so that those of two sources cannot be taken for each other. */
  source: z
    .string()
    .regex(/^[\p{L}\p{N}._-]{1,50}$/u)
    .optional(),
});
export type ImportOptions = z.infer<typeof importOptions>;

export const maxImportBytes = 2 * 1024 ** 3;
/** How much of a file the page sends for a preview. */
export const previewBytes = 200 * 1024;
export const previewInput = z.object({
  kind: z.enum(importKinds).optional(),
  fileName: z.string().min(1).max(500),
  contentBase64: z.base64().max(Math.ceil((previewBytes * 4) / 3) + 4),
  options: importOptions,
});

export type ImportCounts = {
  rowsRead: number;
  rowsCreated: number;
  rowsUpdated: number;
  rowsUnchanged: number;
  rowsRejected: number;
  rowsWarned: number;
};
export const noRows: ImportCounts = {
  rowsRead: 0,
  rowsCreated: 0,
  rowsUpdated: 0,
  rowsUnchanged: 0,
  rowsRejected: 0,
  rowsWarned: 0,
};

/** How many problems of one import are kept; more are only counted. */
export const maxProblemsKept = 100_000;
