import { expect, it } from 'vitest';
import { roles, type Role } from '../access/permissions.ts';
import { mayHear, type LiveEvent } from './live-events.ts';

const job = (name: 'training' | 'rescore' | 'import' | 'demo'): LiveEvent => ({
  type: 'job',
  id: '1',
  name,
  state: 'running',
  fraction: 0.5,
  label: 'menus.csv',
  subject: null,
});
const hearers = (event: LiveEvent): Role[] => roles.filter((role) => mayHear(role, event));

it('tells nobody of work they may not see', () => {
  expect(hearers(job('import'))).toEqual(['ml_engineer', 'admin']);
  expect(hearers(job('training'))).toEqual(['operator', 'ml_engineer', 'analyst', 'admin']);
  expect(hearers({ type: 'queue', queueKey: 'menu-category', waiting: 3 })).not.toContain('store_manager');
  expect(hearers({ type: 'promotion', slotKey: 'menu-category', modelNumber: 3 })).not.toContain('marketer');
  expect(hearers(job('demo'))).toEqual(roles);
});
