import {
  INITIAL,
  LETTERS,
  LOOK_ALIKE,
  NUMBERED,
  PUNCTUATED,
  SIGNED,
  SPACED,
  STAND_IN,
  STRETCHED,
  WHOLE,
} from './disguise-matcher.ts';
import { codesOf, isBareLetter, isConsonant, isHangul, isLatinOrDigit, isVowelLetter } from './hangul-codes.ts';
import type { SpelledSyllable } from './spelling.ts';
import type { LexiconWord } from './swear-lexicon.ts';

/** A spelling of a word of the lexicon. */
export type LexiconSpelling = { entry: LexiconWord; spelling: string; syllables: readonly SpelledSyllable[] };

type Codes = ArrayLike<number>;

/** From `from` to `to` among the first `length` codes of a text. */
export type Place = { codes: Codes; length: number; from: number; to: number };

const SPACE = 0x20;
/** Laughter and tears may stand before and after anything. */
const AROUND = new Set(codesOf('ㅋㅎㅠㅜㅡㅗㅇ'));
const LAUGHTER = new Set(codesOf('ㅋㅎ'));
/** What may stand right before a disguised word without a space. */
const PREFIXES = new Set(codesOf('개야아이씹와오'));
/** How what follows a disguised word without a space may begin. */
const SUFFIXES = new Set(
  codesOf(
    '놈년새끼아야것거들은는이가의을를도만같좀꺼네련럼라임인짓하해했할한진존개미또왜뭐그에로스씨시좆자충들까노냐니네다들장련롬럴맨쉐쉑병지',
  ),
);
/** Signs that end a sentence rather than a word, though they are drawn like a letter. */
const CLOSING = new Set(codesOf('!/'));
const MOST_CONTEXT = 8;
const COUNTING = new Set(codesOf('한두세네몇열'));

/** Whether a reading of `place` is a disguise (or the plain word) and not innocent text that merely reads so. */
export function isMeant(place: Place, disguise: number, { entry, syllables }: LexiconSpelling): boolean {
  const { codes, from, to } = place;
  const has = (bits: number): boolean => (disguise & bits) !== 0;
  const plainOnly = (disguise & ~(WHOLE | STRETCHED)) === 0;
  if (!has(WHOLE | LETTERS | INITIAL)) return false;
  if (syllables.length === 1 && has(INITIAL | STAND_IN)) return false;
  if (has(INITIAL) && LAUGHTER.has(codes[from] ?? 0)) return false;
  if (has(INITIAL) && !has(WHOLE | LETTERS | STAND_IN)) return false;
  if (has(LOOK_ALIKE) && CLOSING.has(codes[to - 1] ?? 0)) return false;
  if (has(STAND_IN) && has(LOOK_ALIKE | SPACED | PUNCTUATED | NUMBERED | SIGNED)) return false;
  if (entry.isOrdinary && has(SPACED | PUNCTUATED | STRETCHED | STAND_IN)) return false;
  if (entry.isOrdinary && has(INITIAL) && !has(LETTERS)) return false;
  if (has(SPACED) && has(PUNCTUATED | NUMBERED | LOOK_ALIKE)) return false;
  const isDeliberate = has(LETTERS) && !has(INITIAL | SPACED);
  if (!has(LETTERS | INITIAL | LOOK_ALIKE | SIGNED) && isPartOfInnocent(place, entry, syllables)) return false;
  if (disguise === WHOLE) return true;
  if (isDeliberate && !has(LOOK_ALIKE | NUMBERED | PUNCTUATED)) return startsWhole(codes, from);
  if (has(SIGNED) && plainOnly) return true;
  if (!startsApart(codes, from, has(SPACED))) return false;
  if (has(SIGNED) && !has(SPACED | LOOK_ALIKE | INITIAL)) return true;
  return endsApart(place, has(SPACED | INITIAL));
}

/** A bare letter at the start must not belong to the syllable being spelled before it. */
function startsWhole(codes: Codes, from: number): boolean {
  const before = from > 0 ? (codes[from - 1] ?? 0) : SPACE;
  return !isConsonant(codes[from] ?? 0) || !isBareLetter(before) || AROUND.has(before);
}

function startsApart(codes: Codes, from: number, isStrict: boolean): boolean {
  if (from === 0) return true;
  const before = codes[from - 1] ?? 0;
  if (before === SPACE) return !isStrict || !isCounted(codes, from - 2);
  if (isLatinOrDigit(before)) return false;
  if (isBareLetter(before)) return AROUND.has(before);
  if (isHangul(before)) return !isStrict && PREFIXES.has(before) && (from === 1 || !isHangul(codes[from - 2] ?? 0));
  return true;
}

/** 3 시 발표, 세 시: a number stands before. */
function isCounted(codes: Codes, at: number): boolean {
  const code = codes[at] ?? 0;
  if (code >= 0x30 && code <= 0x39) return true;
  return COUNTING.has(code) && (at === 0 || !isHangul(codes[at - 1] ?? 0));
}

function endsApart({ codes, length, to }: Place, isStrict: boolean): boolean {
  if (to >= length) return true;
  const after = codes[to] ?? 0;
  if (after === SPACE) return true;
  if (isLatinOrDigit(after)) return false;
  if (isBareLetter(after)) return AROUND.has(after) || (!isStrict && !isVowelLetter(after)) || after === codes[to - 1];
  return !isHangul(after) || SUFFIXES.has(after);
}

/** Whether the spelling stands within one of the longer words that do not mean it; spaces are looked over. */
function isPartOfInnocent(
  { codes, length, from, to }: Place,
  { innocents }: LexiconWord,
  syllables: readonly SpelledSyllable[],
): boolean {
  if (!innocents || innocents.length === 0) return false;
  const spelled = String.fromCharCode(...syllables.map(({ whole }) => whole));
  const before = syllablesBeside(codes, length, from - 1, -1);
  const context = before + spelled + syllablesBeside(codes, length, to, 1);
  const end = before.length + spelled.length;
  return innocents.some((innocent) => {
    for (let at = context.indexOf(innocent); at >= 0; at = context.indexOf(innocent, at + 1)) {
      if (at <= before.length && at + innocent.length >= end) return true;
    }
    return false;
  });
}

/** The syllables next to `at` in direction `step`, spaces left out. */
function syllablesBeside(codes: Codes, length: number, at: number, step: 1 | -1): string {
  let letters = '';
  for (let next = at; next >= 0 && next < length && letters.length < MOST_CONTEXT; next += step) {
    const code = codes[next] ?? 0;
    if (code === SPACE) continue;
    if (!isHangul(code)) break;
    letters = step > 0 ? letters + String.fromCharCode(code) : String.fromCharCode(code) + letters;
  }
  return letters;
}

/** Whether no bare letter but laughter stands beside `from`..`to`; spaces between are looked over where they are used. */
export function standsAlone({ codes, length, from, to }: Place, isSpaced: boolean): boolean {
  let before = from - 1;
  let after = to;
  if (isSpaced) {
    while (before >= 0 && codes[before] === SPACE) before -= 1;
    while (after < length && codes[after] === SPACE) after += 1;
  }
  return !isOtherLetter(codes, length, before) && !isOtherLetter(codes, length, after);
}

function isOtherLetter(codes: Codes, length: number, at: number): boolean {
  if (at < 0 || at >= length) return false;
  const code = codes[at] ?? 0;
  return isBareLetter(code) && !AROUND.has(code);
}
