import { describe, expect, it } from 'vitest';
import { demoMenuItems, demoStores } from '../marketplace.ts';
import type { DemoMenuItem, DemoOptions } from '../marketplace.ts';
import { groupBy } from '../testing/group-by.ts';
import { signatureLeaf } from './signature.ts';

const small: DemoOptions = { seed: 7, size: 'small', now: new Date('2026-11-22T03:00:00Z') };
const stores = [...demoStores(small)];
const items = [...demoMenuItems(small)];
const menus = groupBy(items, ({ storeExternalId }) => storeExternalId);

function medianPrice(isMeant: (item: DemoMenuItem) => boolean): number {
  const prices = items
    .filter(isMeant)
    .map(({ priceKrw }) => priceKrw)
    .toSorted((a, b) => a - b);
  return prices[Math.floor(prices.length / 2)] ?? Number.NaN;
}

describe('demo menus', () => {
  it('ask plausible prices in round hundreds', () => {
    expect(items.filter(({ priceKrw }) => priceKrw % 100 !== 0 || priceKrw < 300 || priceKrw > 130_000)).toEqual([]);
    const between = (low: number, price: number, high: number) => expect(low < price && price < high).toBe(true);
    between(
      16_000,
      medianPrice(({ trueLabel }) => trueLabel === 'chicken-fried'),
      22_000,
    );
    between(
      6_000,
      medianPrice(({ trueLabel }) => trueLabel === 'chinese-jjajang'),
      11_000,
    );
    between(
      2_000,
      medianPrice(({ trueLabel }) => trueLabel === 'cafe-americano'),
      5_000,
    );
    between(
      28_000,
      medianPrice(({ trueLabel }) => trueLabel === 'meat-jokbal'),
      45_000,
    );
    between(
      1_000,
      medianPrice(({ trueLabel }) => trueLabel === 'side-rice'),
      2_500,
    );
  });

  it('name no dish twice in one store, and give every store at least six', () => {
    for (const menu of menus.values()) expect(new Set(menu.map(({ name }) => name)).size).toBe(menu.length);
    const sizes = [...menus.values()].map((menu) => menu.length).toSorted((a, b) => a - b);
    expect(menus.size).toBe(stores.length);
    expect(sizes[Math.floor(sizes.length * 0.01)]).toBeGreaterThanOrEqual(5);
    expect(sizes.at(-1)).toBeLessThan(60);
  });

  it('have a main dish of the store’s own category everywhere, sides or drinks nearly everywhere', () => {
    let withExtras = 0;
    for (const store of stores) {
      const menu = menus.get(store.externalId) ?? [];
      expect(menu.some(({ trueLabel }) => trueLabel.startsWith(`${store.primaryCategory}-`))).toBe(true);
      if (menu.some(({ trueLabel }) => /^(side|drink|dessert|cafe)-/.test(trueLabel))) withExtras++;
    }
    expect(withExtras / stores.length).toBeGreaterThan(0.95);
  });

  it('sell what the store’s name promises', () => {
    const promising = stores.filter(({ name }) => signatureLeaf(name) !== null);
    const kept = promising.filter(({ externalId, name }) =>
      menus.get(externalId)?.some(({ trueLabel }) => trueLabel === signatureLeaf(name)),
    );
    expect(promising.length).toBeGreaterThan(500);
    expect(kept.length / promising.length).toBeGreaterThan(0.95);
  });

  it('leave between one and three in a hundred names that only the store explains', () => {
    const share = items.filter(({ isAmbiguous }) => isAmbiguous).length / items.length;
    expect(share).toBeGreaterThan(0.01);
    expect(share).toBeLessThan(0.03);
  });

  it('are written as stores write: sizes, sets, brackets, tags, English, slips', () => {
    const share = (pattern: RegExp) => items.filter(({ name }) => pattern.test(name)).length / items.length;
    expect(share(/[([（]/)).toBeGreaterThan(0.15);
    expect(share(/세트|SET|셋트/)).toBeGreaterThan(0.04);
    expect(share(/[★♥🔥⭐◆]|추천|BEST|NEW/u)).toBeGreaterThan(0.02);
    expect(share(/[A-Za-z]{3,}/)).toBeGreaterThan(0.02);
    expect(share(/찌게|떡뽁이|떡볶기|셋트|쥬스|육계장|케익/)).toBeGreaterThan(0.001);
    expect(share(/^[가-힣]+$/)).toBeGreaterThan(0.25);
  });

  it('repeat across the branches of a chain but hardly across strangers', () => {
    const [first, second] = branches();
    const names = new Set(menus.get(first)?.map(({ name }) => name));
    const shared = menus.get(second)?.filter(({ name }) => names.has(name)) ?? [];
    expect(shared.length / names.size).toBeGreaterThan(0.5);
    expect(new Set(items.map(({ name }) => name)).size / items.length).toBeGreaterThan(0.4);
  });

  it('share out the store’s orders', () => {
    const sold = ({ externalId }: { externalId: string }) =>
      (menus.get(externalId) ?? []).reduce((sum, { weeklyOrders }) => sum + weeklyOrders, 0);
    expect(stores.filter((store) => Math.abs(sold(store) - 1.6 * store.weeklyOrders) > 35)).toEqual([]);
  });

  it('carry no stray spaces, line ends or unfilled slots, and are in normal form', () => {
    const isStray = (text: string) =>
      text !== text.trim() || /[\n{}]|undefined/.test(text) || text !== text.normalize('NFC');
    expect(items.filter(({ name, optionsText }) => isStray(name) || isStray(optionsText ?? ''))).toEqual([]);
  });
});

/** Two branches of the chain with most of them. */
function branches(): readonly [string, string] {
  const byBrand = groupBy(stores, ({ name }) => /^(.*) \S+점$/.exec(name)?.[1] ?? name);
  const largest = [...byBrand.values()].toSorted((a, b) => b.length - a.length)[0] ?? [];
  const [first, second] = largest;
  if (first === undefined || second === undefined) throw new Error('No chain');
  return [first.externalId, second.externalId];
}
