import type { TextSpan } from '@jeoul/shared/labeling/answers';

/**
 * What stands between white space, from its first letter or digit to its last: full stops and smileys are no evidence of
 * taste. In order; what has no letter is no word.
 */
export function aspectWordsOf(text: string): TextSpan[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}](?:\S*[\p{L}\p{N}])?/gu), ({ index, 0: word }) => {
    return { start: index, end: index + word.length };
  });
}
