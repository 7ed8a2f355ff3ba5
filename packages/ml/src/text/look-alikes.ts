/** Signs drawn like a letter of Hangul, by letter. Latin ones in lower case, as the models read them. */
const SIGNS_BY_LETTER: Readonly<Record<string, string>> = {
  ㄱ: '7フ┐ᒣ¬',
  ㄴ: 'lし乚└∟',
  ㄷ: 'c匚⊏с',
  ㄹ: '2己弓已z',
  ㅁ: '口ロ□■◻',
  ㅂ: '廿日甘v曰凸',
  ㅅ: '^人入∧λ⋀ʌa众ᐱ',
  ㅇ: 'o0о○◯〇°ο●',
  ㅈ: 'スズ不天',
  ㅊ: '大太夭',
  ㅋ: 'ヲ刁',
  ㅌ: 'eе丰∈ε',
  ㅍ: 'πп',
  ㅎ: '合',
  ㅏ: '卜ト┣├r┝',
  ㅓ: '┤┫┥',
  ㅗ: '⊥┴┻',
  ㅜ: 'tт丁┬┳τ',
  ㅡ: '一ー─―—–_-━',
  ㅣ: '1l|!i丨ⅼ∣│іı┃¦/ι',
  ㅐ: 'hн卄井',
};

/** For each sign the letters it can stand for: l is drawn like ㅣ and like ㄴ. */
export const lettersBySign: ReadonlyMap<number, string> = invert();

function invert(): Map<number, string> {
  const found = new Map<number, string>();
  for (const [letter, signs] of Object.entries(SIGNS_BY_LETTER)) {
    for (const sign of signs) {
      const code = sign.codePointAt(0) ?? 0;
      found.set(code, (found.get(code) ?? '') + letter);
    }
  }
  return found;
}

const LEADS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const VOWELS = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ';
const FINALS = 'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ';
const HALF_WIDTH = 'ㄱㄲㄳㄴㄵㄶㄷㄸㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅃㅄㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const ROUND = 'ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ';
const ROUND_SYLLABLES = '가나다라마바사아자차카타파하';
const HALF_WIDTH_VOWELS: readonly [number, number, number][] = [
  [0xffc2, 0xffc7, 0],
  [0xffca, 0xffcf, 6],
  [0xffd2, 0xffd7, 12],
  [0xffda, 0xffdc, 18],
];

/**
 * A letter or syllable of Hangul that Unicode encodes a second time (conjoining, half-width, in a circle or brackets) as
 * the plain one; every other code as it is.
 */
export function plainHangul(code: number): number {
  if (code < 0x1100 || (code > 0x11ff && code < 0x3200)) return code;
  if (code <= 0x11ff) {
    return (
      letterFrom(LEADS, code - 0x1100) ?? letterFrom(VOWELS, code - 0x1161) ?? letterFrom(FINALS, code - 0x11a8) ?? code
    );
  }
  if (code <= 0x326d) {
    const place = (code < 0x3260 ? code - 0x3200 : code - 0x3260) | 0;
    return letterFrom(ROUND, place) ?? letterFrom(ROUND_SYLLABLES, place - ROUND.length) ?? code;
  }
  if (code < 0xffa1 || code > 0xffdc) return code;
  for (const [from, to, first] of HALF_WIDTH_VOWELS) {
    if (code >= from && code <= to) return letterFrom(VOWELS, code - from + first) ?? code;
  }
  return letterFrom(HALF_WIDTH, code - 0xffa1) ?? code;
}

function letterFrom(letters: string, place: number): number | undefined {
  return place >= 0 && place < letters.length ? letters.charCodeAt(place) : undefined;
}
