import { describe, expect, it } from 'vitest';
import { toCsv } from './csv.ts';

const rowOf = (cell: string | number | null) =>
  toCsv(['h'], [[cell]])
    .split('\r\n')
    .slice(1, -1)
    .join('\r\n');

describe('toCsv', () => {
  it('starts with a byte order mark and ends every line the way RFC 4180 does', () => {
    expect(toCsv(['이름', '수'], [['치킨', 2]])).toBe('\uFEFF이름,수\r\n치킨,2\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx', '＝1', '＋1', '－1', '＠x', ' =1'])(
    'takes the sting out of text that looks like a formula: %j',
    (text) => {
      expect(rowOf(text).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('leaves numbers numbers, also below zero', () => {
    expect(rowOf(-0.6)).toBe('-0.6');
    expect(rowOf(Number.NaN)).toBe('');
    expect(rowOf(null)).toBe('');
  });

  it('quotes commas, quotes and line ends', () => {
    expect(rowOf('a,"b"\nc')).toBe('"a,""b""\nc"');
  });
});
