import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../../components/chart/chart.tsx';
import type { ChartOption } from '../../../components/chart/chart-kit.ts';
import { dataIndexOf } from '../chart-tip.ts';
import type { ColorTokens } from '../../../theme/tokens.ts';
import type { VersionView } from '../model-types.ts';
import { Section } from '../section.tsx';
import { useModelFormat } from '../use-model-format.ts';

type Bins = VersionView['metrics']['reliability'];
type Words = { x: string; y: string; perfect: string; rows: string; number: (value: number) => string };

const percent = (share: number) => Math.round(share * 1000) / 10;
const leastDot = 6;
const mostDot = 20;

/** Stated probability against the share that was right, a dot for each bin, as large as the bin has items. */
function reliabilityOption(bins: Bins, words: Words, color: ColorTokens): ChartOption {
  const most = Math.max(1, ...bins.map((bin) => bin.rows));
  const axis = { type: 'value', min: 0, max: 100, interval: 25 } as const;
  return {
    grid: { left: 8, right: 20, top: 28, bottom: 22, containLabel: true },
    tooltip: { trigger: 'item' },
    xAxis: { ...axis, name: words.x, nameLocation: 'middle', nameGap: 26, splitLine: { show: false } },
    yAxis: { ...axis, name: words.y, nameTextStyle: { align: 'left' } },
    series: [
      {
        type: 'line',
        name: words.perfect,
        silent: true,
        data: [
          [0, 0],
          [100, 100],
        ],
        showSymbol: false,
        lineStyle: { color: color.fieldLine, width: 1, type: 'dashed' },
      },
      {
        type: 'scatter',
        name: words.y,
        data: bins.map((bin) => ({
          value: [percent(bin.meanProbability), percent(bin.shareRight)],
          symbolSize: leastDot + (mostDot - leastDot) * Math.sqrt(bin.rows / most),
        })),
        itemStyle: { color: color.violet.main, opacity: 0.85 },
        tooltip: {
          formatter: (at: unknown) => {
            const bin = bins[dataIndexOf(at)];
            if (!bin) return '';
            return [
              `${words.x} ${words.number(percent(bin.meanProbability))}`,
              `${words.y} ${words.number(percent(bin.shareRight))}`,
              `${words.rows} ${words.number(bin.rows)}`,
            ].join('\n');
          },
        },
      },
    ],
  };
}

/** Whether its probabilities mean what they say. */
export function VersionReliability({ version }: { version: VersionView }) {
  const { t } = useTranslation();
  const format = useModelFormat();
  const { reliability, ece, rows } = version.metrics;
  const build = useCallback(
    (color: ColorTokens) =>
      reliabilityOption(
        reliability,
        {
          x: t('models.page.predictedShare'),
          y: t('models.page.actualShare'),
          perfect: t('models.page.perfect'),
          rows: t('models.page.rows'),
          number: (value) => format.decimal(value, Number.isInteger(value) ? 0 : 1),
        },
        color,
      ),
    [reliability, t, format],
  );
  if (rows === 0) return null;
  return (
    <Section title={t('models.page.reliability')}>
      <Chart
        title={t('models.page.reliabilityFinding', { points: format.pointsApart(ece) })}
        subtitle={t('models.page.reliabilitySubtitle')}
        build={build}
        height={260}
        data={{
          columns: [t('models.page.predictedShare'), t('models.page.actualShare'), t('models.page.rows')],
          rows: reliability.map((bin) => [percent(bin.meanProbability), percent(bin.shareRight), bin.rows]),
        }}
      />
    </Section>
  );
}
