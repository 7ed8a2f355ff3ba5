import type { LabelView } from '@jeoul/shared/labeling/contract';
import { expect, test } from 'vitest';
import { findLabels } from './find-labels.ts';
import { indexLabels } from './label-index.ts';

function label(key: string, parentKey: string | null, nameKo: string, nameEn: string): LabelView {
  return {
    key,
    parentKey,
    nameKo,
    nameEn,
    guidelineKo: null,
    guidelineEn: null,
    usualAction: null,
    isLeaf: parentKey !== null,
  };
}

const index = indexLabels([
  label('chicken', null, '치킨', 'Chicken'),
  label('fried', 'chicken', '후라이드', 'Fried'),
  label('seasoned', 'chicken', '양념', 'Glazed'),
  label('half', 'chicken', '반반', 'Half and half'),
  label('korean', null, '한식', 'Korean'),
  label('bibimbap', 'korean', '비빔밥', 'Bibimbap'),
  label('side', null, '사이드', 'Sides'),
  label('nugget', 'side', '치킨너겟', 'Nuggets'),
  label('sauce', 'side', '양념 소스', 'Sauce'),
]);

const keys = (query: string, probabilities?: Record<string, number>) =>
  findLabels(index, query, { locale: 'ko', probabilities: new Map(Object.entries(probabilities ?? {})) }).map(
    (hit) => hit.label.key,
  );

test('names that begin with what was typed come first, leaves before the families above them', () => {
  expect(keys('치킨')).toEqual(['nugget', 'chicken', 'fried', 'seasoned', 'half']);
});

test('the name typed whole comes before names that only begin with it', () => {
  expect(keys('양념').slice(0, 2)).toEqual(['seasoned', 'sauce']);
});

test('among equals the one the model thinks likelier comes first', () => {
  expect(keys('ㅂㅂ')).toEqual(['half', 'bibimbap']);
  expect(keys('ㅂ', { bibimbap: 0.4 })).toEqual(['bibimbap', 'half']);
});

test('a path finds its leaf', () => {
  expect(keys('치킨 양')).toEqual(['seasoned']);
  expect(keys('한식비')).toEqual(['bibimbap']);
});

test('English names are found too, and said when the page is Korean', () => {
  const [hit] = findLabels(index, 'glaz', { locale: 'ko' });
  expect(hit).toMatchObject({ label: { key: 'seasoned' }, range: null, alias: 'Glazed' });
});

test('the part of the name that was typed is told', () => {
  const [hit] = findLabels(index, '빔밥', { locale: 'ko' });
  expect(hit?.range).toMatchObject({ start: 1, end: 3 });
});

test('nothing typed and nonsense find nothing', () => {
  expect(keys('')).toEqual([]);
  expect(keys('zzz')).toEqual([]);
});
