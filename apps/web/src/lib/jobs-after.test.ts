import { describe, expect, it } from 'vitest';
import { jobsAfter, type LiveJob } from './jobs-after.ts';

const job = (id: string, state: LiveJob['state'], fraction = 0): LiveJob => ({
  type: 'job',
  id,
  name: 'training',
  state,
  fraction,
  label: id,
  subject: null,
});

describe('jobsAfter', () => {
  it('keeps the newest word on each job', () => {
    const known = [job('a', 'running', 0.2), job('b', 'queued')];
    expect(jobsAfter(known, job('a', 'running', 0.6)).find(({ id }) => id === 'a')?.fraction).toBe(0.6);
  });

  it('puts what is under way before what is over', () => {
    const known = jobsAfter([job('a', 'running')], job('b', 'failed'));
    expect(known.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('forgets the oldest finished ones, never one under way', () => {
    let known: readonly LiveJob[] = [job('slow', 'running')];
    for (let n = 0; n < 50; n += 1) known = jobsAfter(known, job(`done-${n}`, 'succeeded'));
    expect(known).toHaveLength(20);
    expect(known[0]?.id).toBe('slow');
    expect(known[1]?.id).toBe('done-49');
  });
});
