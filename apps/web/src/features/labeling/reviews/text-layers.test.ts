import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textPieces } from './text-layers.ts';
import { wordsOf } from './words.ts';

const none = { pulls: [], marks: [], proposedMarks: [], personal: [], recovered: [] };

it('keeps every character of the text once and in order, whatever lies over it', () => {
  const span = fc.tuple(fc.nat(30), fc.nat(30)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }));
  fc.assert(
    fc.property(fc.string({ maxLength: 25 }), fc.array(span), fc.array(span), (text, marks, personal) => {
      const pieces = textPieces(text.length, { ...none, words: wordsOf(text), marks, personal });
      expect(pieces.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    }),
  );
});

it('tells of each piece its word, what moved the model, what is marked and what was meant', () => {
  const text = '진짜 시1발 맛';
  const pieces = textPieces(text.length, {
    ...none,
    words: wordsOf(text),
    pulls: [
      { start: 3, end: 6, contribution: 4 },
      { start: 0, end: 2, contribution: 1 },
      { start: 7, end: 8, contribution: -2 },
    ],
    marks: [{ start: 3, end: 6 }],
    proposedMarks: [{ start: 3, end: 8 }],
    recovered: [{ start: 3, end: 6, recovered: '시발' }],
  });
  expect(pieces.map(({ word, pull, markedBy, recovered }) => [word, pull, markedBy, recovered])).toEqual([
    [0, 0.25, null, null],
    [null, 0, null, null],
    [1, 1, 'person', '시발'],
    [null, 0, 'model', null],
    [2, 0, 'model', null],
  ]);
});
