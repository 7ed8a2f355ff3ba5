import { Box, Button } from '@mui/material';
import type { ModelComparison } from '@jeoul/shared/models/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ComparedRow } from '../compared-row.tsx';
import { Section } from '../section.tsx';
import type { LabelNames } from '../use-slot-labels.ts';
import { reachOf } from '../whisker.tsx';
import { useSliceName } from './slice-names.ts';
import { clearlyWorst, leastSliceRows, worstFirst } from './slices.ts';
import { TwoColumns } from './two-columns.tsx';

const shownFirst = 8;

/** For whom the challenger is worse than the champion, worst first. */
export function VersionSlices({ comparison, labels }: { comparison: ModelComparison; labels: LabelNames }) {
  const { t } = useTranslation();
  const sliceName = useSliceName(labels);
  const [isWhole, setIsWhole] = useState(false);
  const slices = worstFirst(comparison.slices);
  const shown = isWhole ? slices : slices.slice(0, shownFirst);
  const reach = reachOf(shown);
  const isCalm = clearlyWorst(comparison.slices) === null;
  return (
    <Section
      title={t(isCalm && slices.length > 0 ? 'models.page.better' : 'models.page.worse')}
      small={t('models.page.slicesSmall', { least: leastSliceRows })}
    >
      {slices.length === 0 ? (
        <Box sx={{ color: 'text.secondary' }}>{t('models.page.slicesNone')}</Box>
      ) : (
        <TwoColumns>
          {shown.map((slice) => (
            <ComparedRow
              key={`${slice.kind}:${slice.key}`}
              label={sliceName(slice)}
              value={slice.accuracy}
              difference={slice}
              reach={reach}
              rows={slice.rows}
            />
          ))}
        </TwoColumns>
      )}
      {slices.length > shownFirst ? (
        <Button
          size="small"
          variant="text"
          sx={{ mt: 2, color: 'text.secondary' }}
          onClick={() => setIsWhole(!isWhole)}
        >
          {isWhole ? t('models.page.slicesFew') : t('models.page.slicesAll', { count: slices.length })}
        </Button>
      ) : null}
    </Section>
  );
}
