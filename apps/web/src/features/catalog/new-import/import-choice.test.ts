import { describe, expect, it } from 'vitest';
import { fieldOfColumn, isSourceName, withColumn } from './import-choice.ts';

describe('withColumn', () => {
  const mapping = { name: 'menu', storeName: 'store', price: 'cost' } as const;

  it('moves a field to another column, so that no field has two', () => {
    expect(withColumn(mapping, 'title', 'name')).toEqual({ name: 'title', storeName: 'store', price: 'cost' });
  });

  it('gives a column another field, so that no column has two', () => {
    expect(withColumn(mapping, 'cost', 'weeklyOrders')).toEqual({
      name: 'menu',
      storeName: 'store',
      weeklyOrders: 'cost',
    });
    expect(withColumn(mapping, 'cost', 'name')).toEqual({ name: 'cost', storeName: 'store' });
  });

  it('takes a column out', () => {
    const without = withColumn(mapping, 'cost', null);
    expect(without).toEqual({ name: 'menu', storeName: 'store' });
    expect(fieldOfColumn(without, 'cost')).toBeNull();
    expect(fieldOfColumn(without, 'store')).toBe('storeName');
  });
});

it('takes as a source what the server takes', () => {
  expect(['', 'till', '배민.2024', 'a_b-c'].every(isSourceName)).toBe(true);
  expect(['a b', 'a:b', 'x'.repeat(51)].some(isSourceName)).toBe(false);
});
