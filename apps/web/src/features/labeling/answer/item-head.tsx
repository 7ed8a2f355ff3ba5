import { Box, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { ToneChip } from '../../../components/chips.tsx';
import { visiblePieces } from '../../../components/text/segments.ts';
import { VisiblePieces } from '../../../components/text/visible-text.tsx';
import { useFormat } from '../../../lib/use-format.ts';
import { LabelPath } from '../labels/label-path.tsx';
import type { LabelIndex } from '../labels/label-index.ts';
import type { HeldTask } from '../work/work-state.ts';

/** The item being judged. It stands on a fixed line: a longer name grows upwards, and what is below stays where it is. */
export function ItemHead({ held, index }: { held: HeldTask; index: LabelIndex }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { item } = held.task;
  if (item.kind === 'review') return null;
  const facts = [
    item.priceKrw === null ? null : format.krw(item.priceKrw),
    item.storeName,
    item.district,
    t('labeling.weeklyOrders', { count: item.weeklyOrders, shown: format.count(item.weeklyOrders) }),
  ].filter((fact) => fact !== null);
  return (
    <Box sx={{ minHeight: 148, display: 'flex', flexDirection: 'column', justifyContent: 'flex-end' }}>
      <Typography
        variant="h2"
        sx={{
          fontSize: 26,
          lineHeight: 1.3,
          fontWeight: 700,
          letterSpacing: '-0.02em',
          overflowWrap: 'anywhere',
          maxHeight: '40vh',
          overflow: 'auto',
        }}
      >
        <bdi>
          <VisiblePieces pieces={visiblePieces(item.name)} />
        </bdi>
      </Typography>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          mt: 2,
          color: 'text.secondary',
          '& > span + span::before': { content: '"·"', mx: 3, color: 'text.disabled' },
        }}
      >
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </Box>
      <Box
        sx={{
          display: 'flex',
          gap: 3,
          alignItems: 'center',
          mt: 1,
          mb: 4,
          height: 22,
          color: 'text.disabled',
          whiteSpace: 'nowrap',
          overflow: 'hidden',
        }}
      >
        {held.isLost ? (
          <Box component="span" role="alert" sx={{ color: 'persimmon.main' }}>
            {t('labeling.lost')}
          </Box>
        ) : null}
        {held.formerLabelKey !== null ? (
          <span>
            {t('labeling.formerAnswer')}{' '}
            <ToneChip tone="celadon">
              <LabelPath index={index} labelKey={held.formerLabelKey} />
            </ToneChip>
          </span>
        ) : item.currentLabelKey !== null ? (
          <span>
            {t('labeling.currentLabel')}{' '}
            <ToneChip tone="neutral">
              <LabelPath index={index} labelKey={item.currentLabelKey} />
            </ToneChip>
          </span>
        ) : null}
        {item.options === null ? null : (
          <Box component="span" title={item.options} sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
            {t('labeling.options')} {item.options}
          </Box>
        )}
      </Box>
    </Box>
  );
}
