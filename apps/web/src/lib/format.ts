import type { Locale } from '@jeoul/shared/access/preferences';

const timeZone = 'Asia/Seoul';
const tags: Record<Locale, string> = { ko: 'ko-KR', en: 'en-GB' };

/** Intl's formatters are slow to make and cheap to use: one of each kind is kept. */
function kept<Kind>(make: (locale: Locale) => Kind): (locale: Locale) => Kind {
  const made = new Map<Locale, Kind>();
  return (locale) => {
    const known = made.get(locale);
    if (known !== undefined) return known;
    const fresh = make(locale);
    made.set(locale, fresh);
    return fresh;
  };
}

const integer = kept((locale) => new Intl.NumberFormat(tags[locale], { maximumFractionDigits: 0 }));
const compact = kept(
  (locale) => new Intl.NumberFormat(tags[locale], { notation: 'compact', maximumFractionDigits: 1 }),
);
const day = kept((locale) => new Intl.DateTimeFormat(tags[locale], { timeZone, dateStyle: 'medium' }));
const clock = kept(
  (locale) => new Intl.DateTimeFormat(tags[locale], { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
);
const relative = kept((locale) => new Intl.RelativeTimeFormat(tags[locale], { numeric: 'auto' }));

const decimals = Array.from({ length: 7 }, (_, places) =>
  kept((locale) => {
    return new Intl.NumberFormat(tags[locale], { minimumFractionDigits: places, maximumFractionDigits: places });
  }),
);

/** `1,284` */
export function formatCount(value: number, locale: Locale): string {
  return integer(locale).format(value);
}

/** `12.8만`, `128K`: for axes and places too narrow for the whole number. */
export function formatCompact(value: number, locale: Locale): string {
  return compact(locale).format(value);
}

/** `0.812`, always with as many places as asked for, so that a column lines up. */
export function formatDecimal(value: number, places: number, locale: Locale): string {
  const known = decimals[places];
  if (known) return known(locale).format(value);
  return value.toLocaleString(tags[locale], { minimumFractionDigits: places, maximumFractionDigits: places });
}

/** A fraction of 1 as percent with a thin gap before the sign: `71 %`. */
export function formatPercent(fraction: number, locale: Locale, places = 0): string {
  return `${formatDecimal(fraction * 100, places, locale)} %`;
}

/** A difference with its sign, a true minus and not a hyphen: `+1.8`, `−0.6`, `0.0`. */
export function formatSigned(value: number, places: number, locale: Locale): string {
  const rounded = Number(value.toFixed(places));
  const size = formatDecimal(Math.abs(rounded), places, locale);
  if (rounded === 0) return size;
  return rounded > 0 ? `+${size}` : `−${size}`;
}

/** Won are whole: `₩19,000`. */
export function formatKrw(krw: number, locale: Locale): string {
  return krw < 0 ? `−₩${integer(locale).format(-krw)}` : `₩${integer(locale).format(krw)}`;
}

const kilobyte = 1024;

/** The size of a file: bytes while there are few, then in units of 1,024 with one place where that tells more: `1.0 KB`. */
export function formatBytes(bytes: number, locale: Locale): string {
  if (bytes < kilobyte) return `${formatCount(bytes, locale)} B`;
  const [size, unit] = bytes < kilobyte ** 2 ? [bytes / kilobyte, 'KB'] : [bytes / kilobyte ** 2, 'MB'];
  return `${formatDecimal(size, size < 10 || unit === 'MB' ? 1 : 0, locale)} ${unit}`;
}

/** `14:05` in Seoul. */
export function formatClock(at: Date, locale: Locale): string {
  return clock(locale).format(at);
}

/** The day in Seoul: `2026. 11. 22.` or `22 Nov 2026`. */
export function formatDay(at: Date, locale: Locale): string {
  return day(locale).format(at);
}

/** Day and time in Seoul, for hovers and histories. */
export function formatMoment(at: Date, locale: Locale): string {
  return `${formatDay(at, locale)} ${formatClock(at, locale)}`;
}

const steps = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** How long ago, or in how long, in the largest unit that fits: `3분 전`, `in 2 hours`; `지금` within a minute. */
export function formatAgo(at: Date, now: Date, locale: Locale): string {
  const seconds = (at.getTime() - now.getTime()) / 1000;
  for (const [unit, length] of steps) {
    if (Math.abs(seconds) >= length) return relative(locale).format(Math.trunc(seconds / length), unit);
  }
  return relative(locale).format(0, 'second');
}

const durationWords: Record<Locale, { day: string; hour: string; minute: string; second: string }> = {
  ko: { day: '일', hour: '시간', minute: '분', second: '초' },
  en: { day: 'd', hour: 'h', minute: 'm', second: 's' },
};

/** A length of time in its two largest units: `1시간 40분`, `1h 40m`, `44분`; seconds only under ten minutes, tenths under ten seconds. */
export function formatDuration(seconds: number, locale: Locale): string {
  const word = durationWords[locale];
  if (seconds < 10) return `${formatDecimal(seconds, 1, locale)}${word.second}`;
  const whole = seconds < 600 ? Math.round(seconds) : Math.round(seconds / 60) * 60;
  const parts: [number, string][] = [
    [Math.floor(whole / 86_400), word.day],
    [Math.floor((whole % 86_400) / 3_600), word.hour],
    [Math.floor((whole % 3_600) / 60), word.minute],
    [whole % 60, word.second],
  ];
  const first = parts.findIndex(([amount]) => amount > 0);
  return parts
    .slice(Math.max(first, 0), Math.max(first, 0) + 2)
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount}${unit}`)
    .join(' ');
}
