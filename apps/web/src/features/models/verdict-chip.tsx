import { useTranslation } from 'react-i18next';
import { type Tone, ToneChip } from '../../components/chips.tsx';
import type { VerdictState } from './verdict-state.ts';

const tones: Record<VerdictState, Tone> = {
  live: 'violet',
  needsPerson: 'persimmon',
  promoted: 'neutral',
  waiting: 'amber',
  kept: 'neutral',
  rejected: 'rose',
};

export function VerdictChip({ state }: { state: VerdictState }) {
  const { t } = useTranslation();
  return <ToneChip tone={tones[state]}>{t(`models.chip.${state}`)}</ToneChip>;
}
