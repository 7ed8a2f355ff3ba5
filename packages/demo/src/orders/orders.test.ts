import { describe, expect, it } from 'vitest';
import { demoOrders, demoStores } from '../marketplace.ts';
import type { DemoOptions, DemoOrder } from '../marketplace.ts';
import { groupBy } from '../testing/group-by.ts';
import { seoulDay, seoulHour } from '../rhythm.ts';
import { orderSamplingRate } from './store-orders.ts';

const small: DemoOptions = { seed: 7, size: 'small', now: new Date('2026-11-22T03:00:00Z') };
const orders = [...demoOrders(small)];
const stores = new Map(Array.from(demoStores(small), (store) => [store.externalId, store]));

describe('demo orders', () => {
  it('lie in the last 28 days before now, oldest first within a store', () => {
    const from = small.now.getTime() - 28 * 86_400_000;
    const isOutside = (moment: number) => moment < from || moment >= small.now.getTime();
    expect(orders.filter(({ placedAt }) => isOutside(placedAt.getTime()))).toEqual([]);
    for (const own of groupBy(orders, ({ storeExternalId }) => storeExternalId).values()) {
      const moments = own.map(({ placedAt }) => placedAt.getTime());
      expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    }
  });

  it('are the promised share of each store’s orders', () => {
    const counts = new Map<string, number>();
    for (const { storeExternalId } of orders) counts.set(storeExternalId, (counts.get(storeExternalId) ?? 0) + 1);
    for (const { externalId, weeklyOrders } of stores.values()) {
      expect(Math.abs((counts.get(externalId) ?? 0) - weeklyOrders * 4 * orderSamplingRate)).toBeLessThan(1);
    }
  });

  it('follow the day: chicken at night, soup at noon, little at four in the morning', () => {
    const share = (category: string, hours: readonly number[]) => {
      const own = orders.filter(({ storeExternalId }) => stores.get(storeExternalId)?.primaryCategory === category);
      return own.filter(({ placedAt }) => hours.includes(seoulHour(placedAt.getTime()))).length / own.length;
    };
    expect(share('chicken', [21, 22, 23, 0])).toBeGreaterThan(2 * share('soup', [21, 22, 23, 0]));
    expect(share('soup', [11, 12])).toBeGreaterThan(2 * share('chicken', [11, 12]));
    expect(share('korean', [4])).toBeLessThan(0.01);
  });

  it('follow the week: a day of the weekend brings at least a quarter more than a Tuesday', () => {
    const byDay = [0, 0, 0, 0, 0, 0, 0];
    for (const { placedAt } of orders) {
      const weekday = (seoulDay(placedAt.getTime()) + 4) % 7;
      byDay[weekday] = (byDay[weekday] ?? 0) + 1;
    }
    expect(byDay[6]).toBeGreaterThan(1.25 * (byDay[2] ?? Number.NaN));
    expect(byDay[0]).toBeGreaterThan(1.25 * (byDay[2] ?? Number.NaN));
  });

  it('cost, and take as long as, orders do', () => {
    const isOddSum = (order: DemoOrder) => order.amountKrw < 500 || order.amountKrw % 100 !== 0;
    const isOddFee = ({ deliveryFeeKrw }: DemoOrder) => deliveryFeeKrw % 500 !== 0 || deliveryFeeKrw > 4_500;
    const isOddTime = ({ promisedMinutes, actualMinutes }: DemoOrder) =>
      promisedMinutes % 5 !== 0 || promisedMinutes < 15 || actualMinutes < 9 || actualMinutes > 200;
    expect(orders.filter((order) => isOddSum(order) || isOddFee(order) || isOddTime(order))).toEqual([]);
    const late = orders.filter(({ actualMinutes, promisedMinutes }) => actualMinutes > promisedMinutes).length;
    expect(late / orders.length).toBeGreaterThan(0.4);
    expect(late / orders.length).toBeLessThan(0.65);
  });
});
