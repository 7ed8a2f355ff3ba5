/**
 * The text folded for comparison: NFKC, lower case, white space collapsed and trimmed. Texts with the same key are the
 * same text to a model, so training and held-out parts are split by it and duplicates are found by it.
 */
export function textKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
