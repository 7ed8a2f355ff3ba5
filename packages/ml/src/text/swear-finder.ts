import { isMeant, standsAlone, type LexiconSpelling } from './disguise-guards.ts';
import { DisguiseMatcher, WHOLE } from './disguise-matcher.ts';
import { codesOf, isBareLetter, isConsonant, isHangul, isSyllable, isVowelLetter } from './hangul-codes.ts';
import { lettersBySign, plainHangul } from './look-alikes.ts';
import type { NormalizedText } from './normalize-text.ts';
import { silentSyllable, spelledSyllables } from './spelling.ts';
import type { LexiconWord, ObfuscationLexicon } from './swear-lexicon.ts';
import { FEWEST_KEYS, TypedWords } from './typed-words.ts';

/** A word of the lexicon in a normalised text, from index `from` to `to`. `isPlain`: nothing was done to it. */
export type FoundWord = { from: number; to: number; word: string; spelling: string; isPlain: boolean };

/** What may begin with a code, by what comes next. */
type Beginning = {
  all: LexiconSpelling[];
  /** What can go on with this syllable or vowel. */
  byNext: Map<number, LexiconSpelling[]>;
  /** Syllables that can follow once a sign has stood for the first one's final consonant. */
  afterFinal: Set<number>;
  /** What can go on with another bare consonant. */
  broken: LexiconSpelling[];
};

const NONE: readonly LexiconSpelling[] = [];
const SPACE = 0x20;
const LAUGHTER = new Set(codesOf('ㅋㅎ'));
const CODES = 0x10000;
/** Letters of Hangul that Unicode has a second time begin here. */
const FIRST_COPY = 0x1100;
const DRAWN = 1;
const READ_ALOUD = 2;
/** The mark of a syllable that is a word by itself. */
const STANDS_ALONE = 4;
const DASH = 'ㅡ'.charCodeAt(0);
/**
 * Spellings tried in one text. People's texts need fewer than a hundred; a text made to keep the machine busy is read no
 * further than this.
 */
const MOST_READINGS = 20_000;
/** How far ahead the next part of a word is looked for. */
const REACH = 6;
const SIGN_REACH = 4;

/** Finds the words of a lexicon, disguised or plain. Holds scratch space: one serves one thread. */
export class SwearFinder {
  readonly #beginnings: Beginning[] = [];
  readonly #initials = new Map<string, LexiconSpelling>();
  readonly #typed = new TypedWords();
  /** For each code one more than the index of its beginning, or 0. */
  readonly #beginningOf = new Uint16Array(CODES);
  readonly #matcher: DisguiseMatcher;
  /** How a code can stand for Hangul, or a syllable for a word. */
  readonly #signs = new Uint8Array(CODES);
  /** Which codes may come right after which, by `pairPlace`; some places stand for several pairs. */
  readonly #pairs = new Uint8Array(CODES);
  readonly #initialStarts = new Set<number>();
  #codes = new Int32Array(256);

  constructor(lexicon: ObfuscationLexicon) {
    const standIns = standInsByCode(lexicon.standIns);
    this.#matcher = new DisguiseMatcher(standIns);
    for (const sign of lettersBySign.keys()) this.#signs[sign] = DRAWN;
    for (const [first = 0] of [...standIns.values()].flat())
      this.#signs[first] = (this.#signs[first] ?? 0) | READ_ALOUD;
    for (const entry of lexicon.words) this.#learn(entry, lexicon.standIns);
    for (let code = FIRST_COPY; code < CODES; code++) {
      const plain = plainHangul(code);
      if (plain !== code && plain < CODES) this.#beginningOf[code] = this.#beginningOf[plain] ?? 0;
    }
  }

  /** All words found, in order, none overlapping. `original` is what `text` was made of; its Latin case is looked at. */
  find(text: NormalizedText, original: string): FoundWord[] {
    let suspect = -1;
    let latin = 0;
    let mostLatin = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.codes[at] ?? 0;
      if (suspect < 0 && code < CODES && this.#beginningOf[code] !== 0) {
        const isSuspect =
          this.#hasInitials(plainHangul(code)) || this.#candidatesAt(text.codes, text.length, at).length > 0;
        if (isSuspect) suspect = at;
      }
      latin = code >= 0x61 && code <= 0x7a ? latin + 1 : 0;
      if (latin > mostLatin) mostLatin = latin;
    }
    const found: FoundWord[] = [];
    if (suspect >= 0) this.#findDisguised(text, suspect, found);
    if (mostLatin >= FEWEST_KEYS) {
      for (const { from, to, meant } of this.#typed.find(text, original)) {
        found.push({ from, to, word: meant.entry.word, spelling: meant.spelling, isPlain: false });
      }
    }
    return found.length < 2 ? found : withoutOverlaps(found);
  }

  #learn(entry: LexiconWord, standIns: ObfuscationLexicon['standIns']): void {
    const [first] = entry.spellings;
    for (const spelling of entry.spellings) {
      const syllables = spelledSyllables(spelling);
      const candidate = { entry, spelling, syllables };
      const [start] = syllables;
      if (!start) continue;
      const codes = new Set([start.whole, start.open, start.lead, start.leadParts[0] ?? start.lead]);
      for (const [sign, letters] of lettersBySign) {
        if (letters.includes(String.fromCharCode(start.leadParts[0] ?? 0))) codes.add(sign);
      }
      for (const [sign, syllablesOf] of Object.entries(standIns)) {
        if (syllablesOf.includes(spelling.charAt(0))) codes.add(sign.toLowerCase().codePointAt(0) ?? 0);
      }
      for (const code of codes) this.#addCandidate(code, candidate);
      this.#typed.learn(candidate);
      if (spelling === first) this.#learnShort(entry, candidate);
    }
  }

  #learnShort(entry: LexiconWord, candidate: LexiconSpelling): void {
    for (const initials of entry.initials ?? []) {
      this.#initials.set(initials, candidate);
      this.#addCandidate(initials.charCodeAt(0), candidate);
      this.#initialStarts.add(initials.charCodeAt(0));
    }
    for (const latin of entry.romanized ?? []) this.#typed.learnSound(latin, candidate);
  }

  #addCandidate(code: number, candidate: LexiconSpelling): void {
    if (code >= CODES) return;
    const index = (this.#beginningOf[code] ?? 0) - 1;
    const known = this.#beginnings[index];
    const beginning: Beginning = known ?? {
      all: [],
      byNext: new Map<number, LexiconSpelling[]>(),
      afterFinal: new Set(),
      broken: [],
    };
    if (!known) this.#beginningOf[code] = this.#beginnings.push(beginning);
    if (beginning.all.includes(candidate)) return;
    beginning.all.push(candidate);
    const [first, second] = candidate.syllables;
    if (!first) return;
    if (!second && code === first.whole) this.#signs[code] = STANDS_ALONE;
    if (candidate.syllables.length > 2 || first.leadParts.length > 1) beginning.broken.push(candidate);
    const next = new Set([silentSyllable(first.vowel, 0), silentSyllable(first.vowel, first.final)]);
    for (const letter of [first.vowel, first.vowelParts[0] ?? first.vowel]) next.add(letter);
    const isOpen = code === first.open && first.open !== first.whole;
    if (second && isOpen) beginning.afterFinal.add(second.whole);
    if (second && !isOpen) next.add(second.whole).add(second.open);
    for (const follows of next) {
      this.#pairs[pairPlace(code, follows)] = 1;
      const those = beginning.byNext.get(follows);
      if (those) those.push(candidate);
      else beginning.byNext.set(follows, [candidate]);
    }
  }

  /**
   * What may begin at `at`, judged by a cheap look at what follows, because nearly every place where a word could begin
   * is the beginning of another.
   */
  #candidatesAt(codes: Int32Array, length: number, at: number): readonly LexiconSpelling[] {
    const code = codes[at] ?? 0;
    const after = at + 1 < length ? (codes[at + 1] ?? 0) : 0;
    const isAlone = code < CODES && this.#signs[code] === STANDS_ALONE;
    if (isSyllable(code) && isSyllable(after) && !isAlone && this.#pairs[pairPlace(code, after)] === 0) return NONE;
    const beginning = code < CODES ? this.#beginnings[(this.#beginningOf[code] ?? 0) - 1] : undefined;
    if (!beginning) return NONE;
    if (isAlone) return beginning.all;
    const sign = after < CODES ? (this.#signs[after] ?? 0) : 0;
    const isLetter = isBareLetter(code);
    if (isLetter && LAUGHTER.has(code) && !isVowelLetter(after)) return NONE;
    if (isLetter ? (sign & DRAWN) !== 0 : isSyllable(code) && (sign & READ_ALOUD) !== 0) return beginning.all;
    const reach = Math.min(length, at + (isLetter || isSyllable(code) ? REACH : SIGN_REACH));
    for (let next = at + 1; next < reach; next++) {
      const follows = codes[next] ?? 0;
      if (follows >= FIRST_COPY && plainHangul(follows) !== follows) return beginning.all;
      if (!isHangul(follows) || LAUGHTER.has(follows) || (follows === DASH && !isLetter)) continue;
      if (isConsonant(follows)) return isSyllable(code) ? beginning.all : beginning.broken;
      if ((sign & DRAWN) !== 0 && beginning.afterFinal.has(follows)) return beginning.all;
      return beginning.byNext.get(follows) ?? NONE;
    }
    return NONE;
  }

  #findDisguised(text: NormalizedText, from: number, found: FoundWord[]): void {
    const codes = this.#readCodes(text);
    let readings = 0;
    for (let at = from; at < text.length; at++) {
      const candidates = this.#candidatesAt(codes, text.length, at);
      readings += candidates.length;
      if (readings > MOST_READINGS) return;
      const best =
        (this.#hasInitials(codes[at] ?? 0) ? this.#initialsAt(text.length, at) : null) ??
        (candidates.length > 0 ? this.#bestAt(text, at, candidates) : null);
      if (!best) continue;
      found.push(best);
      at = best.to - 1;
    }
  }

  #hasInitials(code: number): boolean {
    return isConsonant(code) && this.#initialStarts.has(code);
  }

  #readCodes({ codes, length }: NormalizedText): Int32Array {
    if (this.#codes.length < length) this.#codes = new Int32Array(length * 2);
    for (let at = 0; at < length; at++) this.#codes[at] = plainHangul(codes[at] ?? 0);
    return this.#codes;
  }

  #bestAt(text: NormalizedText, at: number, candidates: readonly LexiconSpelling[]): FoundWord | null {
    let best: FoundWord | null = null;
    for (const candidate of candidates) {
      for (const { end, disguise } of this.#matcher.readings(this.#codes, text.length, at, candidate.syllables)) {
        if (best && end < best.to) continue;
        const isPlain = disguise === WHOLE && isUnbroken(text, at, end);
        if (best && end === best.to && !isPlain) continue;
        if (isPlain && candidate.entry.isOrdinary) continue;
        if (!isMeant({ codes: this.#codes, length: text.length, from: at, to: end }, disguise, candidate)) continue;
        best = { from: at, to: end, word: candidate.entry.word, spelling: candidate.spelling, isPlain };
      }
    }
    return best;
  }

  /** ㅅㅂ, ㅅ.ㅂ: bare initials that the lexicon lists, with no other letter beside them. */
  #initialsAt(length: number, at: number): FoundWord | null {
    let written = '';
    let end = at;
    let isSpaced = false;
    for (let next = at; next < length && written.length < 6; next++) {
      const code = this.#codes[next] ?? 0;
      if (isConsonant(code)) {
        written += String.fromCharCode(code);
        end = next + 1;
      } else if (isHangul(code) || next - end >= 2) {
        break;
      } else if (code === SPACE) {
        isSpaced = true;
      }
    }
    for (let to = end, size = written.length; size > 0; size--) {
      const initials = written.slice(0, size);
      const candidate = this.#initials.get(initials) ?? this.#initials.get(doubled(initials));
      if (candidate && standsAlone({ codes: this.#codes, length, from: at, to }, isSpaced)) {
        const { word } = candidate.entry;
        return { from: at, to, word, spelling: candidate.spelling, isPlain: false };
      }
      do to -= 1;
      while (to > at && !isConsonant(this.#codes[to - 1] ?? 0));
    }
    return null;
  }
}

function pairPlace(code: number, next: number): number {
  return (Math.imul(code, 0x9e3779b1) ^ Math.imul(next, 0x85ebca6b)) >>> 16;
}

/** Whether the characters are written with nothing between them, not even what can't be seen. */
function isUnbroken({ starts, ends }: NormalizedText, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (starts[at] !== ends[at - 1]) return false;
  return true;
}

function standInsByCode(standIns: ObfuscationLexicon['standIns']): Map<number, number[][]> {
  const byCode = new Map<number, number[][]>();
  for (const [signs, syllables] of Object.entries(standIns)) {
    for (const syllable of syllables) {
      const code = syllable.charCodeAt(0);
      byCode.set(code, [...(byCode.get(code) ?? []), codesOf(signs.toLowerCase())]);
    }
  }
  return byCode;
}

function withoutOverlaps(found: FoundWord[]): FoundWord[] {
  const kept: FoundWord[] = [];
  for (const one of found.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (one.from >= (kept.at(-1)?.to ?? 0)) kept.push(one);
  }
  return kept;
}

/** ㅅㅅㅂ for ㅆㅂ. */
function doubled(initials: string): string {
  return initials.replace('ㅅㅅ', 'ㅆ');
}

const finders = new WeakMap<ObfuscationLexicon, SwearFinder>();

/** The finder of a lexicon: made on the first call, which takes a few milliseconds, the same one afterwards. */
export function finderOf(lexicon: ObfuscationLexicon): SwearFinder {
  const known = finders.get(lexicon);
  if (known) return known;
  const made = new SwearFinder(lexicon);
  finders.set(lexicon, made);
  return made;
}
