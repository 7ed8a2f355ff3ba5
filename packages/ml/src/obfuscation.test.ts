import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recoverObfuscated, type ObfuscationLexicon } from './obfuscation.ts';
import { disguises } from './text/fixtures/disguises.ts';
import { innocentPhrases } from './text/fixtures/innocent-phrases.ts';

const words = ['시발', '씨발', '병신', '지랄', '존나', '미친', '닥쳐', '개새끼'];
const carriers: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => `아 ${word} 배달이 두 시간째`,
  (word) => `배달이 너무 늦어요 ${word}`,
  (word) => `진짜 ${word}ㅋㅋㅋ`,
  (word) => `음식이 식었네 ${word}! 다시는 안 시킴`,
  (word) => `치킨 2마리 18,000원 ${word} 장난하나`,
];

describe('a disguised swear word', () => {
  it.each(disguises)('is recovered with its exact span when it is disguised by: $name', ({ disguise }) => {
    const missed: string[] = [];
    let asked = 0;
    for (const word of words) {
      for (const [turn, carrier] of carriers.entries()) {
        for (const step of [0, 1, 2]) {
          const written = disguise(word, turn + step);
          const text = carrier(written);
          const start = text.indexOf(written);
          asked += 1;
          const found = recoverObfuscated(text);
          const isFound = found.some(
            (one) => one.start === start && one.end === start + written.length && one.written === written,
          );
          if (!isFound || found.length !== 1) missed.push(text);
        }
      }
    }
    expect(missed.length / asked, missed.slice(0, 5).join(' / ')).toBeLessThanOrEqual(0.05);
  });

  it.each([
    ['ㅅㅣ발', '시발'],
    ['ㅅㅂ', '시발'],
    ['시1발', '시발'],
    ['씨@발', '씨발'],
    ['시 발', '시발'],
    ['시이이발', '시발'],
    ['씨이발', '씨발'],
    ['人ㅣ발', '시발'],
    ['ㅅl발', '시발'],
    ['tlqkf', '시발'],
    ['rotoRl', '개새끼'],
    ['씨8', '씨발'],
    ['c발', '씨발'],
    ['ㅂㅕㅇㅅㅣㄴ', '병신'],
    ['ㅄ', '병신'],
    ['개ㅅㄲ', '개새끼'],
    ['AH끼', '새끼'],
    ['ㅈ같네', '좆같'],
    ['씨x', '씨발'],
    ['sibal', '시발'],
    ['보1지', '보지'],
    ['㉦㉥', '시발'],
  ])('reads %s as %s', (written, recovered) => {
    expect(recoverObfuscated(`이거 ${written} 뭐야`).map((one) => one.recovered)).toEqual([recovered]);
  });

  it('is named by its word and the spelling that was meant', () => {
    expect(recoverObfuscated('배달 씨@발 늦네')).toEqual([
      { start: 3, end: 6, written: '씨@발', recovered: '씨발', word: '시발' },
    ]);
  });

  it('is looked for in the lexicon that is given, and nowhere else', () => {
    const lexicon: ObfuscationLexicon = {
      words: [{ word: '광고', spellings: ['광고'], initials: ['ㄱㄱ'] }],
      standIns: {},
    };
    expect(recoverObfuscated('광@고 시1발 ㄱㄱ', lexicon).map(({ written }) => written)).toEqual(['광@고', 'ㄱㄱ']);
  });

  it('is not one when it is written plainly', () => {
    expect(words.flatMap((word) => recoverObfuscated(`아 ${word} 진짜`))).toEqual([]);
  });
});

describe('innocent text', () => {
  it('stays innocent', () => {
    expect(innocentPhrases.length).toBeGreaterThanOrEqual(150);
    const claimed = innocentPhrases.flatMap((phrase) =>
      recoverObfuscated(phrase).map(({ written, recovered }) => `${phrase}: ${written} as ${recovered}`),
    );
    expect(claimed).toEqual([]);
  });

  it('stays innocent when phrases stand beside each other', () => {
    const claimed = innocentPhrases.flatMap((phrase, at) => {
      const text = `${innocentPhrases[(at * 7 + 3) % innocentPhrases.length]}, ${phrase}`;
      return recoverObfuscated(text).map(({ written, recovered }) => `${text}: ${written} as ${recovered}`);
    });
    expect(claimed).toEqual([]);
  });
});

it('gives spans in order, none overlapping, within any text', () => {
  const pieces = [
    '시',
    '발',
    'ㅅ',
    'ㅂ',
    'ㅣ',
    '1',
    '@',
    ' ',
    '이',
    'ㅋ',
    '개',
    '새',
    '끼',
    't',
    'l',
    'q',
    '^',
    '\ud83d',
    '\u200b',
  ];
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (any) => {
      let last = 0;
      for (const { start, end, written } of recoverObfuscated(any)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(written).toBe(any.slice(start, end));
        last = end;
      }
      expect(last).toBeLessThanOrEqual(any.length);
    }),
    { numRuns: 2000 },
  );
});

it('answers for very long text', () => {
  for (const part of ['시', '시 ', 'ㅅ', 'ㅅ ㅂ ', '시1', 'tlq', '개새']) {
    const text = part.repeat(100_000 / part.length);
    expect(recoverObfuscated(text).every(({ end }) => end <= text.length)).toBe(true);
  }
});
