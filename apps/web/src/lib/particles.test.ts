import { expect, it } from 'vitest';
import { particles } from './particles.ts';

it('follows how a number is read: 칠은, 사는, 십은, 십이는', () => {
  expect([7, 4, 10, 12].map((number) => particles(number, 'ko').topic)).toEqual(['은', '는', '은', '는']);
  expect([1, 2, 9, 20].map((number) => particles(number, 'ko').subject)).toEqual(['이', '가', '가', '이']);
});

it('adds nothing in English', () => {
  expect(particles(7, 'en')).toEqual({ topic: '', subject: '' });
});
