import { Box } from '@mui/material';
import type { EChartsType } from 'echarts/core';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { colors, type Scheme } from '../../theme/tokens.ts';
import type { ChartPick, ChartProps } from './chart.tsx';
import { init } from './chart-kit.ts';

type ChartCanvasProps = {
  label: string;
  build: ChartProps['build'];
  scheme: Scheme;
  onPick: ((pick: ChartPick) => void) | undefined;
};

/**
 * Common to all charts. Tooltips are drawn onto the canvas: as HTML they would be markup made of other people's texts. Nothing moves: a chart is read, not watched.
 */
const common = {
  animation: false,
  grid: { left: 8, right: 16, top: 12, bottom: 8, containLabel: true },
  tooltip: { trigger: 'axis', renderMode: 'richText', confine: true },
} as const;

/** Draws; resizes with its box; follows theme and data. Loaded with the first chart. */
export function ChartCanvas({ label, build, scheme, onPick }: ChartCanvasProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const pick = useRef(onPick);
  useLayoutEffect(() => {
    pick.current = onPick;
  });

  useEffect(() => {
    if (box.current === null) return undefined;
    const made = init(box.current, scheme);
    chart.current = made;
    made.on('click', ({ name, seriesName, dataIndex }) =>
      pick.current?.({ name, seriesName: seriesName ?? '', dataIndex: dataIndex ?? -1 }),
    );
    const redraw = () => made.resize();
    const observer = new ResizeObserver(redraw);
    observer.observe(box.current);
    // Text on a canvas asks for the part of the font it needs as it is drawn, and is not drawn again once that is there.
    document.fonts.addEventListener('loadingdone', redraw);
    return () => {
      observer.disconnect();
      document.fonts.removeEventListener('loadingdone', redraw);
      made.dispose();
      chart.current = null;
    };
  }, [scheme]);

  useEffect(() => {
    const option = build(colors[scheme]);
    chart.current?.setOption(
      { ...common, ...option, grid: option.grid ?? common.grid, tooltip: { ...common.tooltip, ...option.tooltip } },
      { notMerge: true },
    );
  }, [build, scheme]);

  return <Box ref={box} role="img" aria-label={label} sx={{ width: 1, height: 1 }} />;
}
