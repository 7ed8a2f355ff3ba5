/** A stretch of text that moved a prediction, in UTF-16 units, `end` excluded; signed, in the model's own units. */
export type Span = { start: number; end: number; contribution: number };

export type Piece = { kind: 'text'; text: string } | { kind: 'mark'; code: string };

/** Text between two borders of spans, with what all the spans over it contribute, and the span that starts it. */
export type Segment = { start: number; pieces: readonly Piece[]; contribution: number };

/**
 * Characters that change what is read without being seen: controls other than tab and line ends, zero width, direction
 * marks, soft hyphen, tags, fillers of Hangul, odd line ends, and halves of a surrogate pair standing alone. The signs
 * that choose between a letter's and an emoji's form hide nothing.
 */
const unseen = /(?![\t\n\r\p{Variation_Selector}])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** A joiner inside an emoji is how families and flags are written: it hides nothing. */
function isEmojiJoiner(text: string, index: number): boolean {
  if (text[index] !== '\u200D') return false;
  return (
    /[\p{Extended_Pictographic}\uFE0F]$/u.test(text.slice(0, index)) &&
    /^\p{Extended_Pictographic}/u.test(text.slice(index + 1))
  );
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Text cut into what can be shown as it is and what must be shown as a mark, in order and with nothing lost. */
export function visiblePieces(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let shown = 0;
  for (const match of text.matchAll(unseen)) {
    if (isEmojiJoiner(text, match.index)) continue;
    if (match.index > shown) pieces.push({ kind: 'text', text: text.slice(shown, match.index) });
    pieces.push({ kind: 'mark', code: codeOf(match[0]) });
    shown = match.index + match[0].length;
  }
  if (shown < text.length) pieces.push({ kind: 'text', text: text.slice(shown) });
  return pieces;
}

/**
 * Cuts the text at every border of a span; what lies under several spans carries their sum. Spans reaching beyond the
 * text are cut to it, empty ones dropped. The segments put together are the text.
 */
export function segmentText(text: string, spans: readonly Span[]): readonly Segment[] {
  const inside = spans
    .map((span) => ({ ...span, start: Math.max(0, span.start), end: Math.min(text.length, span.end) }))
    .filter((span) => span.end > span.start && Number.isFinite(span.contribution));
  const borders = [...new Set([0, text.length, ...inside.flatMap((span) => [span.start, span.end])])].sort(
    (a, b) => a - b,
  );
  return borders.slice(0, -1).map((start, index) => {
    const end = borders[index + 1] ?? text.length;
    const over = inside.filter((span) => span.start <= start && span.end >= end);
    const contribution = over.reduce((sum, span) => sum + span.contribution, 0);
    return { start, pieces: visiblePieces(text.slice(start, end)), contribution };
  });
}
