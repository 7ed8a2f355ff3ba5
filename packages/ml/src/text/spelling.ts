import { disassemble } from 'es-hangul';

/** One syllable of a spelling, as code points. Parts are what a letter can be typed as: ㅆ as ㅅㅅ, ㅘ as ㅗㅏ. */
export type SpelledSyllable = {
  whole: number;
  /** The syllable without its final consonant: 바 of 발; the same as `whole` where there is none. */
  open: number;
  lead: number;
  leadParts: readonly number[];
  vowel: number;
  vowelParts: readonly number[];
  /** 0 where there is none. */
  final: number;
};

const FIRST = 0xac00;
const LEADS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const VOWELS = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ';
const FINALS = ' ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ';
const DOUBLED: Readonly<Record<string, string>> = { ㄲ: 'ㄱㄱ', ㄸ: 'ㄷㄷ', ㅃ: 'ㅂㅂ', ㅆ: 'ㅅㅅ', ㅉ: 'ㅈㅈ' };
const TWO_STROKES: Readonly<Record<string, string>> = { ㅐ: 'ㅏㅣ', ㅔ: 'ㅓㅣ' };

/** The syllable of ㅇ, `vowel` and `final` (a letter each; 0 for none). */
export function silentSyllable(vowel: number, final: number): number {
  const place = final === 0 ? 0 : FINALS.indexOf(String.fromCharCode(final));
  return FIRST + (LEADS.indexOf('ㅇ') * 21 + VOWELS.indexOf(String.fromCharCode(vowel))) * 28 + place;
}

/** Takes a spelling of whole syllables apart. */
export function spelledSyllables(spelling: string): SpelledSyllable[] {
  return Array.from(spelling, (syllable) => {
    const index = syllable.charCodeAt(0) - FIRST;
    if (index < 0 || index > 11_171) throw new RangeError(`"${spelling}" is not written in whole syllables`);
    const lead = LEADS.charAt(Math.floor(index / 588));
    const vowel = VOWELS.charAt(Math.floor(index / 28) % 21);
    const final = index % 28;
    return {
      whole: FIRST + index,
      open: FIRST + index - final,
      lead: lead.charCodeAt(0),
      leadParts: codesOf(DOUBLED[lead] ?? lead),
      vowel: vowel.charCodeAt(0),
      vowelParts: codesOf(TWO_STROKES[vowel] ?? disassemble(vowel)),
      final: final === 0 ? 0 : FINALS.charCodeAt(final),
    };
  });
}

function codesOf(letters: string): number[] {
  return Array.from(letters, (letter) => letter.charCodeAt(0));
}
