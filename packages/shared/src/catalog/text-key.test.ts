import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textKey } from './text-key.ts';

describe('textKey', () => {
  it('is the same for full-width, decomposed, differently spaced and differently cased spellings', () => {
    const spellings = ['BBQ 반반치킨', 'ＢＢＱ　반반치킨', ' bbq\t반반치킨\n', 'bbq 반반치킨'.normalize('NFD')];
    expect(new Set(spellings.map(textKey))).toEqual(new Set(['bbq 반반치킨']));
  });

  it('keeps apart what differs in more than form', () => {
    expect(textKey('반반 치킨')).not.toBe(textKey('반반치킨'));
    expect(textKey('족발(소)')).not.toBe(textKey('족발(대)'));
  });

  it('gives the key of a key unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(textKey(textKey(text))).toBe(textKey(text));
      }),
    );
  });
});
