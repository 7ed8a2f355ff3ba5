/** What a code point is, for reading Korean text code by code. */

/** The code points of a string. */
export function codesOf(letters: string): number[] {
  return Array.from(letters, (letter) => letter.codePointAt(0) ?? 0);
}

export function isHangul(code: number): boolean {
  return isSyllable(code) || isBareLetter(code);
}

export function isSyllable(code: number): boolean {
  return code >= 0xac00 && code <= 0xd7a3;
}

export function isBareLetter(code: number): boolean {
  return code >= 0x3131 && code <= 0x318e;
}

export function isConsonant(code: number): boolean {
  return code >= 0x3131 && code <= 0x314e;
}

export function isVowelLetter(code: number): boolean {
  return code >= 0x314f && code <= 0x3163;
}

export function isLatinOrDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a);
}
