import {
  BarChart,
  type BarSeriesOption,
  CustomChart,
  type CustomSeriesOption,
  HeatmapChart,
  type HeatmapSeriesOption,
  LineChart,
  type LineSeriesOption,
  ScatterChart,
  type ScatterSeriesOption,
} from 'echarts/charts';
import {
  type DatasetComponentOption,
  DatasetComponent,
  type GridComponentOption,
  GridComponent,
  LegendComponent,
  type LegendComponentOption,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  type TooltipComponentOption,
  TooltipComponent,
  VisualMapComponent,
  type VisualMapComponentOption,
} from 'echarts/components';
import { type ComposeOption, init, registerTheme, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { chartTheme } from './chart-theme.ts';

/** Only what charts here are made of: the whole of ECharts would be three times the size. */
use([
  BarChart,
  CustomChart,
  HeatmapChart,
  LineChart,
  ScatterChart,
  DatasetComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  TooltipComponent,
  VisualMapComponent,
  CanvasRenderer,
]);
registerTheme('light', chartTheme('light'));
registerTheme('dark', chartTheme('dark'));

type Composed = ComposeOption<
  | BarSeriesOption
  | CustomSeriesOption
  | HeatmapSeriesOption
  | LineSeriesOption
  | ScatterSeriesOption
  | DatasetComponentOption
  | GridComponentOption
  | LegendComponentOption
  | TooltipComponentOption
  | VisualMapComponentOption
>;

/** ECharts' options as far as the kit reaches, with one grid and one tooltip. */
export type ChartOption = Omit<Composed, 'tooltip' | 'grid'> & {
  tooltip?: TooltipComponentOption;
  grid?: GridComponentOption;
};

export { init };
