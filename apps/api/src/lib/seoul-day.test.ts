import { expect, test } from 'vitest';
import { seoulDayStart } from './seoul-day.ts';

test('a day in Seoul begins nine hours before that of UTC', () => {
  const start = new Date('2026-11-21T15:00:00Z');
  expect(seoulDayStart({ now: start })).toEqual(start);
  expect(seoulDayStart({ now: new Date('2026-11-22T14:59:59Z') })).toEqual(start);
  expect(seoulDayStart({ now: new Date('2026-11-21T14:59:59Z') })).toEqual(new Date('2026-11-20T15:00:00Z'));
});

test('days before are counted back from it', () => {
  const now = new Date('2026-11-22T03:00:00Z');
  expect(seoulDayStart({ now, daysAgo: 6 })).toEqual(new Date('2026-11-15T15:00:00Z'));
});
