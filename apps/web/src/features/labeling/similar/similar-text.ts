import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format.ts';
import type { Similar } from './use-similar.tsx';

/** What the key does, with how many it is about as soon as that is known. */
export function useSimilarText(count: Similar['count']): string {
  const { t } = useTranslation();
  const format = useFormat();
  if (!count || count.tasks === 0) return t('similar.apply');
  const words = { count: count.tasks, shown: format.count(count.tasks) };
  return t(count.isCapped ? 'similar.applyToMore' : 'similar.applyTo', words);
}
