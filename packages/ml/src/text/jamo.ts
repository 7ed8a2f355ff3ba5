import { disassemble } from 'es-hangul';

const FIRST_SYLLABLE = 0xac00;
const SYLLABLES = 11_172;
/** A syllable takes apart into at most this many letters: 쐛 is ㅆㅗㅐㄹㄱ-like. */
export const MOST_JAMO = 6;

type JamoTable = { starts: Uint16Array; letters: Uint16Array };
let table: JamoTable | null = null;

/** The letters of every syllable in one flat array; built once, because taking apart one by one is slow. */
function jamoTable(): JamoTable {
  if (table !== null) return table;
  const starts = new Uint16Array(SYLLABLES + 1);
  const letters: number[] = [];
  for (let index = 0; index < SYLLABLES; index++) {
    starts[index] = letters.length;
    const parts = disassemble(String.fromCharCode(FIRST_SYLLABLE + index));
    for (let at = 0; at < parts.length; at++) letters.push(parts.charCodeAt(at));
  }
  starts[SYLLABLES] = letters.length;
  table = { starts, letters: Uint16Array.from(letters) };
  return table;
}

/**
 * Takes the Hangul syllables among `codes` apart and leaves other code points as they are. Writes the letters to
 * `letters` and, for each, the index in `codes` it came from to `origins`; both need room for `MOST_JAMO` times as many.
 * Returns how many letters were written.
 */
export function splitJamo(
  codes: Int32Array,
  from: number,
  to: number,
  letters: Int32Array,
  origins: Int32Array,
): number {
  const { starts, letters: parts } = jamoTable();
  let count = 0;
  for (let index = from; index < to; index++) {
    const code = codes[index] ?? 0;
    const syllable = code - FIRST_SYLLABLE;
    if (syllable < 0 || syllable >= SYLLABLES) {
      letters[count] = code;
      origins[count++] = index;
      continue;
    }
    const end = starts[syllable + 1] ?? 0;
    for (let at = starts[syllable] ?? 0; at < end; at++) {
      letters[count] = parts[at] ?? 0;
      origins[count++] = index;
    }
  }
  return count;
}
