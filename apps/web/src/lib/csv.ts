export type CsvCell = string | number | null;

/** What a spreadsheet would take for a formula, full-width forms included, after any spaces. */
const formulaStart = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;

function escapeCell(cell: CsvCell): string {
  if (cell === null) return '';
  // A number is a number: only text can be a formula in disguise.
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const safe = formulaStart.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180 with a byte order mark, without which Excel misreads Korean; text that looks like a formula is quoted. */
export function toCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = [header, ...rows].map((cells) => cells.map(escapeCell).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
