import type { Locale } from '@jeoul/shared/access/preferences';

/** Digits read in Korean with a final consonant: 영, 일, 삼, 육, 칠, 팔. */
const closed = new Set(['0', '1', '3', '6', '7', '8']);

/** The particles a number takes as it is read aloud: v7은, v7이; v4는, v4가. None in English. */
export function particles(number: number, locale: Locale): { topic: string; subject: string } {
  if (locale === 'en') return { topic: '', subject: '' };
  const isClosed = closed.has(String(number).at(-1) ?? '');
  return { topic: isClosed ? '은' : '는', subject: isClosed ? '이' : '가' };
}
