import { Box } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { useModelFormat } from '../use-model-format.ts';
import type { LabelNames } from '../use-slot-labels.ts';

const shown = 12;

/** How many resolutions each label has, the most first: what people gave the model to learn. */
export function ClassBalance({ counts, labels }: { counts: Record<string, number>; labels: LabelNames }) {
  const { t } = useTranslation();
  const format = useModelFormat();
  const sorted = Object.entries(counts).sort(([, a], [, b]) => b - a);
  const most = sorted[0]?.[1] ?? 1;
  const rest = sorted.slice(shown);
  const rows = [
    ...sorted.slice(0, shown).map(([labelKey, count]) => ({ key: labelKey, name: labels.leaf(labelKey), count })),
    ...(rest.length > 0
      ? [
          {
            key: '',
            name: t('models.learned.others', { count: rest.length }),
            count: rest.reduce((sum, [, count]) => sum + count, 0),
          },
        ]
      : []),
  ];
  return (
    <Box component="dl" sx={{ m: 0 }}>
      {rows.map(({ key, name, count }) => (
        <Box
          key={key}
          sx={{
            display: 'grid',
            gridTemplateColumns: 'minmax(0, 112px) minmax(0, 1fr) 52px',
            alignItems: 'center',
            gap: 2,
            height: 22,
            fontSize: 12,
          }}
        >
          <Box
            component="dt"
            title={name}
            sx={{ color: 'text.secondary', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
          >
            {name}
          </Box>
          <Box aria-hidden sx={{ height: 6 }}>
            <Box
              style={{ width: `${Math.min(1, count / most) * 100}%` }}
              sx={{ height: 1, borderRadius: '2px', bgcolor: key === '' ? 'fieldLine' : 'celadon.main', opacity: 0.85 }}
            />
          </Box>
          <Box component="dd" sx={{ m: 0, textAlign: 'right' }}>
            {format.count(count)}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
