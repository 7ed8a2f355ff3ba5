import { labelKeysOf } from '@jeoul/shared/labeling/answers';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format.ts';
import { type LabelIndex, nameOf, nothingKey } from '../labels/label-index.ts';

/**
 * What an answer of one label or several is called; the same function as long as labels and language are, so that rows
 * are not drawn anew with every render.
 */
export function useAnswerName(index: LabelIndex): (answerKey: string) => string {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const names = useMemo(
    () => new Map(index.labels.map((label) => [label.key, nameOf(label, locale)])),
    [index, locale],
  );
  return useCallback(
    (answerKey: string) => {
      const known = names.get(answerKey);
      if (known !== undefined) return known;
      const several = labelKeysOf(answerKey).map((key) => names.get(key) ?? key);
      return several.join(', ') || t(nothingKey(index.labels));
    },
    [names, index, t],
  );
}
