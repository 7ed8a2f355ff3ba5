import type { Locale } from '@jeoul/shared/access/preferences';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import * as format from './format.ts';

/** The formatters of `format.ts` bound to the language in use; a switch of language re-renders who uses them. */
export function useFormat() {
  const { i18n } = useTranslation();
  const locale: Locale = i18n.language === 'en' ? 'en' : 'ko';
  return useMemo(
    () => ({
      locale,
      count: (value: number) => format.formatCount(value, locale),
      compact: (value: number) => format.formatCompact(value, locale),
      decimal: (value: number, places: number) => format.formatDecimal(value, places, locale),
      percent: (fraction: number, places?: number) => format.formatPercent(fraction, locale, places),
      signed: (value: number, places: number) => format.formatSigned(value, places, locale),
      bytes: (bytes: number) => format.formatBytes(bytes, locale),
      krw: (value: number) => format.formatKrw(value, locale),
      clock: (at: Date | string) => format.formatClock(new Date(at), locale),
      day: (at: Date | string) => format.formatDay(new Date(at), locale),
      moment: (at: Date | string) => format.formatMoment(new Date(at), locale),
      ago: (at: Date | string, now = new Date()) => format.formatAgo(new Date(at), now, locale),
      duration: (seconds: number) => format.formatDuration(seconds, locale),
    }),
    [locale],
  );
}
