import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format.ts';

/** The figures of models as they stand in lists, sentences and charts. */
export function useModelFormat() {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => ({
      ...format,
      /** Accuracy, F1, ECE: three places, so that a column lines up. */
      score: (value: number) => format.decimal(value, 3),
      /** A difference of shares in percentage points: `+1.8`. */
      points: (difference: number) => format.signed(difference * 100, 1),
      /** The same with its unit, where no sentence around it says it: `+1.8 %p`. */
      pointsWithUnit: (difference: number) => t('models.points', { points: format.signed(difference * 100, 1) }),
      /** Its size without the sign, for sentences that say higher or lower. */
      pointsApart: (difference: number) => format.decimal(Math.abs(difference) * 100, 1),
      /** How likely chance is: `0.2 %`, `11 %`. */
      chance: (p: number) => format.percent(p, p < 0.1 ? 1 : 0),
      name: (named: { nameKo: string; nameEn: string }) => (format.locale === 'ko' ? named.nameKo : named.nameEn),
      /** The clock today, day and clock before. */
      when: (at: string) => (format.day(at) === format.day(new Date()) ? format.clock(at) : format.moment(at)),
      version: (number: number) => t('models.version', { number }),
    }),
    [t, format],
  );
}
