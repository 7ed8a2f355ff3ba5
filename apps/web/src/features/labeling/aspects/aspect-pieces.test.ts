import { expect, it } from 'vitest';
import { wordsOf } from '../reviews/words.ts';
import { aspectPieces } from './aspect-pieces.ts';

const text = '정말 바삭하고 짜요';
const draft = {
  labels: [
    { labelKey: 'crispy', polarity: 'positive' as const, spans: [{ start: 0, end: 7 }] },
    { labelKey: 'overall', polarity: 'neutral' as const, spans: [{ start: 3, end: 7 }] },
    { labelKey: 'salty', polarity: 'negative' as const, spans: [{ start: 8, end: 10 }] },
  ],
  untouched: ['salty'],
};
const layers = { words: wordsOf(text), personal: [], marked: null, focusedKey: null, isOnlyFocused: false };
const told = (changes: { focusedKey?: string; isOnlyFocused?: boolean }) =>
  aspectPieces(text.length, draft, { ...layers, ...changes }).map(({ start, end, markedBy, polarity, isMarkEnd }) => [
    text.slice(start, end),
    markedBy,
    polarity,
    isMarkEnd,
  ]);

it('tells of each piece whose word its mark is, which way it goes, and where the mark ends', () => {
  expect(told({})).toEqual([
    ['정말', 'person', 'positive', false],
    [' ', 'person', 'positive', false],
    ['바삭하고', 'person', 'positive', true],
    [' ', null, null, false],
    ['짜요', 'model', 'negative', true],
  ]);
});

it('shows the label in focus where two share words, and it alone while it is being marked', () => {
  expect(told({ focusedKey: 'overall' })[2]).toEqual(['바삭하고', 'person', 'neutral', true]);
  const alone = told({ focusedKey: 'salty', isOnlyFocused: true });
  expect(alone.filter(([, markedBy]) => markedBy !== null)).toEqual([['짜요', 'model', 'negative', true]]);
});
