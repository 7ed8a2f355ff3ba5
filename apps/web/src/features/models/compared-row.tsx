import { Box } from '@mui/material';
import type { Difference } from '@jeoul/shared/models/contract';
import { useTranslation } from 'react-i18next';
import { gainTone } from './gain-tone.ts';
import { useModelFormat } from './use-model-format.ts';
import { Whisker } from './whisker.tsx';

type ComparedRowProps = {
  label: string;
  /** The challenger's own figure. */
  value: number;
  difference: Difference;
  reach: number;
  /** For errors: less is better. Whiskers and colours always show better to the right. */
  isLowerBetter?: boolean;
  /** How many items it was measured on. */
  rows?: number;
};

/** A figure of the challenger, and by how much it differs from the champion's. */
export function ComparedRow({ label, value, difference, reach, isLowerBetter = false, rows }: ComparedRowProps) {
  const { t } = useTranslation();
  const format = useModelFormat();
  const { difference: apart, low, high } = difference;
  const gain = isLowerBetter ? { value: -apart, low: -high, high: -low } : { value: apart, low, high };
  const points = format.points(apart);
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(96px, 168px) minmax(48px, 1fr) 116px',
        columnGap: 2,
        alignItems: 'center',
        minHeight: 33,
        borderBottom: 1,
        borderColor: 'divider',
        color: 'text.secondary',
      }}
    >
      <Box sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }} title={label}>
        {label}
        {rows === undefined ? null : (
          <Box component="span" sx={{ ml: 1.5, fontSize: 11, color: 'text.disabled' }}>
            {format.count(rows)}
          </Box>
        )}
      </Box>
      <Whisker
        {...gain}
        reach={reach}
        label={t('models.whisker', { label, points, low: format.points(low), high: format.points(high) })}
      />
      <Box sx={{ textAlign: 'right', fontWeight: 600, color: 'text.primary' }}>
        {format.score(value)}
        <Box component="span" sx={{ ml: 1.5, color: gainTone(gain.value) }}>
          {format.pointsWithUnit(apart)}
        </Box>
      </Box>
    </Box>
  );
}
