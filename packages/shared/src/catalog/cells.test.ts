import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCount, readMoment, readPrice, readRating } from './cells.ts';

describe('readPrice', () => {
  it.each([
    ['8500', 8500],
    ['8,500원', 8500],
    ['₩8,500', 8500],
    ['１２０００', 12000],
    ['8500.0', 8500],
    [' 0 ', 0],
    ['', null],
  ])('reads %j as %j', (cell, value) => {
    expect(readPrice(cell)).toEqual({ value });
  });

  it.each(['변동가격', '부드러운 보쌈', '-500', '5,000~7,000', '1,23', '8500.5', '1e3'])('refuses %j', (cell) => {
    expect(readPrice(cell)).toEqual({ value: null, problem: 'not_a_price' });
  });

  it('refuses what no dish costs', () => {
    expect(readPrice('100000001')).toEqual({ value: null, problem: 'out_of_range' });
  });

  it('reads every price however it is grouped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (price) => {
        expect(readPrice(`${price.toLocaleString('ko-KR')}원`)).toEqual({ value: price });
        expect(readPrice(String(price))).toEqual({ value: price });
      }),
    );
  });
});

describe('readCount and readRating', () => {
  it('read whole numbers only', () => {
    expect(readCount('1,204건')).toEqual({ value: 1204 });
    expect(readCount('many')).toEqual({ value: null, problem: 'not_a_number' });
    expect(readRating('5.0')).toEqual({ value: 5 });
    expect(readRating('3점')).toEqual({ value: 3 });
    expect(readRating('')).toEqual({ value: null });
    for (const cell of ['0', '6', '4.5', '★★★']) expect(readRating(cell).problem).toBe('not_a_rating');
  });
});

describe('readMoment', () => {
  it.each([
    ['2021년 7월 7일', '2021-07-06T15:00:00.000Z'],
    ['2021.07.07', '2021-07-06T15:00:00.000Z'],
    ['2021. 7. 7.', '2021-07-06T15:00:00.000Z'],
    ['2021/7/7', '2021-07-06T15:00:00.000Z'],
    ['2021-07-07 12:03', '2021-07-07T03:03:00.000Z'],
    ['2021-07-07T12:03:09+09:00', '2021-07-07T03:03:09.000Z'],
    ['2021-07-07T03:03:09.123456Z', '2021-07-07T03:03:09.123Z'],
    ['2021. 7. 7. 오후 3:04', '2021-07-07T06:04:00.000Z'],
    ['2021년 7월 7일 오전 12시 5분', '2021-07-06T15:05:00.000Z'],
  ])('reads %j as Korean time unless it names a zone', (cell, value) => {
    expect(readMoment(cell)).toEqual({ value });
  });

  it('says of relative dates that they have no starting point', () => {
    for (const cell of ['2일 전', '어제', '일주일 전', '12시간 전', '방금']) {
      expect(readMoment(cell)).toEqual({ value: null, problem: 'relative_date' });
    }
  });

  it('refuses days and times that do not exist', () => {
    for (const cell of ['2021-02-30', '2021-13-01', '2021-07-07 25:00', '2021-07-07 12:61', '맛있어요', '20210707']) {
      expect(readMoment(cell)).toEqual({ value: null, problem: 'not_a_date' });
    }
    expect(readMoment('1021-01-01').problem).toBe('out_of_range');
  });

  it('reads back every moment it writes', () => {
    const moments = fc.date({ min: new Date('1990-01-02'), max: new Date('2100-12-30'), noInvalidDate: true });
    fc.assert(
      fc.property(moments, (moment) => {
        expect(readMoment(moment.toISOString())).toEqual({ value: moment.toISOString() });
      }),
    );
  });

  it('never throws and never gives a moment that is none', () => {
    const anything = fc.oneof(fc.string(), fc.stringMatching(/^\d{4}[-./]\d{1,2}[-./]\d{1,2}[ T]\d{1,2}:\d{2}$/));
    fc.assert(
      fc.property(anything, (cell) => {
        const { value } = readMoment(cell);
        expect(value === null || !Number.isNaN(Date.parse(value))).toBe(true);
      }),
    );
  });
});
