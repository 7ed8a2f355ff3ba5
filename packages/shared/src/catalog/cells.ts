import type { ProblemReason } from './problems.ts';

/** What a cell was read as; `value` null means it was empty. */
export type CellResult<T> = { value: T | null; problem?: undefined } | { value: null; problem: ProblemReason };

export const maxPriceKrw = 100_000_000;
const maxCount = 1_000_000_000;
const koreaOffset = '+09:00';

function plain(cell: string): string {
  return cell.normalize('NFKC').trim();
}

function wholeNumber(text: string): number | null {
  // Grouped by commas or not at all; `.0` is what spreadsheets and data frames add to whole numbers.
  return /^(\d+|\d{1,3}(,\d{3})+)(\.0+)?$/.test(text) ? Number(text.replaceAll(',', '')) : null;
}

/** A price in KRW: `8500`, `8,500원`, `₩8,500`, full-width forms. `변동가격` and other words are not a price. */
export function readPrice(cell: string): CellResult<number> {
  const text = plain(cell);
  if (text === '') return { value: null };
  const value = wholeNumber(text.replace(/^[₩\\]\s*/u, '').replace(/\s*(원|krw)$/iu, ''));
  if (value === null) return { value: null, problem: 'not_a_price' };
  return value > maxPriceKrw ? { value: null, problem: 'out_of_range' } : { value };
}

/** A count of 0 or more, such as orders a week. */
export function readCount(cell: string): CellResult<number> {
  const text = plain(cell);
  if (text === '') return { value: null };
  const value = wholeNumber(text.replace(/\s*[건회개]$/u, ''));
  if (value === null) return { value: null, problem: 'not_a_number' };
  return value > maxCount ? { value: null, problem: 'out_of_range' } : { value };
}

/** A rating of 1 to 5: `4`, `4.0`, `4점`. Halves and other scales are not taken for it. */
export function readRating(cell: string): CellResult<number> {
  const text = plain(cell);
  if (text === '') return { value: null };
  const match = /^([1-5])(?:\.0+)?\s*점?$/u.exec(text);
  return match ? { value: Number(match[1]) } : { value: null, problem: 'not_a_rating' };
}

const date = /^(\d{4})\s*(?:[-./]|년)\s*(\d{1,2})\s*(?:[-./]|월)\s*(\d{1,2})\s*[일.]?/u;
const time =
  /^[T\s,]*(오전|오후|am|pm)?\s*(\d{1,2})(?::|시\s*)(\d{1,2})분?(?::(\d{2})(\.\d+)?)?\s*(z|[+-]\d{2}:?\d{2})?$/iu;
const relativeDate = /(전|ago)$|^(방금|오늘|어제|그제|그저께|엊그제|today|yesterday)/iu;

/**
 * A moment: ISO 8601, `2021년 7월 7일`, `2021.07.07`, `2021-07-07 12:03`, `2021. 7. 7. 오후 3:04`.
 * Without a zone it is Korean time; without a time it is midnight there. Returns ISO 8601 in UTC.
 */
export function readMoment(cell: string): CellResult<string> {
  const text = plain(cell);
  if (text === '') return { value: null };
  const day = date.exec(text);
  if (!day) return { value: null, problem: relativeDate.test(text) ? 'relative_date' : 'not_a_date' };
  const rest = text.slice(day[0].length).trim();
  const clock = rest === '' ? ['', undefined, '0'] : time.exec(rest);
  if (!clock) return { value: null, problem: 'not_a_date' };
  const [, half, hourText = '0', minute = '0', second = '0', fraction = '', zone = koreaOffset] = clock;
  const hour = half === undefined ? Number(hourText) : twelveHour(half, Number(hourText));
  const [year, month, dayOfMonth] = [Number(day[1]), Number(day[2]), Number(day[3])];
  if (year < 1990 || year > 2100) return { value: null, problem: 'out_of_range' };
  const parts = `${day[1]}-${pad(month)}-${pad(dayOfMonth)}T${pad(hour)}:${pad(minute)}:${pad(second)}${fraction.slice(0, 4)}`;
  const moment = new Date(`${parts}${zone.toUpperCase()}`);
  if (!isCalendarDay(year, month, dayOfMonth) || Number.isNaN(moment.getTime()))
    return { value: null, problem: 'not_a_date' };
  return { value: moment.toISOString() };
}

function pad(part: string | number): string {
  return String(part).padStart(2, '0');
}

/** False for the 30th of February, which Date would take for a day in March. */
function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function twelveHour(half: string, hour: number): number {
  if (hour > 12) return hour;
  const isAfternoon = half === '오후' || half.toLowerCase() === 'pm';
  return (hour % 12) + (isAfternoon ? 12 : 0);
}
