import { describe, expect, it } from 'vitest';
import { guessByContent, guessKind, mapByName, resolveMapping, type SampledColumn } from './column-mapping.ts';

const named = (...names: string[]): SampledColumn[] => names.map((name) => ({ name, cells: [] }));
const guessing = { mapping: {}, isMappingComplete: false };

describe('mapByName', () => {
  it('knows English and Korean headers however they are spaced and cased', () => {
    expect(mapByName('menus', ['store_id', 'Store Name', 'menu', 'price', 'category'])).toEqual({
      storeId: 'store_id',
      storeName: 'Store Name',
      name: 'menu',
      price: 'price',
      category: 'category',
    });
    expect(mapByName('menus', ['매장번호', '가게 이름', '메뉴명', '판매가', '지역', '옵션'])).toEqual({
      storeId: '매장번호',
      storeName: '가게 이름',
      name: '메뉴명',
      price: '판매가',
      district: '지역',
      options: '옵션',
    });
    expect(mapByName('reviews', ['id', 'restaurant', 'menu', 'review', 'total', 'taste', 'date', '작성자'])).toEqual({
      id: 'id',
      storeName: 'restaurant',
      menu: 'menu',
      text: 'review',
      rating: 'total',
      tasteRating: 'taste',
      writtenAt: 'date',
      author: '작성자',
    });
  });

  it('gives a column to the field it says most plainly, and to one only', () => {
    expect(mapByName('menus', ['name', 'menu'])).toEqual({ name: 'menu' });
  });
});

const unnamed: SampledColumn[] = [
  { name: 'c1', cells: ['모퉁이치킨', '모퉁이치킨', '한솥밥집', '한솥밥집'] },
  { name: 'c2', cells: ['반반치킨', '간장치킨', '제육덮밥', '김치찌개'] },
  { name: 'c3', cells: ['19,000원', '20,000원', '9,500', ''] },
];
const unnamedReviews: SampledColumn[] = [
  { name: 'x', cells: ['5', '4', '1'] },
  { name: 'y', cells: ['2021년 7월 7일', '2021년 7월 8일', '2021년 7월 9일'] },
  {
    name: 'z',
    cells: [
      '정말 맛있게 잘 먹었습니다 또 시킬게요',
      '배달이 빨라서 좋았고 양도 많아요',
      '너무 짜고 식어서 왔어요 실망했습니다',
    ],
  },
];

describe('guessing by content', () => {
  it('finds names, stores, prices, ratings, dates and texts by what columns hold', () => {
    expect(guessByContent('menus', unnamed, {})).toEqual({ name: 'c2', storeName: 'c1', price: 'c3' });
    expect(guessByContent('reviews', unnamedReviews, {})).toEqual({ text: 'z', rating: 'x', writtenAt: 'y' });
  });

  it('tells reviews from menus', () => {
    expect(guessKind(named('store', 'menu', 'price'))).toBe('menus');
    expect(guessKind(named('store', 'menu', 'review'))).toBe('reviews');
    expect(guessKind(unnamedReviews)).toBe('reviews');
    expect(guessKind(unnamed)).toBe('menus');
    expect(guessKind(named('a', 'b'))).toBeNull();
  });
});

describe('resolveMapping', () => {
  it('names the missing column and suggests the one that is spelled like it', () => {
    expect(() => resolveMapping('menus', named('store', 'meun', 'price'), guessing)).toThrowError(
      expect.objectContaining({
        code: 'COLUMN_MISSING',
        params: { column: 'name', suggestion: 'meun', columns: 'store, meun, price' },
      }),
    );
  });

  it('suggests by content when no name comes near', () => {
    expect(() => resolveMapping('menus', unnamed, guessing)).toThrowError(
      expect.objectContaining({
        code: 'COLUMN_MISSING',
        params: expect.objectContaining({ column: 'name', suggestion: 'c2' }),
      }),
    );
  });

  it('asks for the store when nothing names it', () => {
    expect(() => resolveMapping('reviews', named('review', 'total'), guessing)).toThrowError(
      expect.objectContaining({ code: 'COLUMN_MISSING', params: expect.objectContaining({ column: 'storeName' }) }),
    );
  });

  it('prefers what is stated, and refuses a stated column that is not there', () => {
    const columns = named('store', 'menu', 'menu_long');
    const stated = { mapping: { name: 'menu_long' }, isMappingComplete: false };
    expect(resolveMapping('menus', columns, stated)).toEqual({ name: 'menu_long', storeName: 'store' });
    const mistaken = { mapping: { name: 'menus' }, isMappingComplete: false };
    expect(() => resolveMapping('menus', columns, mistaken)).toThrowError(
      expect.objectContaining({ code: 'COLUMN_MISSING', params: expect.objectContaining({ suggestion: 'menu' }) }),
    );
  });

  it('guesses nothing besides a complete mapping', () => {
    const complete = { mapping: { name: 'menu', storeName: 'store' }, isMappingComplete: true };
    expect(resolveMapping('menus', named('store', 'menu', 'price'), complete)).toEqual(complete.mapping);
  });
});
