import { Box } from '@mui/material';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../../components/chart/chart.tsx';
import type { ChartOption } from '../../../components/chart/chart-kit.ts';
import type { ColorTokens } from '../../../theme/tokens.ts';
import type { RunView } from '../model-types.ts';
import { useModelFormat } from '../use-model-format.ts';

type LossWords = { epoch: string; loss: string; validationLoss: string; number: (value: number) => string };

/** Training and validation loss by epoch, each named at its end. */
function lossOption(losses: RunView['losses'], words: LossWords, color: ColorTokens): ChartOption {
  const end = { show: true, fontSize: 11, distance: 6 };
  return {
    grid: { left: 4, right: 76, top: 10, bottom: 20, containLabel: true },
    tooltip: { trigger: 'axis', valueFormatter: (value) => (typeof value === 'number' ? words.number(value) : '–') },
    xAxis: {
      type: 'value',
      min: 1,
      max: Math.max(2, losses.length),
      minInterval: 1,
      name: words.epoch,
      nameLocation: 'middle',
      nameGap: 22,
      splitLine: { show: false },
    },
    yAxis: { type: 'value', min: 0, splitNumber: 2 },
    series: [
      {
        type: 'line',
        name: words.loss,
        data: losses.map(({ epoch, loss }) => [epoch, loss]),
        showSymbol: losses.length < 2,
        lineStyle: { color: color.violet.main, width: 2 },
        itemStyle: { color: color.violet.main },
        endLabel: { ...end, color: color.violet.main, formatter: words.loss },
        labelLayout: { moveOverlap: 'shiftY' },
      },
      {
        type: 'line',
        name: words.validationLoss,
        data: losses.flatMap(({ epoch, validationLoss }) => (validationLoss === null ? [] : [[epoch, validationLoss]])),
        showSymbol: losses.length < 2,
        lineStyle: { color: color.inkSecond, width: 1.5, type: 'dashed' },
        itemStyle: { color: color.inkSecond },
        endLabel: { ...end, color: color.inkSecond, formatter: words.validationLoss },
        labelLayout: { moveOverlap: 'shiftY' },
      },
    ],
  };
}

/** How the loss fell, epoch by epoch, while it falls. */
export function LossChart({ losses }: { losses: RunView['losses'] }) {
  const { t } = useTranslation();
  const format = useModelFormat();
  const build = useCallback(
    (color: ColorTokens) =>
      lossOption(
        losses,
        {
          epoch: t('models.run.epoch'),
          loss: t('models.run.loss'),
          validationLoss: t('models.run.validationLoss'),
          number: format.score,
        },
        color,
      ),
    [losses, t, format],
  );
  const first = losses[0];
  const last = losses.at(-1);
  if (!first || !last) {
    return (
      <Box sx={{ height: 1, display: 'grid', placeItems: 'center', color: 'text.disabled', fontSize: 12 }}>
        {t('models.run.lossNone')}
      </Box>
    );
  }
  return (
    <Chart
      title={t('models.run.losses', { first: format.score(first.loss), last: format.score(last.loss) })}
      subtitle={t('models.run.lossesSubtitle', { count: losses.length })}
      build={build}
      height={112}
      data={{
        columns: [t('models.run.epoch'), t('models.run.loss'), t('models.run.validationLoss')],
        rows: losses.map(({ epoch, loss, validationLoss }) => [epoch, loss, validationLoss]),
      }}
    />
  );
}
