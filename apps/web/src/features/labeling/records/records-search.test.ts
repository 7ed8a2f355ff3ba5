import { expect, test } from 'vitest';
import { decisionListOf, recordsSearch, taskListOf } from './records-search.ts';

test('days are those of Seoul, the last one included', () => {
  const asked = taskListOf('q', { since: '2026-11-22', until: '2026-11-22' });
  expect(asked.createdFrom).toBe('2026-11-21T15:00:00.000Z');
  expect(asked.createdTo).toBe('2026-11-22T15:00:00.000Z');
});

test('an address that holds nonsense shows the list as if it did not', () => {
  const search = recordsSearch.parse({
    state: 'nowhere',
    from: 300,
    since: 'yesterday',
    sort: '!',
    task: 'x',
    text: '',
  });
  expect(taskListOf('q', search)).toEqual({ queueKey: 'q', state: 'open', sort: '-priority' });
});

test('an order that only the other list has falls back to this list’s own', () => {
  expect(taskListOf('q', { sort: 'decided' }).sort).toBe('-priority');
  expect(decisionListOf('q', { sort: '-priority' }, 'me').sort).toBe('-decided');
});

test('an hour is that of its day in Seoul, and of no other', () => {
  const asked = decisionListOf('q', { since: '2026-11-22', until: '2026-11-22', hour: 0 }, 'me');
  expect([asked.decidedFrom, asked.decidedTo]).toEqual(['2026-11-21T15:00:00.000Z', '2026-11-21T16:00:00.000Z']);
  expect(decisionListOf('q', { hour: 3 }, 'me')).not.toHaveProperty('decidedFrom');
});

test('one’s own decisions are asked for by one’s own id', () => {
  expect(decisionListOf('q', { mine: true }, 'me').decidedBy).toBe('me');
  expect(decisionListOf('q', {}, 'me')).not.toHaveProperty('decidedBy');
  expect(decisionListOf('q', { by: 'other' }, 'me').decidedBy).toBe('other');
});
