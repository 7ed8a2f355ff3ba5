import type { TextSpan } from '@jeoul/shared/labeling/answers';

/** What stands between white space, in order: what is marked by one key or one click. */
export function wordsOf(text: string): TextSpan[] {
  return Array.from(text.matchAll(/\S+/gu), ({ index, 0: word }) => ({ start: index, end: index + word.length }));
}

/** From the first of two words to the last, whichever was named first. */
export function spanOver(words: readonly TextSpan[], from: number, to: number): TextSpan | null {
  const first = words[Math.min(from, to)];
  const last = words[Math.max(from, to)];
  return first && last ? { start: first.start, end: last.end } : null;
}
