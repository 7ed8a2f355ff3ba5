import { Box } from '@mui/material';
import type { ReactNode } from 'react';

type FigureProps = {
  label: string;
  value: ReactNode;
  /** Words after the number, such as a counter. */
  unit?: string;
  /** `attention` when it needs somebody, `person` for what people achieved. */
  tone?: 'neutral' | 'attention' | 'person' | 'model';
  /** The whole truth on hover: how it was counted, the exact time. */
  hint?: string;
  /** Pushes it and what follows to the right end. */
  isAtEnd?: boolean;
};

const tones = {
  neutral: { color: 'text.secondary', strong: 'text.primary' },
  attention: { color: 'persimmon.main', strong: 'persimmon.main' },
  person: { color: 'celadon.main', strong: 'celadon.main' },
  model: { color: 'violet.main', strong: 'violet.main' },
};

/** A number and what it is, as they stand beside a page's name. */
export function Figure({ label, value, unit, tone = 'neutral', hint, isAtEnd = false }: FigureProps) {
  const { color, strong } = tones[tone];
  return (
    <Box sx={{ color, whiteSpace: 'nowrap', ml: isAtEnd ? 'auto' : 0 }} title={hint}>
      {label}{' '}
      <Box component="b" sx={{ color: strong, fontWeight: 600 }}>
        {value}
      </Box>
      {unit}
    </Box>
  );
}
