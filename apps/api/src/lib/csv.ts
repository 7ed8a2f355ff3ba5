/** Excel takes a file for UTF-8 only when it starts with this. */
export const csvByteOrderMark = '\uFEFF';

export type CsvValue = string | number | bigint | boolean | Date | null | undefined;

// A spreadsheet runs a cell that starts so as a formula. Apostrophes before it count too, else undoing would be ambiguous.
const formulaStart = /^'*[=+\-@\t\r\n＝＋－＠]/u;

/** Text that no spreadsheet takes for a formula: an apostrophe goes before one. */
export function escapeFormula(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

/** The text before `escapeFormula`. */
export function unescapeFormula(text: string): string {
  return text.startsWith("'") && formulaStart.test(text) ? text.slice(1) : text;
}

/**
 * One line of a CSV file (RFC 4180, ending in CRLF). Text is made safe for spreadsheets; numbers are written as they
 * are, moments as ISO 8601, null and undefined as nothing.
 */
export function csvRow(values: readonly CsvValue[]): string {
  return `${values.map(csvCell).join(',')}\r\n`;
}

function csvCell(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'string') return String(value);
  const text = escapeFormula(value);
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
