import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Piece, segmentText, visiblePieces } from './segments.ts';

const written = (pieces: readonly Piece[]) =>
  pieces.map((piece) => (piece.kind === 'text' ? piece.text : `[${piece.code}]`)).join('');

/** The text again: marks turned back into their characters. */
const restored = (pieces: readonly Piece[]) =>
  pieces
    .map((piece) =>
      piece.kind === 'text' ? piece.text : String.fromCodePoint(Number.parseInt(piece.code.slice(2), 16)),
    )
    .join('');

describe('visiblePieces', () => {
  it('leaves ordinary Korean, line ends, tabs and emoji as they are', () => {
    const text = '반반치킨\t(후라이드+양념)\n👨‍👩‍👧 맛있어요 ❤️';
    expect(visiblePieces(text)).toEqual([{ kind: 'text', text }]);
  });

  it('marks zero width, direction and control characters', () => {
    expect(written(visiblePieces('시\u200B발'))).toBe('시[U+200B]발');
    expect(written(visiblePieces('a\u202Eb\u2066c'))).toBe('a[U+202E]b[U+2066]c');
    expect(written(visiblePieces('\u0000x\u0085'))).toBe('[U+0000]x[U+0085]');
    expect(written(visiblePieces('ㅅ\u3164ㅂ\uFEFF'))).toBe('ㅅ[U+3164]ㅂ[U+FEFF]');
  });

  it('marks a joiner that joins no emoji', () => {
    expect(written(visiblePieces('가\u200D나'))).toBe('가[U+200D]나');
  });

  it('marks half a surrogate pair and keeps whole ones', () => {
    expect(written(visiblePieces('\uD83D🍗\uDC00'))).toBe('[U+D83D]🍗[U+DC00]');
  });

  it('loses nothing of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(restored(visiblePieces(text))).toBe(text);
      }),
    );
  });
});

describe('segmentText', () => {
  it('cuts at the borders of spans', () => {
    const segments = segmentText('반반치킨', [{ start: 2, end: 4, contribution: 2.1 }]);
    expect(segments.map(({ pieces, contribution }) => [written(pieces), contribution])).toEqual([
      ['반반', 0],
      ['치킨', 2.1],
    ]);
  });

  it('adds up spans that lie over each other', () => {
    const spans = [
      { start: 0, end: 4, contribution: 1 },
      { start: 2, end: 6, contribution: -3 },
    ];
    const segments = segmentText('abcdef', spans);
    expect(segments.map(({ pieces, contribution }) => [written(pieces), contribution])).toEqual([
      ['ab', 1],
      ['cd', -2],
      ['ef', -3],
    ]);
  });

  it('cuts spans to the text and drops what is empty or no number', () => {
    const spans = [
      { start: -3, end: 2, contribution: 1 },
      { start: 3, end: 99, contribution: 2 },
      { start: 2, end: 2, contribution: 9 },
      { start: 0, end: 1, contribution: Number.NaN },
    ];
    expect(segmentText('abcd', spans).map((segment) => segment.contribution)).toEqual([1, 0, 2]);
  });

  it('has nothing to say of an empty text', () => {
    expect(segmentText('', [{ start: 0, end: 3, contribution: 1 }])).toEqual([]);
  });

  it('shows the whole text whatever the spans', () => {
    const span = fc.record({
      start: fc.integer({ min: -5, max: 40 }),
      end: fc.integer({ min: -5, max: 40 }),
      contribution: fc.double(),
    });
    fc.assert(
      fc.property(fc.string(), fc.array(span, { maxLength: 8 }), (text, spans) => {
        expect(
          segmentText(text, spans)
            .map(({ pieces }) => restored(pieces))
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
