/**
 * A text as the models read it: code points after normalisation, each with the UTF-16 range of the original text it
 * came from. `codes`, `starts` and `ends` have room to spare; only the first `length` entries count.
 */
export type NormalizedText = { length: number; codes: Int32Array; starts: Int32Array; ends: Int32Array };

export const SPACE = 0x20;
const REPLACEMENT = 0xfffd;
/** Longer runs of one character say no more than this many: ㅋㅋㅋㅋㅋㅋ is read as ㅋㅋㅋ. */
const LONGEST_RUN = 3;

/** Combining marks and the conjoining vowels and finals of Hangul: what NFC may join to the character before it. */
const JOINS_PREVIOUS = /[\p{M}\u1160-\u11ff\ud7b0-\ud7ff]/u;

export function createNormalizedText(): NormalizedText {
  return { length: 0, codes: new Int32Array(256), starts: new Int32Array(256), ends: new Int32Array(256) };
}

/**
 * Writes the normalised form of `text` into `into`, reusing its buffers.
 *
 * NFC, lower case, full-width forms as ASCII, white space and controls as single spaces, invisible characters dropped,
 * lone surrogates as U+FFFD, runs of more than three equal characters (digits apart) cut to three. Never throws; takes
 * time linear in the length of the text.
 */
export function normalizeText(text: string, into: NormalizedText): NormalizedText {
  reserve(into, text.length + 1);
  into.length = 0;
  if (text.normalize('NFC') === text) {
    readComposed(text, 0, -1, into);
  } else {
    readClusters(text, into);
  }
  if (into.length > 0 && into.codes[into.length - 1] === SPACE) into.length -= 1;
  return into;
}

/** The normalised form of `text` as a string. */
export function normalizedString(text: string): string {
  const { codes, length } = normalizeText(text, createNormalizedText());
  let result = '';
  for (let at = 0; at < length; at += 1024) {
    result += String.fromCodePoint(...codes.subarray(at, Math.min(length, at + 1024)));
  }
  return result;
}

/** Composes cluster by cluster, so that every composed character still knows the range it was written in. */
function readClusters(text: string, into: NormalizedText): void {
  let start = 0;
  while (start < text.length) {
    let end = start + charLength(text, start);
    while (end < text.length && JOINS_PREVIOUS.test(text.slice(end, end + charLength(text, end)))) {
      end += charLength(text, end);
    }
    const composed = text.slice(start, end).normalize('NFC');
    reserve(into, into.length + composed.length + text.length - start + 1);
    readComposed(composed, start, end, into);
    start = end;
  }
}

/**
 * Appends the characters of `text`. With `end` < 0 the text is the original and offsets are its own, shifted by
 * `start`; otherwise all its characters stand for the original range `start`..`end`.
 */
function readComposed(text: string, start: number, end: number, into: NormalizedText): void {
  const { codes, starts, ends } = into;
  for (let index = 0; index < text.length; ) {
    const width = charLength(text, index);
    const from = end < 0 ? start + index : start;
    const to = end < 0 ? start + index + width : end;
    const code = fold(text.codePointAt(index) ?? REPLACEMENT);
    index += width;
    if (code < 0) continue;
    const length = into.length;
    if (code === SPACE && (length === 0 || codes[length - 1] === SPACE)) continue;
    if (isRun(codes, length, code)) {
      ends[length - 1] = to;
      continue;
    }
    codes[length] = code;
    starts[length] = from;
    ends[length] = to;
    into.length = length + 1;
  }
}

function isRun(codes: Int32Array, length: number, code: number): boolean {
  if (length < LONGEST_RUN || (code >= 0x30 && code <= 0x39)) return false;
  for (let back = 1; back <= LONGEST_RUN; back++) if (codes[length - back] !== code) return false;
  return true;
}

/** The code point a model reads for `code`, or -1 for one that can't be seen. */
function fold(code: number): number {
  if (code >= 0xac00 && code <= 0xd7a3) return code;
  if (code < 0x80) {
    if (code <= SPACE || code === 0x7f) return SPACE;
    return code >= 0x41 && code <= 0x5a ? code + 32 : code;
  }
  if (code >= 0x3131 && code <= 0x318e) return code;
  if (code >= 0xff01 && code <= 0xff5e) return fold(code - 0xfee0);
  if (code >= 0xd800 && code <= 0xdfff) return REPLACEMENT;
  if (isInvisible(code)) return -1;
  if (code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a) || (code >= 0x80 && code < 0xa0)) {
    return SPACE;
  }
  return String.fromCodePoint(code).toLowerCase().codePointAt(0) ?? code;
}

/** Soft hyphen, zero-width characters, direction marks, joiners, variation selectors, byte order mark. */
function isInvisible(code: number): boolean {
  return (
    code === 0xad ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff ||
    code === 0x3164 ||
    code === 0xffa0
  );
}

function charLength(text: string, index: number): number {
  const code = text.codePointAt(index) ?? 0;
  return code > 0xffff ? 2 : 1;
}

function reserve(into: NormalizedText, capacity: number): void {
  if (into.codes.length >= capacity) return;
  const size = Math.max(capacity, into.codes.length * 2);
  into.codes = grown(into.codes, size);
  into.starts = grown(into.starts, size);
  into.ends = grown(into.ends, size);
}

function grown(from: Int32Array, size: number): Int32Array {
  const to = new Int32Array(size);
  to.set(from);
  return to;
}
