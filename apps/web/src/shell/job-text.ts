import { useTranslation } from 'react-i18next';
import type { LiveJob } from '../lib/jobs-after.ts';

const slots = ['review-abuse', 'review-aspects', 'menu-category', 'eta'] as const;

/** What a job is, in words: the slot or queue it is about, where there is one, and what is done to it. */
export function useJobName(): (job: LiveJob) => string {
  const { t } = useTranslation();
  return (job) => {
    const name = t(`shell.jobName.${job.name}`);
    const slot = slots.find((known) => known === job.subject);
    if (slot !== undefined) return t('shell.jobOf', { subject: t(`shell.slot.${slot}`), name });
    return job.label === '' || job.label === job.subject ? name : t('shell.jobOf', { subject: job.label, name });
  };
}

/** A job with how far it is, or how it ended. */
export function useJobText(): (job: LiveJob) => string {
  const { t } = useTranslation();
  const nameOf = useJobName();
  return (job) =>
    job.state === 'running'
      ? t('shell.jobWithProgress', { name: nameOf(job), percent: Math.round(job.fraction * 100) })
      : `${nameOf(job)} · ${t(`shell.jobState.${job.state}`)}`;
}
