import { Box } from '@mui/material';
import { memo } from 'react';

type ModelBarProps = {
  /** Between 0 and 1. */
  probability: number;
  /** What it is the probability of, for those who hear the page. */
  label: string;
  /** `person` where the bar is people's share. */
  tone?: 'model' | 'person';
};

const look = {
  height: 8,
  position: 'relative',
  '& > i': {
    position: 'absolute',
    inset: '0 auto 0 0',
    borderRadius: '2px',
    opacity: 0.85,
    bgcolor: 'violet.main',
  },
  '&[data-tone="person"] > i': { bgcolor: 'celadon.main' },
} as const;

/** How sure a model is, as a violet bar. The number stands beside it in the layout that uses it. */
export const ModelBar = memo(function ModelBar({ probability, label, tone = 'model' }: ModelBarProps) {
  const percent = Math.min(Math.max(probability, 0), 1) * 100;
  return (
    <Box
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(percent)}
      data-tone={tone}
      sx={look}
    >
      <i style={{ width: `${percent}%` }} />
    </Box>
  );
});
