import type { TextSpan } from '../types.ts';

/** Puts a text together piece by piece and remembers where the marked pieces came to lie. */
export type TextBuilder = {
  /** Adds a piece and answers where it lies. */
  add(piece: string): TextSpan;
  readonly length: number;
  text(): string;
};

export function textBuilder(): TextBuilder {
  let text = '';
  return {
    add(piece) {
      const start = text.length;
      text += piece;
      return { start, end: text.length };
    },
    get length() {
      return text.length;
    },
    text: () => text,
  };
}
