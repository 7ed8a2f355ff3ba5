import { Box } from '@mui/material';
import type { ModelComparison } from '@jeoul/shared/models/contract';
import { shareInterval } from '@jeoul/shared/models/rules';
import { useTranslation } from 'react-i18next';
import { ComparedRow } from '../compared-row.tsx';
import type { VersionView } from '../model-types.ts';
import { Section } from '../section.tsx';
import { useModelFormat } from '../use-model-format.ts';
import { reachOf } from '../whisker.tsx';
import { TwoColumns } from './two-columns.tsx';

/** The version's figures with their distance from the champion's; alone when it was the first. */
export function VersionFigures({ version }: { version: VersionView }) {
  const { t } = useTranslation();
  const format = useModelFormat();
  const { comparison, metrics } = version;
  const shown = format.count(metrics.rows);
  return comparison ? (
    <Section
      isFirst
      title={t('models.page.changes')}
      small={t('models.page.changesSmall', { shown, champion: comparison.championNumber })}
    >
      <ComparedFigures metrics={metrics} comparison={comparison} />
    </Section>
  ) : (
    <Section isFirst title={t('models.page.figures')} small={t('models.page.figuresSmall', { shown })}>
      <PlainFigures metrics={metrics} />
    </Section>
  );
}

type Metrics = VersionView['metrics'];

function ComparedFigures({ metrics, comparison }: { metrics: Metrics; comparison: ModelComparison }) {
  const { t } = useTranslation();
  const corrected = comparison.slices.find(({ kind, key }) => kind === 'correction' && key === 'corrected');
  const all = [comparison, comparison.macroF1, comparison.ece, ...(corrected ? [corrected] : [])];
  const reach = reachOf(all);
  return (
    <TwoColumns>
      <ComparedRow
        label={t('models.evidence.accuracy')}
        value={metrics.accuracy}
        difference={comparison}
        reach={reach}
      />
      <ComparedRow
        label={t('models.evidence.macroF1')}
        value={metrics.macroF1}
        difference={comparison.macroF1}
        reach={reach}
      />
      <ComparedRow
        label={t('models.evidence.ece')}
        value={metrics.ece}
        difference={comparison.ece}
        reach={reach}
        isLowerBetter
      />
      {corrected ? (
        <ComparedRow
          label={t('models.page.corrected')}
          value={corrected.accuracy}
          difference={corrected}
          reach={reach}
          rows={corrected.rows}
        />
      ) : null}
    </TwoColumns>
  );
}

function PlainFigures({ metrics }: { metrics: Metrics }) {
  const { t } = useTranslation();
  const format = useModelFormat();
  if (metrics.rows === 0) return <Box sx={{ color: 'text.secondary' }}>{t('models.notTested')}</Box>;
  const { low, high } = shareInterval(metrics.accuracy, metrics.rows);
  const figures = [
    {
      label: t('models.evidence.accuracy'),
      value: metrics.accuracy,
      interval: `${format.score(low)}–${format.score(high)}`,
    },
    { label: t('models.evidence.macroF1'), value: metrics.macroF1, interval: '' },
    { label: t('models.evidence.ece'), value: metrics.ece, interval: '' },
  ];
  return (
    <TwoColumns>
      {figures.map(({ label, value, interval }) => (
        <Box
          key={label}
          sx={{ display: 'flex', alignItems: 'center', gap: 3, height: 33, borderBottom: 1, borderColor: 'divider' }}
        >
          <Box sx={{ flex: 1, color: 'text.secondary' }}>{label}</Box>
          <Box sx={{ color: 'text.disabled', fontSize: 12 }}>{interval}</Box>
          <Box sx={{ fontWeight: 600 }}>{format.score(value)}</Box>
        </Box>
      ))}
    </TwoColumns>
  );
}
