import { Box, Button, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Key } from '../../components/key.tsx';
import { Columns } from '../../components/page/columns.tsx';
import { Page } from '../../components/page/page.tsx';
import { ListFailure } from '../../components/table/list-failure.tsx';
import { Verdict } from '../../components/verdict.tsx';
import { useHotkeys } from '../../lib/hotkeys/use-hotkeys.ts';
import { notify } from '../../lib/notices.ts';
import { describeError } from '../../lib/error-text.ts';
import { trpc } from '../../lib/trpc.ts';
import { useFormat } from '../../lib/use-format.ts';
import { useFailureText } from './failure-text.ts';
import { ImportCountsList } from './import-counts.tsx';
import { ImportFacts } from './import-facts.tsx';
import { ImportProgress } from './import-progress.tsx';
import { isUnderWay, type ImportReport } from './import-types.ts';
import { ProblemsTable } from './problems-table.tsx';
import { useImportReport } from './use-import-report.ts';

const route = getRouteApi('/console/imports/$importId');

/** One import: how far it is, what became of the rows, what was wrong with which. */
export function ImportPage() {
  const { t } = useTranslation();
  const { importId } = route.useParams();
  const { data: report, error, refetch } = useImportReport(importId);
  const crumbs = [
    { label: t('catalog.title'), link: { to: '/imports' } as const },
    { label: report?.fileName ?? importId },
  ];
  if (report) return <Report report={report} crumbs={crumbs} />;
  return <Page crumbs={crumbs}>{error ? <ListFailure error={error} onRetry={() => void refetch()} /> : null}</Page>;
}

function useVerdictText(): (report: ImportReport) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ state, isDryRun, fileName: file, rowsRead, rowsCreated, rowsUpdated }) => {
    const rows = { file, count: rowsRead, shown: format.count(rowsRead), created: format.count(rowsCreated) };
    if (state === 'queued' || state === 'running') return t(`catalog.verdict.${state}`, { file });
    if (state === 'cancelled') return t('catalog.verdict.cancelled', rows);
    if (state === 'failed')
      return rowsRead > 0 ? t('catalog.verdict.failedPartly', rows) : t('catalog.verdict.failed', { file });
    if (isDryRun) return t('catalog.verdict.dryRun', rows);
    return rowsCreated + rowsUpdated > 0 ? t('catalog.verdict.succeeded', rows) : t('catalog.verdict.nothingNew', rows);
  };
}

function useCancel(report: ImportReport) {
  const client = useQueryClient();
  return useMutation(
    trpc.catalog.cancelImport.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: trpc.catalog.import.queryKey({ id: report.id }) }),
      onError: (error) => notify({ text: describeError(error).text, tone: 'harm' }),
    }),
  );
}

function Report({ report, crumbs }: { report: ImportReport; crumbs: Parameters<typeof Page>[0]['crumbs'] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const failureText = useFailureText();
  const verdictText = useVerdictText();
  const cancel = useCancel(report);
  const isRunning = isUnderWay(report);
  const stop = () => cancel.mutate({ id: report.id });
  const another = () => void navigate({ to: '/imports' });
  useHotkeys([
    { id: 'catalog.stop', combo: 'KeyX', label: t('catalog.cancel'), isDisabled: !isRunning, run: stop },
    { id: 'catalog.again', combo: 'KeyN', label: t('catalog.again'), run: another },
  ]);
  return (
    <Page
      crumbs={crumbs}
      verdict={
        <Verdict
          actions={
            isRunning ? (
              <Button color="error" disabled={cancel.isPending} onClick={stop}>
                {t('catalog.cancel')} <Key combo="KeyX" />
              </Button>
            ) : (
              <Button onClick={another}>
                {t('catalog.again')} <Key combo="KeyN" />
              </Button>
            )
          }
          {...(report.state === 'cancelled' ? { note: t('catalog.cancelled') } : {})}
        >
          {verdictText(report)}
        </Verdict>
      }
    >
      <Columns
        evidence={
          <Box sx={{ p: 5, display: 'grid', gap: 5 }}>
            <Typography variant="h2">{t('catalog.figures')}</Typography>
            <ImportCountsList counts={report} isDryRun={report.isDryRun} />
            <ImportFacts report={report} />
          </Box>
        }
      >
        <Box sx={{ height: 1, display: 'grid', gridTemplateRows: 'auto auto minmax(0, 1fr)' }}>
          <Box sx={{ px: 5, pt: 4, '&:empty': { display: 'none' } }}>
            {isRunning ? <ImportProgress report={report} /> : null}
            {report.error ? (
              <Box role="alert" sx={{ color: 'rose.main' }}>
                {failureText(report.error)}
              </Box>
            ) : null}
          </Box>
          <ProblemsHead report={report} />
          <ProblemsTable report={report} />
        </Box>
      </Columns>
    </Page>
  );
}

function ProblemsHead({ report: { id, problems, problemsKept } }: { report: ImportReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isMore = problemsKept > problems.length;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 4, px: 5, py: 3, minHeight: 56 }}>
      <Typography variant="h2">{t('catalog.problems')}</Typography>
      <Box sx={{ color: 'text.secondary' }}>
        {isMore
          ? t('catalog.problemsShown', { shown: format.count(problems.length), total: format.count(problemsKept) })
          : null}
      </Box>
      {problemsKept > 0 ? (
        <Button size="small" href={`/api/imports/${id}/problems.csv`} download sx={{ ml: 'auto' }}>
          {t('catalog.downloadProblems')}
        </Button>
      ) : null}
    </Box>
  );
}
