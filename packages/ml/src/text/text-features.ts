import { MOST_JAMO, splitJamo } from './jamo.ts';
import { createNormalizedText, normalizeText, SPACE, type NormalizedText } from './normalize-text.ts';
import { finderOf, type FoundWord, type SwearFinder } from './swear-finder.ts';
import { swearLexicon } from './swear-lexicon.ts';

/**
 * Which pieces of a text become features. A range is `[shortest, longest]` in characters; `[1, 0]` leaves a family out.
 * Pieces of syllables and jamo stay inside a word, whose two ends count as a character each. All digits are read alike:
 * 160g and 200g are the same piece.
 */
export type FeatureShape = {
  /** Pieces of syllables: 치킨 in 양념치킨. */
  syllables: readonly [number, number];
  /** Pieces of the whole text without its spaces, because Korean is often written with too few or too many. */
  phrases: readonly [number, number];
  /** Pieces of letters: ㅊㅣㅋㅣㄴ; they meet misspellings half-way. */
  jamo: readonly [number, number];
  /** Whole words and pairs of neighbours. */
  words: readonly [number, number];
  /** Whether swear words are read as one however they are written, and disguised ones (시1발) as what they mean too. */
  swearWords?: boolean;
  /** Buckets are `2 ** bits`. */
  bits: number;
};

/** The occurrences of features in one text. `froms` and `tos` are indexes into the normalised text. */
export type FeatureOccurrences = { length: number; buckets: Int32Array; froms: Int32Array; tos: Int32Array };

const SYLLABLE_SEED = 0x2545f491;
const PHRASE_SEED = 0x3c6ef372;
const JAMO_SEED = 0x1b873593;
const WORD_SEED = 0x5bd1e995;
const SWEAR_SEED = 0x4cf5ad43;

/** Reads texts into hashed features. Holds scratch buffers: one reader serves one thread. */
export class FeatureReader {
  readonly shape: FeatureShape;
  readonly text: NormalizedText = createNormalizedText();
  readonly found: FeatureOccurrences = {
    length: 0,
    buckets: new Int32Array(4096),
    froms: new Int32Array(4096),
    tos: new Int32Array(4096),
  };
  readonly #shift: number;
  readonly #swearFinder: SwearFinder | null;
  #letters = new Int32Array(1024);
  #origins = new Int32Array(1024);
  #wordHashes = new Int32Array(256);
  #wordFroms = new Int32Array(256);

  constructor(shape: FeatureShape) {
    this.shape = shape;
    this.#shift = 32 - shape.bits;
    this.#swearFinder = shape.swearWords ? finderOf(swearLexicon) : null;
  }

  /** Fills `found` (and `text`) for one text; what they held before is gone. */
  read(text: string): FeatureOccurrences {
    const { length, codes } = normalizeText(text, this.text);
    this.#reserve(length);
    this.found.length = 0;
    const swearWords = this.#swearFinder?.find(this.text, text) ?? [];
    for (let at = 0; at < length; at++) if (isDigit(codes[at] ?? 0)) codes[at] = ZERO;
    this.#readPhrase(length);
    let words = 0;
    for (let from = 0; from < length; ) {
      if (codes[from] === SPACE) {
        from += 1;
        continue;
      }
      const kind = kindOf(codes[from] ?? 0);
      let to = from + 1;
      while (to < length && codes[to] !== SPACE && kindOf(codes[to] ?? 0) === kind) to += 1;
      this.#readWord(from, to, words++);
      from = to;
    }
    for (const one of swearWords) this.#readSwearWord(one);
    return this.found;
  }

  /** The word itself and, when it is disguised, the pieces its plain spelling has in a text of its own. */
  #readSwearWord({ from, to, word, spelling, isPlain }: FoundWord): void {
    let hash = SWEAR_SEED;
    for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x9e3779b1) ^ (hash >>> 15);
    this.#add(hash, from, to);
    if (isPlain) return;
    const end = spelling.length + 1;
    this.#reserve(end);
    const letters = this.#letters;
    letters[0] = SPACE;
    letters[end] = SPACE;
    for (let at = 1; at < end; at++) letters[at] = spelling.charCodeAt(at - 1);
    this.#origins.fill(from, 0, end);
    this.#origins[end] = to - 1;
    const first = this.found.length;
    this.#readPieces(end + 1, this.shape.syllables, SYLLABLE_SEED);
    this.#readPieces(end + 1, this.shape.phrases, PHRASE_SEED);
    this.found.tos.fill(to, first, this.found.length);
    this.found.froms.fill(from, first, this.found.length);
  }

  #readPhrase(length: number): void {
    const codes = this.text.codes;
    const letters = this.#letters;
    const origins = this.#origins;
    let end = 1;
    letters[0] = SPACE;
    origins[0] = 0;
    for (let at = 0; at < length; at++) {
      if (codes[at] === SPACE) continue;
      letters[end] = codes[at] ?? 0;
      origins[end++] = at;
    }
    if (end === 1) return;
    letters[end] = SPACE;
    origins[end] = length - 1;
    this.#readPieces(end + 1, this.shape.phrases, PHRASE_SEED);
  }

  #readWord(from: number, to: number, word: number): void {
    const codes = this.text.codes;
    const letters = this.#letters;
    const origins = this.#origins;
    letters[0] = SPACE;
    origins[0] = from;
    for (let index = from; index < to; index++) {
      letters[index - from + 1] = codes[index] ?? 0;
      origins[index - from + 1] = index;
    }
    let end = to - from + 1;
    letters[end] = SPACE;
    origins[end] = to - 1;
    this.#readPieces(end + 1, this.shape.syllables, SYLLABLE_SEED);
    if (this.shape.jamo[1] >= this.shape.jamo[0]) {
      end = 1 + splitJamo(codes, from, to, letters.subarray(1), origins.subarray(1));
      letters[end] = SPACE;
      origins[end] = to - 1;
      this.#readPieces(end + 1, this.shape.jamo, JAMO_SEED);
    }
    this.#readWords(from, to, word);
  }

  #readPieces(length: number, [shortest, longest]: readonly [number, number], seed: number): void {
    const letters = this.#letters;
    const origins = this.#origins;
    for (let start = 0; start < length; start++) {
      let hash = seed;
      const most = Math.min(longest, length - start);
      for (let size = 1; size <= most; size++) {
        hash = Math.imul(hash ^ (letters[start + size - 1] ?? 0), 0x9e3779b1);
        hash = (hash << 13) | (hash >>> 19);
        if (size < shortest || (size === 1 && letters[start] === SPACE)) continue;
        this.#add(hash, origins[start] ?? 0, (origins[start + size - 1] ?? 0) + 1);
      }
    }
  }

  #readWords(from: number, to: number, word: number): void {
    const [shortest, longest] = this.shape.words;
    let hash = WORD_SEED;
    for (let index = from; index < to; index++) {
      hash = Math.imul(hash ^ (this.text.codes[index] ?? 0), 0x9e3779b1);
      hash = (hash << 13) | (hash >>> 19);
    }
    this.#wordHashes[word] = hash;
    this.#wordFroms[word] = from;
    let joined = 0;
    for (let size = 1; size <= longest && size <= word + 1; size++) {
      joined = Math.imul(joined ^ (this.#wordHashes[word - size + 1] ?? 0), 0x85ebca6b) + size;
      if (size >= shortest) this.#add(joined, this.#wordFroms[word - size + 1] ?? 0, to);
    }
  }

  #add(hash: number, from: number, to: number): void {
    let mixed = hash ^ (hash >>> 16);
    mixed = Math.imul(mixed, 0x7feb352d);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x846ca68b);
    const found = this.found;
    if (found.length === found.buckets.length) this.#growFound();
    found.buckets[found.length] = mixed >>> this.#shift;
    found.froms[found.length] = from;
    found.tos[found.length] = to;
    found.length += 1;
  }

  #growFound(): void {
    const { found } = this;
    found.buckets = doubled(found.buckets);
    found.froms = doubled(found.froms);
    found.tos = doubled(found.tos);
  }

  #reserve(length: number): void {
    const letters = (length + 2) * MOST_JAMO;
    if (this.#letters.length < letters) {
      this.#letters = new Int32Array(letters * 2);
      this.#origins = new Int32Array(letters * 2);
    }
    if (this.#wordHashes.length < length + 1) {
      this.#wordHashes = new Int32Array(length * 2);
      this.#wordFroms = new Int32Array(length * 2);
    }
  }
}

const ZERO = 0x30;
const LETTERS = 0;
const DIGITS = 1;
const SYMBOLS = 2;

/** Words end where letters, digits and symbols meet: 아구탕(소) is 아구탕, (, 소 and ). */
function kindOf(code: number): number {
  if ((code >= 0xac00 && code <= 0xd7a3) || (code >= 0x61 && code <= 0x7a)) return LETTERS;
  if (isDigit(code)) return DIGITS;
  if (code < 0x80 || (code >= 0x2000 && code < 0x3040) || (code >= 0xfe30 && code < 0x10000) || code >= 0x1f000) {
    return SYMBOLS;
  }
  return LETTERS;
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= 0x39;
}

function doubled(from: Int32Array): Int32Array {
  const to = new Int32Array(from.length * 2);
  to.set(from);
  return to;
}
