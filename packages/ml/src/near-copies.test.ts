import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearCopyKey } from './near-copies.ts';

describe('the key of near-copies', () => {
  it('is shared by sizes, amounts, spellings and decorations of one dish', () => {
    const names = [
      '아구찜(소)',
      '아구찜 대',
      '아구 찜 2인분',
      '★아구찜★ [인기]',
      '아구찜 1/2마리',
      '아구찜'.normalize('NFD'),
      '아구찜 160ｇ',
    ];
    expect(new Set(names.map(nearCopyKey))).toEqual(new Set(['아구찜']));
    expect(nearCopyKey('Cafe Latte (HOT)')).toBe(nearCopyKey('cafe latte ICE'));
  });

  it('differs between dishes, also where one name holds the other or a size', () => {
    const names = [
      '해물찜',
      '아구찜',
      '소고기국밥',
      '고기국밥',
      '대구탕',
      '중화비빔밥',
      '특선초밥',
      '7곡라떼',
      '곡라떼 7g',
    ];
    const keys = names.map(nearCopyKey);
    expect(new Set(keys.slice(0, 7)).size).toBe(7);
    expect(keys[7]).toBe('곡라떼');
  });

  it('is never empty for a text that shows something', () => {
    expect(nearCopyKey('(소)')).toBe('(소)');
    expect(nearCopyKey('1인')).toBe('1인');
    expect(nearCopyKey(' \u200b ')).toBe('');
  });

  it('does not depend on the spaces around a text, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const key = nearCopyKey(text);
        expect(nearCopyKey(` ${text}  `)).toBe(key);
      }),
    );
    const long = '(아구찜 1'.repeat(20_000);
    expect(nearCopyKey(long).startsWith('아구찜')).toBe(true);
  });
});
