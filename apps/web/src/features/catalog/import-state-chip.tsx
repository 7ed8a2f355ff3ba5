import { useTranslation } from 'react-i18next';
import { type Tone, ToneChip } from '../../components/chips.tsx';
import type { ImportSummary } from './import-types.ts';

const tones: Record<ImportSummary['state'], Tone> = {
  queued: 'amber',
  running: 'amber',
  succeeded: 'neutral',
  failed: 'rose',
  cancelled: 'neutral',
};

/** How an import stands, in a word. */
export function ImportStateChip({ state, isDryRun }: Pick<ImportSummary, 'state' | 'isDryRun'>) {
  const { t } = useTranslation();
  const word = t(`shell.jobState.${state}`);
  return <ToneChip tone={tones[state]}>{isDryRun ? `${t('catalog.dryRun')} · ${word}` : word}</ToneChip>;
}
