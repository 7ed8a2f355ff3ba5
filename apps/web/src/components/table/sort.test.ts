import { describe, expect, it } from 'vitest';
import { nextSort, parseSort } from './sort.ts';

describe('the order in the address', () => {
  it('reads a minus as greatest first', () => {
    expect(parseSort('-age')).toEqual({ key: 'age', isDescending: true });
    expect(parseSort('age')).toEqual({ key: 'age', isDescending: false });
    expect(parseSort(undefined)).toBeNull();
  });

  it('goes round: greatest first, least first, the list’s own order', () => {
    expect(nextSort(undefined, 'age')).toBe('-age');
    expect(nextSort('-age', 'age')).toBe('age');
    expect(nextSort('age', 'age')).toBeUndefined();
    expect(nextSort('age', 'doubt')).toBe('-doubt');
  });
});
