import { Box } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { ModelChip } from '../../../components/chips.tsx';
import type { VersionView } from '../model-types.ts';
import { Section } from '../section.tsx';
import { useModelFormat } from '../use-model-format.ts';
import type { LabelNames } from '../use-slot-labels.ts';
import { TwoColumns } from './two-columns.tsx';

const shown = 12;

/** The mistakes it makes most: what people say it is, what the model says instead, how often. */
export function VersionConfusions({ version, labels }: { version: VersionView; labels: LabelNames }) {
  const { t } = useTranslation();
  const format = useModelFormat();
  const { confusions, rows } = version.metrics;
  if (rows === 0) return null;
  const most = confusions[0]?.rows ?? 1;
  return (
    <Section title={t('models.page.confusions')} small={t('models.page.confusionsSmall')}>
      {confusions.length === 0 ? (
        <Box sx={{ color: 'text.secondary' }}>{t('models.page.confusionsNone')}</Box>
      ) : (
        <TwoColumns>
          {confusions.slice(0, shown).map((confusion) => (
            <Box
              key={`${confusion.truth}\n${confusion.predicted}`}
              sx={{
                display: 'grid',
                gridTemplateColumns: 'minmax(0, auto) auto minmax(0, auto) minmax(96px, 1fr) 32px',
                alignItems: 'center',
                gap: 2.5,
                height: 32,
                borderBottom: 1,
                borderColor: 'divider',
              }}
            >
              <Box sx={{ color: 'celadon.main', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
                {labels.leaf(confusion.truth)}
              </Box>
              <Box aria-hidden sx={{ color: 'text.disabled' }}>
                →
              </Box>
              <Box sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
                <ModelChip title={labels.leaf(confusion.predicted)}>{labels.leaf(confusion.predicted)}</ModelChip>
              </Box>
              <Box aria-hidden sx={{ height: 6, width: 96, justifySelf: 'end' }}>
                <Box
                  style={{ width: `${(confusion.rows / most) * 100}%` }}
                  sx={{ height: 1, borderRadius: '2px', bgcolor: 'violet.main', opacity: 0.85 }}
                />
              </Box>
              <Box sx={{ textAlign: 'right' }}>{format.count(confusion.rows)}</Box>
            </Box>
          ))}
        </TwoColumns>
      )}
    </Section>
  );
}
