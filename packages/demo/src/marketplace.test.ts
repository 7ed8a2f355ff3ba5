import { createHash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { demoMenuItems, demoOrders, demoReviews, demoStores } from './marketplace.ts';
import type { DemoOptions, DemoReview } from './marketplace.ts';
import { storeMenuItems } from './menus/store-menu.ts';
import { storeOrders } from './orders/store-orders.ts';
import { storeReviews } from './reviews/store-reviews.ts';
import { storeFacts } from './stores/store-at.ts';
import { groupBy } from './testing/group-by.ts';

const small: DemoOptions = { seed: 7, size: 'small', now: new Date('2026-11-22T03:00:00Z') };
const stores = [...demoStores(small)];
const items = [...demoMenuItems(small)];
const reviews = [...demoReviews(small)];
const orders = [...demoOrders(small)];
const everything = [demoStores, demoMenuItems, demoReviews, demoOrders];

function digest(rows: Iterable<unknown>): string {
  const hash = createHash('sha256');
  for (const row of rows) hash.update(JSON.stringify(row));
  return hash.digest('hex');
}

function take(rows: Iterable<unknown>, count: number): unknown[] {
  const taken: unknown[] = [];
  for (const row of rows) {
    if (taken.length === count) break;
    taken.push(row);
  }
  return taken;
}

describe('the demo marketplace', () => {
  it('is the same byte for byte from the same options, and another from another seed', () => {
    for (const rowsOf of everything) {
      const again = { ...small, now: new Date(small.now) };
      expect(digest(take(rowsOf(again), 8_000))).toBe(digest(take(rowsOf(small), 8_000)));
      expect(digest(take(rowsOf({ ...small, seed: 8 }), 50))).not.toBe(digest(take(rowsOf(small), 50)));
    }
  });

  it('tells seeds apart that differ only beyond 32 bits', () => {
    const far = { ...small, seed: small.seed + 2 ** 32 };
    expect(digest(take(demoStores(far), 20))).not.toBe(digest(take(demoStores(small), 20)));
  });

  it('makes a store alone just as it makes it in sequence', () => {
    const itemsOf = groupBy(items, ({ storeExternalId }) => storeExternalId);
    const reviewsOf = groupBy(reviews, ({ storeExternalId }) => storeExternalId);
    const ordersOf = groupBy(orders, ({ storeExternalId }) => storeExternalId);
    for (const index of [0, 1, 777, 1_999]) {
      const { store } = storeFacts(small, index);
      expect(store).toEqual(stores[index]);
      expect(storeMenuItems(small, index)).toEqual(itemsOf.get(store.externalId));
      expect(storeReviews(small, index)).toEqual(reviewsOf.get(store.externalId) ?? []);
      expect(storeOrders(small, index)).toEqual(ordersOf.get(store.externalId) ?? []);
    }
  });

  it('gives no external id twice and refers to stores and dishes that exist', () => {
    const storeIds = new Set(stores.map(({ externalId }) => externalId));
    const itemById = new Map(items.map((item) => [item.externalId, item]));
    expect(storeIds.size).toBe(2_000);
    expect(itemById.size).toBe(items.length);
    expect(new Set(reviews.map(({ externalId }) => externalId)).size).toBe(reviews.length);
    expect(new Set(orders.map(({ externalId }) => externalId)).size).toBe(orders.length);
    const isLost = ({ storeExternalId }: { storeExternalId: string }) => !storeIds.has(storeExternalId);
    expect([...items, ...orders].filter(isLost)).toEqual([]);
    const isMismatched = ({ menuItemExternalId, storeExternalId, menuName }: DemoReview) => {
      const item = itemById.get(menuItemExternalId);
      return item?.storeExternalId !== storeExternalId || item.name !== menuName;
    };
    expect(reviews.filter(isMismatched)).toEqual([]);
  });

  it('holds as much as its size promises', () => {
    const isWithin = ({ length }: readonly unknown[], low: number, high: number) => low < length && length < high;
    expect(isWithin(items, 22_000, 28_000)).toBe(true);
    expect(isWithin(reviews, 17_000, 23_000)).toBe(true);
    expect(isWithin(orders, 52_000, 68_000)).toBe(true);
    expect([...demoStores({ ...small, size: 'city' })]).toHaveLength(20_000);
  });

  it('groups dishes, reviews and orders by store, in the order of the stores', () => {
    for (const rows of [items, reviews, orders]) {
      const ids = rows.map(({ storeExternalId }) => storeExternalId);
      expect(ids).toEqual(ids.toSorted());
    }
  });

  it('can be iterated again from the start', () => {
    const rows = demoStores(small);
    expect(take(rows, 3)).toEqual(take(rows, 3));
  });

  it('keeps nothing of the stores it has passed', () => {
    setFlagsFromString('--expose_gc');
    const collect: unknown = runInNewContext('gc');
    if (typeof collect !== 'function') throw new Error('No garbage collector to call');
    const country: DemoOptions = { ...small, size: 'country' };
    const iterator = demoMenuItems(country)[Symbol.iterator]();
    const advance = (count: number) => {
      for (let left = count; left > 0; left--) iterator.next();
      collect();
      return process.memoryUsage().heapUsed;
    };
    const before = advance(2_000);
    // Kept, 60,000 items would weigh more than 12 MB.
    expect(advance(60_000) - before).toBeLessThan(4e6);
  });
});
