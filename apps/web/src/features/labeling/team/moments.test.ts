import { expect, test } from 'vitest';
import { daysOf, drillOf, momentsOf } from './moments.ts';

const tally = { answered: 3, proposed: 2, accepted: 1, skipped: 0, escalated: 0, undone: 0 };

test('every day of the range has its place, also over the end of a month and where nobody decided', () => {
  expect(daysOf('2026-10-30', '2026-11-02')).toEqual(['2026-10-30', '2026-10-31', '2026-11-01', '2026-11-02']);
  const moments = momentsOf({
    from: '2026-11-01',
    to: '2026-11-03',
    moments: [{ queueKey: 'menu', day: '2026-11-02', hour: null, ...tally }],
  });
  expect(moments.map(({ key, tallies }) => [key, tallies.get('menu')?.answered])).toEqual([
    ['2026-11-01', undefined],
    ['2026-11-02', 3],
    ['2026-11-03', undefined],
  ]);
});

test('a single day is told by hours, and an hour’s list is of that hour', () => {
  const moments = momentsOf({
    from: '2026-11-02',
    to: '2026-11-02',
    moments: [{ queueKey: 'menu', day: '2026-11-02', hour: 9, ...tally }],
  });
  expect(moments).toHaveLength(24);
  const [nine] = moments.filter(({ tallies }) => tallies.size > 0);
  expect(nine && drillOf(nine)).toEqual({ view: 'decisions', since: '2026-11-02', until: '2026-11-02', hour: 9 });
});
