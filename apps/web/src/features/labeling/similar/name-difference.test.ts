import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differenceOf } from './name-difference.ts';

/** Others in angle brackets. */
const shown = (name: string, from: string) =>
  differenceOf(name, from)
    .map(({ text, isOther }) => (isOther ? `<${text}>` : text))
    .join('');

test('what the other name does not have is told from what it has', () => {
  expect(shown('양념치킨 (대)', '양념치킨')).toBe('양념치킨 <(대)>');
  expect(shown('[특가] 양념치킨', '양념치킨 (대)')).toBe('<[특가] >양념치킨');
  expect(shown('양념치킨 2마리', '양념치킨 1마리')).toBe('양념치킨 <2>마리');
});

test('spaces and letter case are no difference', () => {
  expect(shown('양념 치킨', '양념치킨')).toBe('양념 치킨');
  expect(shown('BBQ', 'bbq')).toBe('BBQ');
});

test('every name comes back whole, and nothing of it is other than itself', () => {
  const name = fc.string({ unit: fc.constantFrom('양', '념', '치', '킨', ' ', 'a', 'A', '😀'), maxLength: 12 });
  fc.assert(
    fc.property(name, name, (one, other) => {
      const text = differenceOf(one, other)
        .map((piece) => piece.text)
        .join('');
      expect(text).toBe(one);
      expect(differenceOf(one, one).some(({ isOther }) => isOther)).toBe(false);
    }),
  );
});
