import { Box, Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { TrendingUp } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart, type ChartPick } from '../../../components/chart/chart.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { Segmented } from '../../../components/segmented.tsx';
import { ListFailure } from '../../../components/table/list-failure.tsx';
import { onItsOwn, trpc } from '../../../lib/trpc.ts';
import type { ColorTokens } from '../../../theme/tokens.ts';
import { usePlace } from '../../../shell/shell-context.tsx';
import type { SlotView } from '../model-types.ts';
import { useModelFormat } from '../use-model-format.ts';
import { curveOption, pressedNumber } from './curve-option.ts';
import { curveFinding, type PlottedPoint, plottedPoints } from './curve-points.ts';

const chartHeight = 280;

/** The finding: how far what is live has come, or where it stands. */
function useFinding(points: readonly PlottedPoint[], metric: string): string {
  const { t } = useTranslation();
  const format = useModelFormat();
  const finding = curveFinding(points);
  if (finding === null) return t('models.curve.plain');
  const { number, from } = finding;
  const end = { number, metric, to: format.count(finding.to), last: format.score(finding.last) };
  if (from === null) return t('models.curve.single', end);
  return t('models.curve.finding', { ...end, from: format.count(from.resolutions), first: format.score(from.value) });
}

/** What corrections did to the model: accuracy by resolutions learned, version by version. */
export function LearningCurve({ slot }: { slot: SlotView }) {
  const { t } = useTranslation();
  const format = useModelFormat();
  const navigate = useNavigate({ from: '/models/$slotKey' });
  const { on, figure: asked } = useSearch({ from: '/console/models/$slotKey' });
  const isOwn = on === 'own';
  const figure = asked ?? 'accuracy';
  const slotKey = slot.key;
  const curve = useQuery(trpc.models.curve.queryOptions({ slotKey }));
  const measured = useQuery({
    ...trpc.models.measuredCurve.queryOptions({ slotKey }, onItsOwn),
    enabled: !isOwn,
    staleTime: 60_000,
  });

  const { champion, waiting } = slot;
  const points = useMemo(() => {
    const onSameRows = isOwn ? null : (measured.data ?? null);
    return plottedPoints(curve.data ?? [], { measured: onSameRows, figure, slot: { champion, waiting } });
  }, [curve.data, measured.data, isOwn, figure, champion, waiting]);
  const metric = t(figure === 'f1' ? 'models.column.macroF1' : 'models.column.accuracy');
  const title = useFinding(points, metric);
  const build = useCallback(
    (color: ColorTokens) =>
      curveOption(
        points,
        {
          xAxis: t('models.curve.xAxis'),
          yAxis: metric,
          count: format.count,
          score: format.score,
          live: ({ number }) => t('models.curve.live', { number }),
          point: ({ number, state }) => t('models.curve.point', { number, verdict: t(`models.chip.${state}`) }),
        },
        color,
      ),
    [points, metric, t, format],
  );
  const open = (pick: ChartPick) => {
    const number = pressedNumber(points, pick);
    if (number !== null) void navigate({ to: '/models/$slotKey/$number', params: { slotKey, number } });
  };

  const error = curve.error ?? (isOwn ? null : measured.error);
  if (error)
    return <ListFailure error={error} onRetry={() => void Promise.all([curve.refetch(), measured.refetch()])} />;
  const isPending = curve.isPending || (!isOwn && measured.isPending);
  if (isPending) return <CurvePlaceholder text={t(curve.isPending ? 'common.loading' : 'models.curve.measuring')} />;
  if (points.length === 0) {
    return (
      <EmptyState
        icon={TrendingUp}
        title={t('models.curve.emptyTitle')}
        body={t('models.curve.emptyBody')}
        action={<OpenQueue queueKey={slot.queueKey} />}
      />
    );
  }
  const sameRows = { shown: format.count(measured.data?.heldOutRows ?? 0) };
  const sameRowsText = figure === 'f1' ? t('models.curve.sameRowsF1', sameRows) : t('models.curve.sameRows', sameRows);
  return (
    <Chart
      title={title}
      subtitle={isOwn ? t('models.curve.ownRows') : sameRowsText}
      build={build}
      height={chartHeight}
      onPick={open}
      data={{
        columns: [
          t('models.column.number'),
          t('models.curve.xAxis'),
          metric,
          t('models.curve.low'),
          t('models.curve.high'),
          t('models.curve.heldOut'),
          t('models.column.verdict'),
        ],
        rows: points.map((point) => [
          format.version(point.number),
          point.resolutions,
          point.value,
          point.low,
          point.high,
          point.rows,
          t(`models.chip.${point.state}`),
        ]),
      }}
      controls={
        <>
          <Segmented
            label={t('models.curve.chooseMetric')}
            value={figure}
            options={[
              { value: 'accuracy', label: t('models.column.accuracy') },
              { value: 'f1', label: t('models.column.macroF1') },
            ]}
            onChange={(value) =>
              void navigate({
                search: (before) => ({ ...before, figure: value === 'f1' ? value : undefined }),
                replace: true,
              })
            }
          />
          <Segmented
            label={t('models.curve.choose')}
            value={isOwn ? 'own' : 'same'}
            options={[
              { value: 'same', label: t('models.curve.same'), hint: t('models.curve.sameHint') },
              { value: 'own', label: t('models.curve.own'), hint: t('models.curve.ownHint') },
            ]}
            onChange={(value) =>
              void navigate({
                search: (before) => ({ ...before, on: value === 'own' ? value : undefined }),
                replace: true,
              })
            }
          />
        </>
      }
    />
  );
}

/** Where a model begins: with decisions. */
function OpenQueue({ queueKey }: { queueKey: string | null }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queuePlace = usePlace('queue');
  if (queueKey === null || !queuePlace) return null;
  return (
    <Button variant="contained" color="primary" onClick={() => void navigate(queuePlace(queueKey))}>
      {t('models.action.openQueue')}
    </Button>
  );
}

/** As tall as the chart that comes, so that nothing moves when it does. */
function CurvePlaceholder({ text }: { text: string }) {
  return (
    <Box role="status" sx={{ height: chartHeight + 32, display: 'grid', placeItems: 'center', color: 'text.disabled' }}>
      {text}
    </Box>
  );
}
