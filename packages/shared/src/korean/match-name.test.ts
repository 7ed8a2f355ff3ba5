import { expect, test } from 'vitest';
import { matchName } from './match-name.ts';

const found = (query: string, name: string) => {
  const match = matchName(query, name);
  return match && { tier: match.tier, text: name.slice(match.start, match.end) };
};

test('a name is found by its first syllables, also half typed', () => {
  expect(found('후라', '후라이드')).toEqual({ tier: 'start', text: '후라' });
  expect(found('후ㄹ', '후라이드')).toEqual({ tier: 'start', text: '후라' });
  expect(found('후', '후라이드')).toEqual({ tier: 'start', text: '후' });
  expect(found('후라이드', '후라이드')).toEqual({ tier: 'whole', text: '후라이드' });
});

test('a syllable still being composed also finds the name in which its last consonant begins the next', () => {
  expect(found('양녀', '양념')).toEqual({ tier: 'start', text: '양념' });
  expect(found('갈빝', '갈비탕')).toEqual({ tier: 'start', text: '갈비탕' });
});

test('initial consonants find by initials alone, not by consonants that close a syllable', () => {
  expect(found('ㅎㄹㅇㄷ', '후라이드')).toEqual({ tier: 'whole', text: '후라이드' });
  expect(found('ㅂㅂ', '비빔밥')).toEqual({ tier: 'start', text: '비빔' });
  expect(found('ㅇ', '물냉면')).toBeNull();
  expect(found('ㄴㅁ', '물냉면')).toEqual({ tier: 'inside', text: '냉면' });
});

test('initials may be left out, but not the first', () => {
  expect(found('ㅎㅇㄷ', '후라이드')).toEqual({ tier: 'scattered', text: '후라이드' });
  expect(found('ㅎㅇㄷ', '훈제오리덮밥')).toEqual({ tier: 'scattered', text: '훈제오리덮' });
  expect(found('ㄹㄷ', '후라이드')).toBeNull();
  expect(found('ㅎㄷㅇ', '후라이드')).toBeNull();
});

test('later words count more than the middle of one', () => {
  expect(found('찌개', '김치 찌개')?.tier).toBe('wordStart');
  expect(found('마늘', '간장·마늘')?.tier).toBe('wordStart');
  expect(found('찌개', '김치찌개')?.tier).toBe('inside');
});

test('spaces and case do not matter, and what is marked is the name as written', () => {
  expect(found('김치찌', '김치 찌개')).toEqual({ tier: 'start', text: '김치 찌' });
  expect(found('half AND', 'Half and half')).toEqual({ tier: 'start', text: 'Half and' });
});

test('nobody types from the middle of a syllable', () => {
  expect(found('ㅏ', '닭')).toBeNull();
  expect(found('아', '가')).toBeNull();
});

test('nothing typed finds nothing', () => {
  expect(matchName('', '치킨')).toBeNull();
  expect(matchName('  ', '치킨')).toBeNull();
});
