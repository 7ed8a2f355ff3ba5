import { describe, expect, it } from 'vitest';
import { diceFor } from '../dice.ts';
import { groupBy } from '../testing/group-by.ts';
import { initials, josa, loosenFinals, splitJamo, withFinal, withoutRieul } from './hangul.ts';
import { obfuscate } from './obfuscate.ts';

describe('syllables', () => {
  it('come apart and together', () => {
    expect(splitJamo('발')).toBe('ㅂㅏㄹ');
    expect(splitJamo('시')).toBe('ㅅㅣ');
    expect(initials('병신')).toBe('ㅂㅅ');
    expect(withFinal('해', 'ㅆ')).toBe('했');
    expect(withoutRieul('달')).toBe('다');
    expect(withoutRieul('맵')).toBe('맵');
    expect(loosenFinals('맛있었어요')).toBe('맛잇엇어요');
  });

  it('take the particle that fits', () => {
    expect(josa('치킨', '이', '가')).toBe('이');
    expect(josa('피자', '이', '가')).toBe('가');
  });

  it('refuse a second final', () => {
    expect(() => withFinal('맛', 'ㅆ')).toThrow(RangeError);
  });
});

describe('disguised swearing', () => {
  const word = { plain: '시발', lookAlikes: ['씨빨'], latin: ['tlqkf'] };
  const seen = groupBy(
    Array.from({ length: 2_000 }, (_, index) => obfuscate(diceFor(3, 'test', index), word)),
    ({ obfuscation }) => obfuscation,
  );
  const texts = (kind: Parameters<typeof seen.get>[0]) => new Set(seen.get(kind)?.map(({ text }) => text));

  it('takes every form', () => {
    expect(seen.size).toBe(9);
    expect(texts('none')).toEqual(new Set(['시발']));
    expect(texts('initials')).toEqual(new Set(['ㅅㅂ']));
    expect(texts('latin')).toEqual(new Set(['tlqkf']));
    expect(texts('split-jamo')).toEqual(new Set(['ㅅㅣ발', '시ㅂㅏㄹ', 'ㅅㅣㅂㅏㄹ']));
    expect(texts('spaced')).toEqual(new Set(['시 발', '시  발']));
    for (const text of texts('digit-inside')) expect(text).toMatch(/^시\d+발$/);
    for (const text of texts('stretched')) expect(text).toMatch(/^시이+발$/);
  });
});
