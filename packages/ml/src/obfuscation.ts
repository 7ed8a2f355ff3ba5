import { createNormalizedText, normalizeText } from './text/normalize-text.ts';
import { finderOf } from './text/swear-finder.ts';
import { swearLexicon, type ObfuscationLexicon } from './text/swear-lexicon.ts';

export { swearLexicon, type LexiconWord, type ObfuscationLexicon } from './text/swear-lexicon.ts';

/**
 * A disguised word. `start` and `end` are UTF-16 offsets into the original text and `written` is what stands there;
 * `recovered` is the spelling that was meant (씨발) and `word` the lexicon's name for all its spellings (시발).
 */
export type Recovery = { start: number; end: number; written: string; recovered: string; word: string };

/**
 * Finds the lexicon's words where they are disguised: split into letters (ㅅㅣ발), cut to initials (ㅅㅂ), with digits or
 * signs inside or in place of letters (시1발, 씨@발, 씨8), spaced (시 발), stretched (시이발), in letters that look alike
 * (人ㅣ발), typed in Latin (tlqkf), with invisible characters between, or in other widths. Words that are written plainly
 * are not disguised and not returned; innocent text that merely reads like one (시발점, 출시 발표) is left alone.
 *
 * In order, none overlapping. Any string has an answer, in time linear in its length; of a long text that is nothing but
 * what words begin with, only the first part is searched.
 */
export function recoverObfuscated(text: string, lexicon: ObfuscationLexicon = swearLexicon): Recovery[] {
  const normalized = normalizeText(text, createNormalizedText());
  return finderOf(lexicon)
    .find(normalized, text)
    .filter(({ isPlain }) => !isPlain)
    .map(({ from, to, word, spelling }) => {
      const start = normalized.starts[from] ?? 0;
      const end = normalized.ends[to - 1] ?? 0;
      return { start, end, written: text.slice(start, end), recovered: spelling, word };
    });
}
