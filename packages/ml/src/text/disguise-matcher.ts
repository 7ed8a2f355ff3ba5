import { lettersBySign } from './look-alikes.ts';
import { silentSyllable, type SpelledSyllable } from './spelling.ts';

/** What was done to a word, as bits. `WHOLE`, `LETTERS` and `INITIAL` say how its syllables are written. */
export const WHOLE = 1;
export const LETTERS = 2;
export const INITIAL = 4;
/** A sign drawn like a letter stands in its place. */
export const LOOK_ALIKE = 8;
/** A sign is read aloud in place of a syllable. */
export const STAND_IN = 16;
/** A vowel is written several times. */
export const STRETCHED = 32;
/** What stands between syllables or letters: spaces, punctuation or laughter, digits or Latin letters, other signs. */
export const SPACED = 64;
export const PUNCTUATED = 128;
export const NUMBERED = 256;
export const SIGNED = 512;

/** A way to read a word at some place: the end of what was read, and what was done to the word. */
export type Reading = { end: number; disguise: number };

const LONGEST_GAP = 4;
const SPACE = 0x20;
const PUNCTUATION = new Set(Array.from('.,?!/~()…·:;\'"-“”‘’[]', (sign) => sign.codePointAt(0) ?? 0));
/** Letters that are strewn between others like signs: laughter and the like. */
const STREWN = new Set(Array.from('ㅋㅎㅡㅗㅇ', (letter) => letter.charCodeAt(0)));

/**
 * Reads `syllables` from `at` on, in every way that a disguise allows; the guards against innocent text are the
 * caller's. `standIns` holds the signs (as code points) that are read aloud as a syllable.
 */
export class DisguiseMatcher {
  readonly #standIns: ReadonlyMap<number, readonly (readonly number[])[]>;
  #codes: ArrayLike<number> = [];
  #length = 0;
  #syllables: readonly SpelledSyllable[] = [];
  #readings: Reading[] = [];

  constructor(standIns: ReadonlyMap<number, readonly (readonly number[])[]>) {
    this.#standIns = standIns;
  }

  readings(
    codes: ArrayLike<number>,
    length: number,
    at: number,
    syllables: readonly SpelledSyllable[],
  ): readonly Reading[] {
    this.#codes = codes;
    this.#length = length;
    this.#syllables = syllables;
    this.#readings = [];
    this.#readSyllable(0, at, 0);
    return this.#readings;
  }

  #code(at: number): number {
    return at < this.#length ? (this.#codes[at] ?? 0) : 0;
  }

  #readSyllable(index: number, at: number, disguise: number): void {
    const syllable = this.#syllables[index];
    const code = this.#code(at);
    if (!syllable || code === 0) return;
    if (code === syllable.whole && code !== syllable.open) this.#after(index, at + 1, disguise | WHOLE);
    if (code === syllable.open) this.#readStretch(index, at + 1, disguise | WHOLE, code !== syllable.whole);
    if (code === syllable.lead && !(index > 0 && this.#isVowel(at + 1, syllable))) {
      this.#after(index, at + 1, disguise | INITIAL);
    }
    this.#readLead(index, at, disguise, syllable);
    for (const signs of this.#standIns.get(syllable.whole) ?? []) {
      if (signs.every((sign, place) => this.#code(at + place) === sign)) {
        this.#after(index, at + signs.length, disguise | STAND_IN);
      }
    }
  }

  #isVowel(at: number, { vowel, vowelParts }: SpelledSyllable): boolean {
    const code = this.#code(at);
    return code === vowel || code === vowelParts[0];
  }

  #readLead(index: number, at: number, disguise: number, syllable: SpelledSyllable): void {
    for (const [end, how] of this.#letter(at, syllable.lead, syllable.leadParts)) {
      this.#readVowel(index, end, disguise | how, syllable);
      const next = this.#skipOne(end);
      if (next > end) this.#readVowel(index, next, disguise | how | this.#gap(end, next), syllable);
    }
  }

  #readVowel(index: number, at: number, disguise: number, syllable: SpelledSyllable): void {
    for (const [end, how] of this.#letter(at, syllable.vowel, syllable.vowelParts)) {
      this.#readStretch(index, end, disguise | how, syllable.final !== 0);
    }
    // ㅅ이발: the vowel comes in a syllable of its own.
    if (this.#code(at) === silentSyllable(syllable.vowel, syllable.final)) {
      this.#after(index, at + 1, disguise | LETTERS);
    }
  }

  /** After the vowel: repetitions of it, then the final consonant where one is still missing. */
  #readStretch(index: number, at: number, disguise: number, isFinalMissing: boolean): void {
    const syllable = this.#syllables[index];
    if (!syllable) return;
    const echo = silentSyllable(syllable.vowel, 0);
    let end = at;
    for (let step = 0; step <= LONGEST_GAP; step++) {
      const how = disguise | (end > at ? STRETCHED : 0);
      if (isFinalMissing) this.#readFinal(index, end, how, syllable);
      else this.#after(index, end, how);
      const code = this.#code(end);
      if (code !== echo && code !== syllable.vowel) return;
      end += 1;
    }
  }

  #readFinal(index: number, at: number, disguise: number, { vowel, final }: SpelledSyllable): void {
    if (this.#code(at) === silentSyllable(vowel, final)) this.#after(index, at + 1, disguise | STRETCHED);
    for (const [end, how] of this.#letter(at, final, [final])) this.#after(index, end, disguise | how);
    const next = this.#skipOne(at);
    if (next > at && (disguise & WHOLE) === 0 && this.#code(next) === final) {
      this.#after(index, next + 1, disguise | LETTERS | this.#gap(at, next));
    }
  }

  /** Where `letter` can end that begins at `at`, and how it is written. */
  #letter(at: number, letter: number, parts: readonly number[]): [number, number][] {
    const found: [number, number][] = [];
    const whole = this.#sign(at, letter);
    if (whole > 0) found.push([at + 1, whole]);
    if (parts.length < 2) return found;
    let how = 0;
    for (const [place, part] of parts.entries()) {
      const one = this.#sign(at + place, part);
      if (one === 0) return found;
      how |= one;
    }
    found.push([at + parts.length, how]);
    return found;
  }

  #sign(at: number, letter: number): number {
    const code = this.#code(at);
    if (code === letter) return LETTERS;
    return lettersBySign.get(code)?.includes(String.fromCharCode(letter)) ? LOOK_ALIKE : 0;
  }

  #skipOne(at: number): number {
    return isStrewn(this.#code(at)) ? at + 1 : at;
  }

  #after(index: number, at: number, disguise: number): void {
    if (index + 1 === this.#syllables.length) {
      this.#readings.push({ end: at, disguise });
      return;
    }
    this.#readSyllable(index + 1, at, disguise);
    let end = at;
    while (end - at < LONGEST_GAP && isStrewn(this.#code(end))) {
      end += 1;
      this.#readSyllable(index + 1, end, disguise | this.#gap(at, end));
    }
  }

  #gap(from: number, to: number): number {
    let how = 0;
    for (let at = from; at < to; at++) {
      const code = this.#code(at);
      if (code === SPACE) how |= SPACED;
      else if ((code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a)) how |= NUMBERED;
      else if (PUNCTUATION.has(code) || STREWN.has(code)) how |= PUNCTUATED;
      else how |= SIGNED;
    }
    return how;
  }
}

/** Whether a code can be strewn between the parts of a word: anything but Hangul. */
function isStrewn(code: number): boolean {
  if (code === 0) return false;
  if ((code >= 0xac00 && code <= 0xd7a3) || (code >= 0x3131 && code <= 0x318e)) return STREWN.has(code);
  return true;
}
