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
  /** True when a field that `mapping` leaves out is to be left out, instead of being guessed by the header. */
  isMappingComplete: z.boolean().default(false),
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
  fileName: z.string().min(1).max(500),
  /** The size of the whole file: the content may be its beginning only. */
  sizeBytes: z.number().int().min(0),
  contentBase64: z.base64().max(Math.ceil((previewBytes * 4) / 3) + 4),
  kind: z.enum(importKinds).optional(),
  /** What the person chose; without it the mapping is guessed. */
  mapping: columnMapping.optional(),
  encoding: z.enum(importEncodings).optional(),
  delimiter: z.string().length(1).optional(),
});
export type PreviewInput = z.infer<typeof previewInput>;

/** What the page asks for beside the file it uploads, as query parameters; `mapping` is JSON. */
export const uploadQuery = z.object({
  kind: z.enum(importKinds),
  dryRun: z.stringbool().default(false),
  mapping: z
    .string()
    .max(20_000)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' });
        return z.NEVER;
      }
    })
    .pipe(columnMapping)
    .optional(),
  encoding: z.enum(importEncodings).optional(),
  delimiter: z.string().length(1).optional(),
  source: importOptions.shape.source,
});

export const importRef = z.object({ id: z.uuid() });
/** Imports from the newest; `cursor` is the last id of the page before. */
export const importsInput = z.object({
  cursor: z.uuid().optional(),
  limit: z.number().int().min(1).max(100).default(30),
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
