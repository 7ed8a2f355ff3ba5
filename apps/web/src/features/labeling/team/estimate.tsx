import type { TeamEstimate } from '@jeoul/shared/labeling/team';
import { Box } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format.ts';

type BarProps = { estimate: TeamEstimate /** The end of the scale, which begins at 0. */; most: number };

/** Where a value lies and how far it may be off: a band with a mark in it. The numbers beside it say the same. */
function IntervalBar({ estimate, most }: BarProps) {
  const at = (value: number) => `${Math.min(100, Math.max(0, (100 * value) / most))}%`;
  const width = `${Math.min(100, Math.max(1, (100 * (estimate.high - estimate.low)) / most))}%`;
  return (
    <Box
      aria-hidden
      sx={{
        position: 'relative',
        flex: 'none',
        width: 72,
        height: 8,
        bgcolor: 'ground.key',
        borderRadius: 0.5,
        overflow: 'hidden',
      }}
    >
      <Box
        sx={{
          position: 'absolute',
          insetBlock: 0,
          left: at(estimate.low),
          width,
          bgcolor: 'celadon.main',
          opacity: 0.35,
        }}
      />
      <Box
        sx={{
          position: 'absolute',
          insetBlock: 0,
          left: at(estimate.value),
          width: 2,
          ml: '-1px',
          bgcolor: 'celadon.main',
        }}
      />
    </Box>
  );
}

const row = { display: 'flex', alignItems: 'center', justifyContent: 'flex-end', gap: 2 } as const;

function TooFew() {
  const { t } = useTranslation();
  return <Box sx={{ color: 'text.disabled' }}>{t('team.tooFew')}</Box>;
}

/** A share with its 95 % interval, or that there are too few answers to tell. */
export function Share({ estimate }: { estimate: TeamEstimate | null }) {
  const format = useFormat();
  if (estimate === null) return <TooFew />;
  const whole = (share: number) => format.count(Math.round(share * 100));
  return (
    <Box component="span" sx={row}>
      <span>
        <b>{format.percent(estimate.value)}</b>{' '}
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {whole(estimate.low)}–{whole(estimate.high)}
        </Box>
      </span>
      <IntervalBar estimate={estimate} most={1} />
    </Box>
  );
}

/** Seconds with their 95 % interval, on a scale that ends at `most`. */
export function Seconds({ estimate, most }: { estimate: TeamEstimate | null; most: number }) {
  const format = useFormat();
  if (estimate === null) return <TooFew />;
  return (
    <Box component="span" sx={row}>
      <span>
        <b>{format.duration(estimate.value)}</b>{' '}
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {format.duration(estimate.low)}–{format.duration(estimate.high)}
        </Box>
      </span>
      <IntervalBar estimate={estimate} most={most} />
    </Box>
  );
}
