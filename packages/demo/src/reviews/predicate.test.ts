import { describe, expect, it } from 'vitest';
import { aspectLines } from './aspect-lines.ts';
import { andThen, butThen, ending, predicate } from './predicate.ts';
import { portionRemarks, remarks } from './remarks.ts';

const say = (stem: string, isPast = false) =>
  (['polite', 'formal', 'casual', 'noun', 'elder'] as const).map((register) =>
    ending(predicate(stem), register, isPast, 0.99),
  );

describe('Korean endings', () => {
  it('conjugate regular and irregular words in every register', () => {
    expect(say('바삭하')).toEqual(['바삭해요', '바삭합니다', '바삭해', '바삭함', '바삭합니다']);
    expect(say('너무 맵')).toEqual(['너무 매워요', '너무 맵습니다', '너무 매워', '너무 매움', '너무 맵읍니다']);
    expect(say('달')).toEqual(['달아요', '답니다', '달아', '달음', '답니다']);
    expect(say('꿀맛이')).toEqual(['꿀맛이에요', '꿀맛입니다', '꿀맛이야', '꿀맛임', '꿀맛입니다']);
    expect(say('최고이')).toEqual(['최고에요', '최고입니다', '최고야', '최고임', '최고입니다']);
    expect(say('짜')).toEqual(['짜요', '짭니다', '짜', '짬', '짭니다']);
  });

  it('conjugate the past', () => {
    expect(say('빠르', true)).toEqual(['빨랐어요', '빨랐습니다', '빨랐어', '빨랐음', '빨랐읍니다']);
    expect(say('최고이', true).slice(0, 2)).toEqual(['최고였어요', '최고였습니다']);
    expect(say('꿀맛이', true)[0]).toBe('꿀맛이었어요');
    expect(say('맛있', true)[0]).toBe('맛있었어요');
    expect(say('오', true)[3]).toBe('왔음');
  });

  it('say 네요 without the ㄹ', () => {
    expect(ending(predicate('달'), 'polite', false, 0)).toBe('다네요');
    expect(ending(predicate('별로이'), 'polite', false, 0)).toBe('별로네요');
  });

  it('join clauses', () => {
    expect(andThen(predicate('질기'), false)).toBe('질기고');
    expect(butThen(predicate('맵'), false)).toBe('매운데');
    expect(butThen(predicate('맛있'), false)).toBe('맛있는데');
    expect(butThen(predicate('좋아하'), false)).toBe('좋아하는데');
    expect(butThen(predicate('늦'), true)).toBe('늦었는데');
  });

  it('exist for every stem in the word lists', () => {
    const stems = Object.values(aspectLines).flatMap((lines) => lines.flatMap((line) => line.stems));
    const said = [...Object.values(remarks), ...Object.values(portionRemarks)].flatMap((topics) =>
      Object.values(topics).flat(),
    );
    for (const remark of said) {
      expect(remark).toMatch(/@@?[^@]+$/);
      stems.push(remark.slice(remark.lastIndexOf('@') + 1));
    }
    for (const stem of stems) expect(say(stem, true)).toHaveLength(5);
  });

  it('refuse a stem they do not know', () => {
    expect(() => predicate('쿵짝')).toThrow(RangeError);
  });
});
