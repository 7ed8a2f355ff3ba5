import type { LiveEvent } from '@jeoul/shared/platform/live-events';

export type LiveJob = Extract<LiveEvent, { type: 'job' }>;

const mostKept = 20;

/** Whether a job is still to end. */
export function isUnderWay(job: LiveJob): boolean {
  return job.state === 'running' || job.state === 'queued';
}

/** The jobs after an event: the newest word on each, those under way first, the latest finished ones after them. */
export function jobsAfter(known: readonly LiveJob[], event: LiveJob): readonly LiveJob[] {
  const all = [event, ...known.filter((job) => job.id !== event.id)];
  return [...all.filter(isUnderWay), ...all.filter((job) => !isUnderWay(job))].slice(0, mostKept);
}
