import { FeatureReader, type FeatureShape } from './text/text-features.ts';

/** The distinct hashed pieces of each text: `pieces[starts[t]..starts[t+1])`, each below `buckets`. */
export type TextPieces = { starts: Int32Array; pieces: Int32Array; buckets: number };

/**
 * The pieces by which texts are compared: pairs and triples of letters, spaces aside, and whole words. For `texts`
 * texts there are enough buckets that few pieces fall together.
 */
export function pieceShape(texts: number): FeatureShape {
  const bits = Math.min(20, Math.max(10, Math.ceil(Math.log2(texts + 1)) + 5));
  return { syllables: [1, 0], phrases: [2, 3], jamo: [1, 0], words: [1, 1], bits };
}

/** Reads each text once; copies of a text are read once altogether. */
export function readPieces(texts: readonly string[], shape: FeatureShape): TextPieces {
  const reader = new FeatureReader(shape);
  const lastText = new Int32Array(2 ** shape.bits).fill(-1);
  const firstCopy = new Map<string, number>();
  const starts = new Int32Array(texts.length + 1);
  let pieces = new Int32Array(texts.length * 16 + 1024);
  let used = 0;
  const reserve = (more: number): void => {
    if (used + more <= pieces.length) return;
    const grown = new Int32Array(Math.max(pieces.length * 2, used + more));
    grown.set(pieces);
    pieces = grown;
  };
  for (const [text, content] of texts.entries()) {
    const copy = firstCopy.get(content);
    if (copy === undefined) {
      firstCopy.set(content, text);
      const { length, buckets } = reader.read(content);
      reserve(length);
      for (let at = 0; at < length; at++) {
        const bucket = buckets[at] ?? 0;
        if (lastText[bucket] === text) continue;
        lastText[bucket] = text;
        pieces[used++] = bucket;
      }
    } else {
      const from = starts[copy] ?? 0;
      const to = starts[copy + 1] ?? 0;
      reserve(to - from);
      pieces.copyWithin(used, from, to);
      used += to - from;
    }
    starts[text + 1] = used;
  }
  return { starts, pieces: pieces.subarray(0, used), buckets: 2 ** shape.bits };
}
