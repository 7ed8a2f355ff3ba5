import type { OwnFigures, TeamEstimate } from '@jeoul/shared/labeling/team';
import { Box } from '@mui/material';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../../components/chart/chart.tsx';
import type { ChartOption } from '../../../components/chart/chart-kit.ts';
import { useFormat } from '../../../lib/use-format.ts';
import type { ColorTokens } from '../../../theme/tokens.ts';
import { Section } from './section.tsx';

type Point = { day: string; answered: number; estimate: TeamEstimate | null };

/** A line of values with the band they may lie in, broken where there were too few answers. */
function trendOption(points: readonly Point[], axis: { name: string; scale: number }, color: ColorTokens): ChartOption {
  const at = (pick: (estimate: TeamEstimate) => number) =>
    points.map(({ estimate }) => (estimate === null ? null : pick(estimate) * axis.scale));
  const band = { type: 'line', stack: 'band', symbol: 'none', silent: true, lineStyle: { opacity: 0 } } as const;
  return {
    grid: { left: 8, right: 16, top: 28, bottom: 8, containLabel: true },
    xAxis: { type: 'category', data: points.map(({ day }) => day.slice(5).replace('-', '/')) },
    yAxis: { type: 'value', name: axis.name, min: 0 },
    tooltip: { show: false },
    series: [
      { ...band, data: at(({ low }) => low) },
      { ...band, areaStyle: { color: color.celadon.main, opacity: 0.2 }, data: at(({ low, high }) => high - low) },
      { type: 'line', color: color.celadon.main, symbol: 'circle', data: at(({ value }) => value) },
    ],
  };
}

type TrendProps = { title: string; axis: { name: string; scale: number }; points: readonly Point[] };

function Trend({ title, axis, points }: TrendProps) {
  const { t } = useTranslation();
  const build = useMemo(() => (color: ColorTokens) => trendOption(points, axis, color), [points, axis]);
  return (
    <Chart
      title={title}
      subtitle={t('team.band')}
      build={build}
      height={200}
      data={{
        columns: [t('team.day'), t('team.answered'), axis.name, t('team.low'), t('team.high')],
        rows: points.map(({ day, answered, estimate }) => [
          day,
          answered,
          estimate && estimate.value * axis.scale,
          estimate && estimate.low * axis.scale,
          estimate && estimate.high * axis.scale,
        ]),
      }}
    />
  );
}

/** Day by day over one's own past: speed and how often the model's proposal was kept, with what chance allows. */
export function OwnTrend({ figures }: { figures: OwnFigures }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { days, period, past } = figures;
  const speed = useMemo(() => days.map(({ day, answered, seconds }) => ({ day, answered, estimate: seconds })), [days]);
  const kept = useMemo(
    () => days.map(({ day, answered, acceptance }) => ({ day, answered, estimate: acceptance })),
    [days],
  );
  const axes = useMemo(
    () => ({ speed: { name: t('team.seconds'), scale: 1 }, kept: { name: t('team.percent'), scale: 100 } }),
    [t],
  );
  const title = (
    base: string,
    one: TeamEstimate | null,
    other: TeamEstimate | null,
    shown: (value: number) => string,
  ) => (one && other ? t('team.trend', { name: base, now: shown(one.value), past: shown(other.value) }) : base);
  return (
    <Section title={t('team.ownTrend')} note={t('team.ownTrendNote')}>
      <Box sx={{ display: 'grid', gap: 5, gridTemplateColumns: 'repeat(auto-fit, minmax(360px, 1fr))' }}>
        <Trend
          title={title(t('team.secondsMedian'), period.seconds, past.seconds, format.duration)}
          axis={axes.speed}
          points={speed}
        />
        <Trend
          title={title(t('team.acceptanceShare'), period.acceptance, past.acceptance, (share) => format.percent(share))}
          axis={axes.kept}
          points={kept}
        />
      </Box>
    </Section>
  );
}
