import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inCodePoints, inStoredText, inUtf16 } from './span-places.ts';

const pieces = fc.array(fc.constantFrom('가', 'a', '🍗', '👨‍🍳', '\u200f', '\n', ' '), { minLength: 1, maxLength: 30 });

test('a span that goes out and comes back is at its place, whatever characters are before it', () => {
  fc.assert(
    fc.property(pieces, fc.nat(), fc.nat(), (parts, from, length) => {
      const text = parts.join('');
      const places = [0, ...Array.from(text).map((_, at, points) => points.slice(0, at + 1).join('').length)];
      const start = places[from % (places.length - 1)] ?? 0;
      const later = places.filter((place) => place > start);
      const end = later[length % later.length] ?? text.length;
      const span = { start, end };
      const quoted = text.slice(start, end).replaceAll('\n', '\\n');
      expect(inUtf16(text, inCodePoints(text, span), quoted)).toEqual(span);
    }),
  );
});

test('half a surrogate pair goes out as the whole character', () => {
  expect(inCodePoints('a🍗b', { start: 2, end: 4 })).toEqual({ start: 1, end: 3 });
});

test('a span of an old Label Studio, in UTF-16 units, is known by the words it quotes', () => {
  const text = '🍗 눅눅해요';
  expect(inUtf16(text, { start: 3, end: 5 }, '눅눅')).toEqual({ start: 3, end: 5 });
  expect(inUtf16(text, { start: 2, end: 4 }, '눅눅')).toEqual({ start: 3, end: 5 });
});

test('a span past the end of the text is none', () => {
  expect(inUtf16('짧다', { start: 1, end: 9 }, null)).toBeNull();
});

test('a span follows its words into the stored text, and is lost with them', () => {
  const span = { start: 4, end: 6 };
  expect(inStoredText(span, { fileText: '  아주 눅눅해', text: '아주 눅눅해' })).toEqual({ start: 2, end: 4 });
  expect(inStoredText({ start: 5, end: 7 }, { fileText: '  아주 눅눅해', text: '정말 아주 눅눅해' })).toEqual({
    start: 6,
    end: 8,
  });
  expect(inStoredText({ start: 5, end: 7 }, { fileText: '  아주 눅눅해', text: '바삭해요' })).toBeNull();
});

test('a span keeps its place where the file hides personal data that is stored', () => {
  const text = '010-1234-5678로 전화해';
  expect(inStoredText({ start: 0, end: 13 }, { fileText: '●●●-●●●●-●●●●로 전화해', text })).toEqual({
    start: 0,
    end: 13,
  });
});
