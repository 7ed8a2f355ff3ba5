import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { HiddenText } from './hidden-text.tsx';

export type Tone = 'celadon' | 'violet' | 'persimmon' | 'rose' | 'amber' | 'neutral';

type ToneChipProps = { tone: Tone; title?: string; children: ReactNode };

/** A word on its tone's soft ground. For what people or models said, use the chips below, which also say so. */
export function ToneChip({ tone, title, children }: ToneChipProps) {
  const colors =
    tone === 'neutral'
      ? { color: 'text.secondary', bgcolor: 'ground.key' }
      : { color: `${tone}.main`, bgcolor: `${tone}.soft` };
  return (
    <Box
      component="span"
      title={title}
      sx={{
        ...colors,
        display: 'inline-block',
        fontSize: 11,
        lineHeight: '18px',
        px: 1.5,
        borderRadius: '4px',
        whiteSpace: 'nowrap',
      }}
    >
      {children}
    </Box>
  );
}

/** What a person said. */
export function PersonChip({ children, title }: { children: ReactNode; title?: string }) {
  const { t } = useTranslation();
  return (
    <ToneChip tone="celadon" {...(title === undefined ? {} : { title })}>
      <HiddenText>{`${t('common.decided')}: `}</HiddenText>
      {children}
    </ToneChip>
  );
}

/** What a model said. */
export function ModelChip({ children, title }: { children: ReactNode; title?: string }) {
  const { t } = useTranslation();
  return (
    <ToneChip tone="violet" {...(title === undefined ? {} : { title })}>
      <HiddenText>{`${t('common.predicted')}: `}</HiddenText>
      {children}
    </ToneChip>
  );
}
