import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRow, escapeFormula, unescapeFormula } from './csv.ts';

describe('csvRow', () => {
  it.each(['=1+1', '+82 10', '-5', '@cmd', '\tx', '\rx', '＝1+1', '＋1', '－1', '＠a', "'=1"])(
    'keeps a spreadsheet from running %j',
    (text) => {
      const [[cell]] = parse(csvRow([text])) as [[string]];
      expect(cell).toBe(`'${text}`);
    },
  );

  it('leaves numbers, moments and harmless text as they are', () => {
    const moment = new Date('2026-01-02T03:04:05Z');
    expect(csvRow([-5, 2n, true, moment, null, '치킨 = 닭', "it's"])).toBe(
      "-5,2,true,2026-01-02T03:04:05.000Z,,치킨 = 닭,it's\r\n",
    );
  });

  it('writes rows that are read back the same', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^['=+\-@\t\r\n＝＋－＠", ;a]{0,6}$/u));
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 }), (rows) => {
        const read = parse(rows.map(csvRow).join(''), { record_delimiter: '\r\n' });
        expect(read.map((row) => row.map(unescapeFormula))).toEqual(rows);
      }),
    );
  });

  it('undoes what it escaped and nothing else', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^['=+a]{0,5}$/), (text) => {
        expect(unescapeFormula(escapeFormula(text))).toBe(text);
      }),
    );
  });
});
