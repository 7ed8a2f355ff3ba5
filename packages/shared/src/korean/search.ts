import { disassemble, getChoseong } from 'es-hangul';

const initialConsonants = /^[ㄱ-ㅎ\s]+$/u;

/** Text as it is compared: NFC, lower case, no spaces. */
function folded(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/gu, '');
}

/** The two keys a Korean text is found by: its letters taken apart (`치킨` → `ㅊㅣㅋㅣㄴ`) and its initial consonants (`ㅊㅋ`). */
export function koreanSearchKeys(text: string): { jamo: string; initials: string } {
  const plain = folded(text);
  return { jamo: disassemble(plain), initials: getChoseong(plain).replace(/\s+/gu, '') };
}

/** True when the query holds nothing but initial consonants, as in `ㅊㅋ`. */
export function isInitialsQuery(query: string): boolean {
  return query.trim() !== '' && initialConsonants.test(query.normalize('NFC'));
}

/**
 * Whether `text` holds `query` by syllable, by jamo (a half-typed `양념치ㅋ`) or by initial consonants (`ㅇㄴㅊㅋ`).
 * An empty query matches everything.
 */
export function matchesKorean(query: string, text: string): boolean {
  const plain = folded(query);
  if (plain === '') return true;
  const keys = koreanSearchKeys(text);
  if (isInitialsQuery(query) && keys.initials.includes(plain)) return true;
  return keys.jamo.includes(disassemble(plain));
}
