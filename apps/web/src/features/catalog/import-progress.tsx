import { Box, LinearProgress } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/use-format.ts';
import type { ImportReport } from './import-types.ts';
import { useImportProgress } from './use-import-report.ts';

/** How far an import is and how long it will still take. */
export function ImportProgress({ report }: { report: ImportReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { fraction, secondsLeft } = useImportProgress(report.id, report.startedAt);
  const rows = format.count(report.rowsRead);
  const percent = fraction === null ? null : Math.floor(fraction * 100);
  return (
    <Box role="status" sx={{ display: 'grid', gap: 2 }}>
      <LinearProgress
        {...(percent === null ? {} : { variant: 'determinate', value: percent })}
        aria-label={report.fileName}
        sx={{ bgcolor: 'divider' }}
      />
      <Box sx={{ display: 'flex', justifyContent: 'space-between', color: 'text.secondary' }}>
        <span>
          {report.state === 'queued'
            ? t('catalog.waiting')
            : percent === null
              ? t('catalog.runningRows', { rows })
              : t('catalog.running', { rows, percent })}
        </span>
        <span>{secondsLeft === null ? '' : t('catalog.remaining', { time: format.duration(secondsLeft) })}</span>
      </Box>
    </Box>
  );
}
