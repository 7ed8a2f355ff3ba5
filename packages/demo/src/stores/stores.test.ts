import { describe, expect, it } from 'vitest';
import { demoStores } from '../marketplace.ts';
import type { DemoOptions } from '../marketplace.ts';
import { placesOf } from '../places/places.ts';
import { branchSuffix, stripDong } from './store-names.ts';
import { diceFor } from '../dice.ts';

const now = new Date('2026-11-22T03:00:00Z');
const small: DemoOptions = { seed: 7, size: 'small', now };
const stores = [...demoStores(small)];

describe('demo stores', () => {
  it('lie within two kilometres of their district, which has their neighbourhood', () => {
    const places = new Map(placesOf.country.map((place) => [place.district, place]));
    for (const { district, neighborhood, latitude, longitude } of stores) {
      const place = places.get(district);
      if (place === undefined) throw new Error(`No district ${district}`);
      const northKm = (latitude - place.latitude) * 111.32;
      const eastKm = (longitude - place.longitude) * 111.32 * Math.cos((latitude * Math.PI) / 180);
      expect(Math.hypot(northKm, eastKm)).toBeLessThan(2);
      expect(place.neighborhoods).toContain(neighborhood);
    }
  });

  it('reach further the larger the marketplace', () => {
    const districts = (size: DemoOptions['size']) => new Set(placesOf[size].map(({ district }) => district));
    expect(districts('small').size).toBe(25);
    expect(districts('city').has('성남 분당구')).toBe(true);
    expect(districts('city').has('부산 해운대구')).toBe(false);
    expect(districts('country').has('부산 해운대구')).toBe(true);
    expect(new Set(stores.map(({ district }) => district)).size).toBe(25);
  });

  it('name each district of the country once', () => {
    const names = placesOf.country.map(({ district }) => district);
    expect(new Set(names).size).toBe(names.length);
  });

  it('sell by a long tail: the busiest tenth takes between 35 and 60 in a hundred orders', () => {
    const orders = stores.map(({ weeklyOrders }) => weeklyOrders).toSorted((a, b) => b - a);
    const sum = (list: readonly number[]) => list.reduce((total, count) => total + count, 0);
    const share = sum(orders.slice(0, 200)) / sum(orders);
    expect(share).toBeGreaterThan(0.35);
    expect(share).toBeLessThan(0.6);
    expect(orders.at(-1)).toBeGreaterThanOrEqual(1);
  });

  it('opened before now, at midnight in Seoul, and are rated like stores people order from', () => {
    for (const { openedAt, rating } of stores) {
      expect(openedAt.getTime()).toBeLessThan(now.getTime());
      expect((openedAt.getTime() + 9 * 3_600_000) % 86_400_000).toBe(0);
      expect(rating).toBeGreaterThanOrEqual(2.4);
      expect(rating).toBeLessThanOrEqual(5);
    }
    const mean = stores.reduce((sum, { rating }) => sum + rating, 0) / stores.length;
    expect(mean).toBeGreaterThan(4.3);
    expect(mean).toBeLessThan(4.8);
  });

  it('are mostly named apart, while chains repeat their name with a branch', () => {
    const names = new Set(stores.map(({ name }) => name));
    expect(names.size / stores.length).toBeGreaterThan(0.93);
    const brands = new Map<string, number>();
    for (const { name } of stores) {
      const brand = /^(.*) \S+점$/.exec(name)?.[1];
      if (brand !== undefined) brands.set(brand, (brands.get(brand) ?? 0) + 1);
    }
    expect([...brands.values()].filter((count) => count >= 5).length).toBeGreaterThan(20);
  });

  it('never carry an unfilled slot', () => {
    for (const { name } of stores) expect(name).not.toMatch(/[{}]/);
  });
});

describe('branch names', () => {
  it('drop 동 but keep two-syllable neighbourhoods whole', () => {
    expect(stripDong('수유동')).toBe('수유');
    expect(stripDong('목동')).toBe('목동');
    expect(stripDong('충무로')).toBe('충무로');
  });

  it('name the part of the district that people say', () => {
    const suffixes = Array.from({ length: 200 }, (_, index) =>
      branchSuffix(diceFor(1, 'test', index), '우동', '부산 해운대구'),
    );
    expect(suffixes).toContain('해운대점');
    expect(suffixes.every((suffix) => suffix.endsWith('점'))).toBe(true);
  });
});
