import { Box, ButtonBase, LinearProgress, Popover } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isUnderWay, type LiveJob } from '../lib/jobs-after.ts';
import { dropFocus } from '../lib/keep-focus.ts';
import { useLiveJobs } from '../lib/live.tsx';
import { useJobName, useJobText } from './job-text.ts';

function JobBar({ job, width }: { job: LiveJob; width: number | string }) {
  const nameOf = useJobName();
  return (
    <LinearProgress
      variant="determinate"
      color="secondary"
      value={job.fraction * 100}
      aria-label={nameOf(job)}
      sx={{ width, flex: 'none', bgcolor: 'divider' }}
    />
  );
}

/** What machines are doing right now, in the top bar: the first job with its progress, the rest on a press. */
export function JobsIndicator() {
  const { t } = useTranslation();
  const jobs = useLiveJobs();
  const textOf = useJobText();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => {
    dropFocus();
    setAnchor(null);
  };
  const running = jobs.filter(isUnderWay);
  const first = running[0];
  if (first === undefined && anchor === null) return null;
  const summary = first && running.length === 1 ? textOf(first) : t('shell.jobs', { count: running.length });
  return (
    <>
      <ButtonBase
        onClick={(event) => setAnchor(event.currentTarget)}
        aria-haspopup="dialog"
        sx={{ gap: 2, px: 2, height: 30, borderRadius: 1, color: 'text.secondary', whiteSpace: 'nowrap' }}
      >
        {first ? <JobBar job={first} width={64} /> : null}
        {summary}
      </ButtonBase>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{
          paper: { role: 'dialog', 'aria-label': t('shell.jobsTitle'), sx: { width: 340, mt: 1.5, py: 2 } },
        }}
      >
        <Box component="h2" sx={{ typography: 'h3', px: 4, py: 1 }}>
          {t('shell.jobsTitle')}
        </Box>
        {jobs.length === 0 ? <Box sx={{ px: 4, py: 2, color: 'text.secondary' }}>{t('shell.jobsNone')}</Box> : null}
        {jobs.map((job) => (
          <Box key={job.id} sx={{ px: 4, py: 1.5, display: 'grid', gap: 1 }}>
            <Box sx={{ color: job.state === 'failed' ? 'rose.main' : 'text.primary' }}>{textOf(job)}</Box>
            {job.state === 'running' ? <JobBar job={job} width="100%" /> : null}
          </Box>
        ))}
      </Popover>
    </>
  );
}
