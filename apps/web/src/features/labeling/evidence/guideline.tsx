import type { LabelView } from '@jeoul/shared/labeling/contract';
import { Box } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/use-format.ts';
import { guidelineOf, type LabelIndex } from '../labels/label-index.ts';
import { LabelPath } from '../labels/label-path.tsx';
import { Quiet, Section } from './section.tsx';

type GuidelineProps = {
  index: LabelIndex;
  label: LabelView | undefined;
  minHeight: number;
  /** Says what holds for its whole family, too. */
  isWithFamily?: boolean;
};

/** What belongs in the label in focus. */
export function Guideline({ index, label, minHeight, isWithFamily = false }: GuidelineProps) {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const guideline = label ? guidelineOf(label, locale) : null;
  const above = isWithFamily && label?.parentKey ? index.byKey.get(label.parentKey) : undefined;
  const general = above ? guidelineOf(above, locale) : null;
  return (
    <Section title={t('labeling.guideline')} minHeight={minHeight}>
      {label ? (
        <>
          <Box sx={{ display: 'flex', mb: 1 }}>
            <LabelPath index={index} labelKey={label.key} />
          </Box>
          <Box sx={{ color: guideline === null ? 'text.disabled' : 'text.secondary' }}>
            {guideline ?? t('labeling.guidelineNone')}
          </Box>
          {general === null ? null : <Box sx={{ color: 'text.secondary', mt: 1 }}>{general}</Box>}
        </>
      ) : (
        <Quiet>{t('labeling.guidelineNoLabel')}</Quiet>
      )}
    </Section>
  );
}
