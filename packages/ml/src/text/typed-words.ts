import { convertHangulToQwerty, convertQwertyToHangul } from 'es-hangul';
import type { LexiconSpelling } from './disguise-guards.ts';
import type { NormalizedText } from './normalize-text.ts';

/** A word written in Latin letters, from index `from` to `to` of a normalised text. */
export type TypedWord = { from: number; to: number; meant: LexiconSpelling };

const LATIN_RUN = /[A-Za-z]{3,}/g;
/** Words of fewer keys than this are left out: English has too many that are the same. */
export const FEWEST_KEYS = 4;

/**
 * Finds words in Latin letters: as a Korean keyboard types them while it is set to Latin (tlqkf), and by sound (sibal).
 */
export class TypedWords {
  readonly #typed: { keys: string; meant: LexiconSpelling }[] = [];
  readonly #bySound = new Map<string, LexiconSpelling>();

  learn(meant: LexiconSpelling): void {
    const keys = convertHangulToQwerty(meant.spelling).toLowerCase();
    if (keys.length < FEWEST_KEYS) return;
    this.#typed.push({ keys, meant });
    this.#typed.sort((one, other) => other.keys.length - one.keys.length);
  }

  learnSound(latin: string, meant: LexiconSpelling): void {
    this.#bySound.set(latin, meant);
  }

  /** `original` is what `text` was made of: a Korean keyboard tells capitals apart. */
  find(text: NormalizedText, original: string): TypedWord[] {
    const found: TypedWord[] = [];
    for (const match of latinOf(text, original).matchAll(LATIN_RUN)) {
      const [run] = match;
      const from = match.index;
      const lower = run.toLowerCase();
      const sounded = this.#bySound.get(lower);
      if (sounded) {
        found.push({ from, to: from + run.length, meant: sounded });
        continue;
      }
      const typed = this.#typed.find(({ keys }) => lower.startsWith(keys));
      if (!typed) continue;
      const isRead = [run, lower].some((keys) => startsWith(convertQwertyToHangul(keys), typed.meant.spelling));
      if (isRead || lower === typed.keys) found.push({ from, to: from + typed.keys.length, meant: typed.meant });
    }
    return found;
  }
}

/** Whether what was typed is the word and goes on in Korean: tlqkfsha is 시발놈, and tlqkfx nothing. */
function startsWith(hangul: string, spelling: string): boolean {
  return hangul.startsWith(spelling) && /^[가-힣ㅋㅎㅠㅜㄱ-ㅎ]*$/.test(hangul);
}

/** The normalised text with Latin letters in the case they were written in, one UTF-16 unit an index. */
function latinOf({ codes, starts, length }: NormalizedText, original: string): string {
  let latin = '';
  for (let at = 0; at < length; at++) {
    const code = codes[at] ?? 0;
    if (code < 0x61 || code > 0x7a) {
      latin += ' ';
      continue;
    }
    const written = original.charCodeAt(starts[at] ?? 0);
    const isUpper = (written >= 0x41 && written <= 0x5a) || (written >= 0xff21 && written <= 0xff3a);
    latin += String.fromCharCode(isUpper ? code - 32 : code);
  }
  return latin;
}
