import { Box, IconButton, Tooltip } from '@mui/material';
import { useColorScheme } from '@mui/material/styles';
import { ChartLine, FileSpreadsheet, Image, Table2 } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CsvCell, toCsv } from '../../lib/csv.ts';
import { download, fileNameOf } from '../../lib/download.ts';
import type { ColorTokens, Scheme } from '../../theme/tokens.ts';
import type { ChartOption } from './chart-kit.ts';
import { chartPicture } from './chart-picture.ts';
import { ChartTable } from './chart-table.tsx';

const ChartCanvas = lazy(async () => ({ default: (await import('./chart-canvas.tsx')).ChartCanvas }));

/** The same data as numbers: what the CSV holds, and what is shown to those who can't use the picture. */
export type ChartData = { columns: readonly string[]; rows: readonly (readonly CsvCell[])[] };

/** What was pressed: the name on the axis, the series, the place in its data. */
export type ChartPick = { name: string; seriesName: string; dataIndex: number };

export type ChartProps = {
  /** The finding where one is known (“v18 is right more often since noon”), else what is shown. */
  title: string;
  /** Sample, interval, unit: the small print beside the title. */
  subtitle?: string;
  /** Draws with the theme's colours; axes must name their units. Keep it in a memo: a new function draws anew. */
  build: (color: ColorTokens) => ChartOption;
  data: ChartData;
  height?: number;
  onPick?: (pick: ChartPick) => void;
  /** What chooses between ways to see it, beside the corner's buttons. */
  controls?: ReactNode;
};

/** The scheme on the screen right now, whatever chose it. */
function useScheme(): Scheme {
  const { mode, systemMode } = useColorScheme();
  return (mode === 'system' ? systemMode : mode) === 'dark' ? 'dark' : 'light';
}

/** A chart with its finding as the title, its numbers one press away, to keep as a picture or as CSV. */
export function Chart({ title, subtitle, build, data, height = 240, onPick, controls }: ChartProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const scheme = useScheme();
  const figure = useRef<HTMLDivElement>(null);
  const [isTable, setIsTable] = useState(false);

  const keepPicture = async () => {
    const canvas = figure.current?.querySelector('canvas');
    if (canvas) download(await chartPicture(canvas, title, scheme), fileNameOf(title, 'png'));
  };
  const keepCsv = () => {
    const csv = new Blob([toCsv(data.columns, data.rows)], { type: 'text/csv;charset=utf-8' });
    download(csv, fileNameOf(title, 'csv'));
  };
  const toggleLabel = t(isTable ? 'common.showChart' : 'common.showTable');
  const corner = { width: 24, height: 24, color: 'text.disabled' } as const;
  return (
    <Box component="figure" aria-labelledby={titleId} sx={{ m: 0, minWidth: 0 }}>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 2, mb: 2 }}>
        <Box component="figcaption" id={titleId} sx={{ flex: 1 }}>
          <Box component="span" sx={{ fontWeight: 600 }}>
            {title}
          </Box>
          {subtitle ? (
            <Box component="span" sx={{ ml: 2, fontSize: 12, color: 'text.disabled' }}>
              {subtitle}
            </Box>
          ) : null}
        </Box>
        {controls}
        <Box sx={{ display: 'flex' }}>
          <Tooltip title={toggleLabel}>
            <IconButton
              sx={corner}
              aria-label={toggleLabel}
              aria-pressed={isTable}
              onClick={() => setIsTable(!isTable)}
            >
              {isTable ? <ChartLine size={14} aria-hidden /> : <Table2 size={14} aria-hidden />}
            </IconButton>
          </Tooltip>
          <Tooltip title={t('common.downloadPng')}>
            <IconButton
              sx={corner}
              aria-label={t('common.downloadPng')}
              disabled={isTable}
              onClick={() => void keepPicture()}
            >
              <Image size={14} aria-hidden />
            </IconButton>
          </Tooltip>
          <Tooltip title={t('common.downloadCsv')}>
            <IconButton sx={corner} aria-label={t('common.downloadCsv')} onClick={keepCsv}>
              <FileSpreadsheet size={14} aria-hidden />
            </IconButton>
          </Tooltip>
        </Box>
      </Box>
      <Box ref={figure} sx={{ height, minWidth: 0 }}>
        {isTable ? (
          <ChartTable caption={title} data={data} />
        ) : (
          <Suspense fallback={null}>
            <ChartCanvas label={title} build={build} scheme={scheme} onPick={onPick} />
          </Suspense>
        )}
      </Box>
    </Box>
  );
}
