import { Box, Button, LinearProgress, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { ImportCountsList } from '../import-counts.tsx';
import { ImportProgress } from '../import-progress.tsx';
import { isUnderWay } from '../import-types.ts';
import { useFailureText } from '../failure-text.ts';
import { useImportReport } from '../use-import-report.ts';
import type { UploadFailure } from './upload-file.ts';

type ForecastPanelProps = {
  upload: { fraction: number } | null;
  failure: UploadFailure | null;
  /** The dry run's id; null before there was one. */
  importId: string | null;
  /** Something was chosen anew since the dry run. */
  isStale: boolean;
};

/** What an import would do, counted over the whole file by a dry run. */
export function ForecastPanel({ upload, failure, importId, isStale }: ForecastPanelProps) {
  const { t } = useTranslation();
  const failureText = useFailureText();
  const { data: report } = useImportReport(importId);
  const isRead = report !== undefined && !isUnderWay(report);
  return (
    <Box sx={{ p: 5, display: 'grid', gap: 4 }}>
      <Typography variant="h2">{t('catalog.forecast')}</Typography>
      <Box role="alert" sx={{ color: 'rose.main', '&:empty': { display: 'none' } }}>
        {failure ? failureText(failure) : null}
      </Box>
      {upload ? (
        <Box role="status" sx={{ display: 'grid', gap: 2 }}>
          <LinearProgress
            variant="determinate"
            value={upload.fraction * 100}
            aria-label={t('catalog.preview')}
            sx={{ bgcolor: 'divider' }}
          />
          {t('catalog.uploading', { percent: Math.floor(upload.fraction * 100) })}
        </Box>
      ) : null}
      {report && !isRead ? <ImportProgress report={report} /> : null}
      {report ? (
        <Box sx={{ opacity: isStale ? 0.55 : 1 }}>
          <ImportCountsList counts={report} isDryRun />
        </Box>
      ) : null}
      {report?.error ? <Box sx={{ color: 'rose.main' }}>{failureText(report.error)}</Box> : null}
      {isRead && isStale ? <Box sx={{ color: 'amber.main' }}>{t('catalog.forecastStale')}</Box> : null}
      {isRead && report.problemsKept > 0 ? (
        <Button size="small" href={`/api/imports/${report.id}/problems.csv`} download>
          {t('catalog.downloadProblems')}
        </Button>
      ) : null}
      {report || upload ? null : <Box sx={{ color: 'text.secondary' }}>{t('catalog.forecastNone')}</Box>}
      <Box sx={{ color: 'text.secondary', fontSize: 12 }}>{t('catalog.startNote')}</Box>
    </Box>
  );
}
