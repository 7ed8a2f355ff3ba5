import type { SliceComparison } from '@jeoul/shared/models/contract';
import { useTranslation } from 'react-i18next';
import type { LabelNames } from '../use-slot-labels.ts';

const lengths = { short: 'short', medium: 'medium', long: 'long' } as const;

function isLength(key: string): key is keyof typeof lengths {
  return key in lengths;
}

/** A slice in the page's words: the label's name, how long the text is, corrected or not. */
export function useSliceName(labels: LabelNames): (slice: Pick<SliceComparison, 'kind' | 'key'>) => string {
  const { t } = useTranslation();
  return ({ kind, key }) => {
    if (kind === 'label') return labels.leaf(key);
    if (kind === 'correction') return t(key === 'corrected' ? 'models.page.corrected' : 'models.page.accepted');
    return isLength(key) ? t(`models.page.length.${lengths[key]}`) : key;
  };
}
