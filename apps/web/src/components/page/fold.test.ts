import { describe, expect, it } from 'vitest';
import { isSideFolded, toggleFold } from './fold.ts';

describe('toggleFold', () => {
  it('folds and unfolds one side and leaves the other', () => {
    expect(toggleFold('none', 'l')).toBe('l');
    expect(toggleFold('l', 'r')).toBe('lr');
    expect(toggleFold('lr', 'l')).toBe('r');
    expect(toggleFold('r', 'r')).toBe('none');
  });
});

describe('isSideFolded', () => {
  it('takes none for none, although the word holds no side’s letter by chance', () => {
    expect(isSideFolded('none', 'l')).toBe(false);
    expect(isSideFolded('none', 'r')).toBe(false);
    expect(isSideFolded('lr', 'r')).toBe(true);
  });
});
