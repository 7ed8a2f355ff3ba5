import type { ChartOption } from '../../../components/chart/chart-kit.ts';
import type { CustomSeriesOption } from 'echarts/charts';
import type { ColorTokens } from '../../../theme/tokens.ts';
import { dataIndexOf } from '../chart-tip.ts';
import { type PlottedPoint, servedPath } from './curve-points.ts';

export type CurveWords = {
  xAxis: string;
  yAxis: string;
  count: (value: number) => string;
  score: (value: number) => string;
  /** `v7 운영 중`. */
  live: (point: PlottedPoint) => string;
  /** `v5 · 승격 안 함`. */
  point: (point: PlottedPoint) => string;
};

/** Names of the series: what a press on the chart is answered by. */
export const curveSeries = { served: 'served', aside: 'aside', live: 'live' } as const;

const barWidth = 1.5;
const capWidth = 5;

/** The learning curve: the path that served in violet, the others as rings beside it, what is live marked and named. */
export function curveOption(points: readonly PlottedPoint[], words: CurveWords, color: ColorTokens): ChartOption {
  const served = servedPath(points);
  const aside = points.filter((point) => !served.includes(point));
  const live = served.filter((point) => point.state === 'live');
  const violet = color.violet.main;
  const pair = (point: PlottedPoint) => [point.resolutions, point.value];
  // The live version has its own label; what stands on the same spot would be written over it.
  const ends = [served[0], served.at(-1)].filter(
    (point) => !live.some(({ resolutions }) => resolutions === point?.resolutions),
  );
  // The halo keeps a label legible where it crosses an interval.
  const halo = { textBorderColor: color.paper, textBorderWidth: 3 };
  const label = { show: true, color: color.inkSecond, fontSize: 11, position: 'top' as const, distance: 9, ...halo };
  return {
    grid: { left: 8, right: 28, top: 28, bottom: 22, containLabel: true },
    tooltip: { trigger: 'item' },
    xAxis: {
      type: 'value',
      min: 0,
      name: words.xAxis,
      nameLocation: 'middle',
      nameGap: 26,
      axisLabel: { formatter: words.count },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      scale: true,
      name: words.yAxis,
      nameTextStyle: { align: 'left' },
      axisLabel: { formatter: (value: number) => words.score(value).replace(/0$/, '') },
    },
    series: [
      {
        type: 'custom',
        silent: true,
        data: points.flatMap(({ resolutions, low, high }) =>
          low === null || high === null ? [] : [[resolutions, low, high]],
        ),
        encode: { x: 0, y: [1, 2] },
        renderItem: intervalBar(violet),
      },
      {
        type: 'line',
        name: curveSeries.served,
        data: served.map((point) => ({
          value: pair(point),
          label: { ...label, show: ends.includes(point), formatter: () => words.score(point.value) },
        })),
        symbol: 'circle',
        symbolSize: 7,
        lineStyle: { color: violet, width: 2 },
        itemStyle: { color: violet },
        tooltip: { formatter: (at: unknown) => tip(served, at, words) },
      },
      {
        type: 'scatter',
        name: curveSeries.aside,
        data: aside.map((point) => ({
          value: pair(point),
          label: {
            ...label,
            show: point.state === 'needsPerson',
            position: 'bottom' as const,
            formatter: () => words.point(point),
          },
        })),
        symbol: 'circle',
        symbolSize: 8,
        itemStyle: { color: color.paper, borderColor: violet, borderWidth: 1.5 },
        tooltip: { formatter: (at: unknown) => tip(aside, at, words) },
      },
      {
        type: 'scatter',
        name: curveSeries.live,
        data: live.map((point) => ({
          value: pair(point),
          label: {
            ...label,
            color: violet,
            // Away from the line that comes down to it.
            position: isDescent(served) ? ('bottom' as const) : ('top' as const),
            fontWeight: 600,
            fontSize: 12,
            formatter: () => `${words.live(point)}  ${words.score(point.value)}`,
          },
        })),
        symbol: 'circle',
        symbolSize: 13,
        itemStyle: { color: violet, borderColor: color.paper, borderWidth: 2 },
        tooltip: { formatter: (at: unknown) => tip(live, at, words) },
      },
    ],
  };
}

/** The 95 % interval of a point: a thin bar with caps, behind the point. */
function intervalBar(stroke: string): NonNullable<CustomSeriesOption['renderItem']> {
  return (_params, api) => {
    const [x = 0, bottom = 0] = api.coord([api.value(0), api.value(1)]);
    const [, top = 0] = api.coord([api.value(0), api.value(2)]);
    const style = { stroke, lineWidth: barWidth, opacity: 0.35 };
    const line = (x1: number, y1: number, x2: number, y2: number) => ({
      type: 'line' as const,
      shape: { x1, y1, x2, y2 },
      style,
    });
    const cap = capWidth / 2;
    return {
      type: 'group',
      children: [line(x, bottom, x, top), line(x - cap, bottom, x + cap, bottom), line(x - cap, top, x + cap, top)],
    };
  };
}

/** Whether the path last went down. */
function isDescent(served: readonly PlottedPoint[]): boolean {
  const [before, last] = served.slice(-2);
  return before !== undefined && last !== undefined && last.value < before.value;
}

function tip(points: readonly PlottedPoint[], at: unknown, words: CurveWords): string {
  const point = points[dataIndexOf(at)];
  if (!point) return '';
  const interval =
    point.low === null || point.high === null ? '' : `  (${words.score(point.low)}–${words.score(point.high)})`;
  return [
    words.point(point),
    `${words.yAxis} ${words.score(point.value)}${interval}`,
    `${words.xAxis} ${words.count(point.resolutions)}`,
  ].join('\n');
}

/** The version that was pressed, by the series and the place in it. */
export function pressedNumber(
  points: readonly PlottedPoint[],
  pick: { seriesName: string; dataIndex: number },
): number | null {
  const served = servedPath(points);
  const bySeries: Record<string, readonly PlottedPoint[]> = {
    [curveSeries.served]: served,
    [curveSeries.aside]: points.filter((point) => !served.includes(point)),
    [curveSeries.live]: served.filter((point) => point.state === 'live'),
  };
  return bySeries[pick.seriesName]?.[pick.dataIndex]?.number ?? null;
}
