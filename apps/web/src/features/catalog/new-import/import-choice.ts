import type { ColumnMapping, ImportEncoding, ImportField, ImportKind } from '@jeoul/shared/catalog/import-contract';

/** What a person chose about a file; what is left out is found out from the file. */
export type ImportChoice = {
  kind?: ImportKind;
  mapping?: ColumnMapping;
  encoding?: ImportEncoding;
  delimiter?: string;
  source?: string;
};

/** The mapping with a column given another meaning: a field has one column, a column one field. */
export function withColumn(mapping: ColumnMapping, column: string, field: ImportField | null): ColumnMapping {
  const others = Object.entries(mapping).filter(([known, name]) => known !== field && name !== column);
  return Object.fromEntries(field === null ? others : [...others, [field, column]]);
}

/** The field a column holds; null when it is not used. */
export function fieldOfColumn(mapping: ColumnMapping, column: string): ImportField | null {
  const found = Object.entries(mapping).find(([, name]) => name === column);
  return found ? (found[0] as ImportField) : null;
}

/** Whether a source's name is one the server takes. */
export function isSourceName(text: string): boolean {
  return text === '' || /^[\p{L}\p{N}._-]{1,50}$/u.test(text);
}
