import { describe, expect, it } from 'vitest';
import { demoMenuItems, demoStores } from './marketplace.ts';
import type { DemoOptions } from './marketplace.ts';

const options: DemoOptions = { seed: 7, size: 'small', now: new Date('2026-11-22T03:00:00Z') };

describe('the demo marketplace', () => {
  it('is the same twice from the same seed', () => {
    expect([...demoStores(options)]).toEqual([...demoStores(options)]);
  });
  it('gives no external id twice', () => {
    const ids = Array.from(demoMenuItems(options), (item) => item.externalId);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
