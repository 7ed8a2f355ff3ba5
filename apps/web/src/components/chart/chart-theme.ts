import { colors, fontFamily, type Scheme } from '../../theme/tokens.ts';

/** ECharts' look from the theme's tokens: hairlines, quiet axes, the eight series colours. */
export function chartTheme(scheme: Scheme) {
  const token = colors[scheme];
  const text = { color: token.inkSecond, fontFamily, fontSize: 11 };
  const axis = {
    axisLine: { lineStyle: { color: token.line } },
    axisTick: { show: false },
    axisLabel: text,
    nameTextStyle: text,
    splitLine: { lineStyle: { color: token.line, width: 1 } },
    splitArea: { show: false },
  };
  return {
    color: token.series,
    backgroundColor: 'transparent',
    textStyle: { fontFamily, color: token.ink },
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: { ...axis, axisLine: { show: false } },
    timeAxis: { ...axis, splitLine: { show: false } },
    logAxis: { ...axis, axisLine: { show: false } },
    legend: { textStyle: text, icon: 'roundRect', itemWidth: 12, itemHeight: 4 },
    tooltip: {
      backgroundColor: token.surface,
      borderColor: token.line,
      borderWidth: 1,
      padding: [6, 10],
      textStyle: { color: token.ink, fontFamily, fontSize: 12 },
      axisPointer: { lineStyle: { color: token.fieldLine }, crossStyle: { color: token.fieldLine } },
    },
    // A label beside its line has the line's colour, and no halo, which ECharts would draw for the other scheme.
    darkMode: scheme === 'dark',
    line: {
      endLabel: { ...text, color: 'inherit', textBorderWidth: 0, fontWeight: 600 },
      label: { ...text, textBorderWidth: 0 },
      symbolSize: 6,
      lineStyle: { width: 2 },
      smooth: false,
    },
    bar: { itemStyle: { borderRadius: 2 } },
  };
}
