import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPersonalData, maskPersonalData } from './personal-data.ts';

const found = (text: string) => findPersonalData(text).map(({ start, end, kind }) => [kind, text.slice(start, end)]);

describe('findPersonalData', () => {
  it.each([
    ['전화 010-0123-4567 주세요', 'phone', '010-0123-4567'],
    ['01001234567로 연락', 'phone', '01001234567'],
    ['010 1123 4567 입니다', 'phone', '010 1123 4567'],
    ['010.1123.4567', 'phone', '010.1123.4567'],
    ['번호는 ０１０-0123-4567', 'phone', '０１０-0123-4567'],
    ['공일공-0123-4567', 'phone', '공일공-0123-4567'],
    ['o1o.0123.4567', 'phone', 'o1o.0123.4567'],
    ['0 1 0 0123 4567', 'phone', '0 1 0 0123 4567'],
    ['+82 10-0123-4567', 'phone', '+82 10-0123-4567'],
    ['가게 02-312-4567', 'phone', '02-312-4567'],
    ['031)312-4567로', 'phone', '031)312-4567'],
    ['070-8123-4567', 'phone', '070-8123-4567'],
    ['0504-1234-5678', 'phone', '0504-1234-5678'],
    ['주민번호 900101-1234567', 'resident_number', '900101-1234567'],
    ['900101-2******', 'resident_number', '900101-2******'],
    ['9001011234567', 'resident_number', '9001011234567'],
    ['메일 hong.gd@example.co.kr로', 'email', 'hong.gd@example.co.kr'],
    ['가나은행 000-12-345678로 환불', 'account', '000-12-345678'],
    ['계좌번호: 110-234-567890', 'account', '110-234-567890'],
    ['카카오뱅크 3333012345678', 'account', '3333012345678'],
    ['행복아파트 103동 1204호 배달', 'address', '행복아파트 103동 1204호'],
    ['푸른빌라 302호', 'address', '푸른빌라 302호'],
    ['달빛로 12, 401호 앞에', 'address', '달빛로 12, 401호'],
    ['저희 집 105동 1503호인데', 'address', '105동 1503호'],
  ])('finds what is personal in "%s"', (text, kind, part) => {
    const spans = found(text);
    expect(spans).toHaveLength(1);
    expect(spans[0]?.[0]).toBe(kind);
    expect(spans[0]?.[1]).toBe(part);
  });

  it.each([
    '19,000원인데 23,500원 나왔어요',
    '19000원 + 배달비 3000원',
    '주문번호 20260114-0032 확인 부탁',
    '주문번호 202601140032',
    '2026-01-14 19:30 주문, 20:15 도착',
    '1577-1234 대표번호로',
    '별점 1.0 줍니다 4.5는 아님',
    '치킨 3마리 2세트 1인분',
    '강북구 수유동 단골이에요',
    '이거 이상해요 오이 빼달라 했는데',
    '구이 삼겹살 사이다 공기밥 오뎅',
    '국민 여러분 우리 동네 맛집',
    '100 200 300 400',
    '1호점보다 2호점이 맛있음',
  ])('finds nothing personal in "%s"', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('finds each of several, in order', () => {
    expect(found('행복아파트 101동 304호 010-0123-4567 a@b.kr').map(([kind]) => kind)).toEqual([
      'address',
      'phone',
      'email',
    ]);
  });
});

describe('maskPersonalData', () => {
  it('hides every character but leaves the length and the shape', () => {
    expect(maskPersonalData('전화 010-0123-4567!')).toBe('전화 ●●●-●●●●-●●●●!');
  });

  it('keeps offsets for any text, and changes nothing where nothing is found', () => {
    const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('010-0123-4567', ' a@b.kr ', '🍗', '일이삼'));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const text = pieces.join('');
        const masked = maskPersonalData(text);
        expect(masked).toHaveLength(text.length);
        const hidden = findPersonalData(text);
        const rest = (whole: string) =>
          hidden.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), whole);
        expect(rest(masked)).toBe(rest(text));
      }),
    );
  });

  it('reads a hundred thousand characters of digits', () => {
    expect(maskPersonalData('0 1 '.repeat(25_000))).toHaveLength(100_000);
  });
});
