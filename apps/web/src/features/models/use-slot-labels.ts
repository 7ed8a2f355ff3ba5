import { labelKeysOf } from '@jeoul/shared/labeling/answers';
import { hasPolarities } from '@jeoul/shared/labeling/polar-labels';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../lib/trpc.ts';

export type LabelNames = {
  /** Its own name. */
  leaf: (labelKey: string) => string;
  /** With the family it belongs to: `치킨 › 후라이드`. */
  path: (labelKey: string) => string;
};

/** Names the labels a slot gives in the page's language; a label that is no more keeps its key. */
export function useSlotLabels(queueKey: string | null): LabelNames {
  const { t, i18n } = useTranslation();
  const { data: labels } = useQuery({
    ...trpc.labeling.labels.queryOptions({ queueKey: queueKey ?? '' }),
    enabled: queueKey !== null,
    staleTime: 60_000,
  });
  const isKorean = i18n.language !== 'en';
  return useMemo(() => {
    const byKey = new Map(labels?.map((label) => [label.key, label]));
    const leaf = (labelKey: string): string => {
      const label = byKey.get(labelKey);
      if (label) return isKorean ? label.nameKo : label.nameEn;
      // An answer of several labels, or of none.
      const several = labelKeysOf(labelKey);
      if (several.length === 0) return t(hasPolarities(labels ?? []) ? 'aspects.nothing' : 'labeling.nothingWrong');
      return several.length === 1 ? labelKey : several.map(leaf).join(', ');
    };
    const path = (labelKey: string) => {
      const label = byKey.get(labelKey);
      const above = byKey.get(label?.parentKey ?? '');
      // One with a polarity is named after the label it is a polarity of.
      const parentKey = label?.polarity === undefined ? above?.key : above?.parentKey;
      return parentKey ? `${leaf(parentKey)} › ${leaf(labelKey)}` : leaf(labelKey);
    };
    return { leaf, path };
  }, [labels, isKorean, t]);
}
