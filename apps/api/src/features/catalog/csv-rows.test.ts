import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRow, unescapeFormula } from '../../lib/csv.ts';
import { csvRows, maxRowBytes, type RawRow } from './csv-rows.ts';

/** Reads a text that comes in pieces of `pieceLength`. */
async function read(text: string, { pieceLength = 7, delimiter = ',' } = {}): Promise<RawRow[]> {
  async function* pieces() {
    // A decoder never gives half a character.
    const characters = Array.from(text);
    for (let from = 0; from < characters.length; from += pieceLength)
      yield characters.slice(from, from + pieceLength).join('');
  }
  const rows: RawRow[] = [];
  for await (const group of csvRows(pieces(), { delimiter })) rows.push(...group);
  return rows;
}

describe('csvRows', () => {
  it('tells the line on which each row starts, through cells of several lines and empty lines', async () => {
    expect(await read('a,b\n1,"x\ny\nz"\n\n\n2,q\n3,"""r"""')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', 'x\ny\nz'] },
      { line: 7, cells: ['2', 'q'] },
      { line: 8, cells: ['3', '"r"'] },
    ]);
  });

  it('passes over rows of nothing but delimiters, as spreadsheets append them', async () => {
    expect(await read('a,b\n1,2\n,\n , \n3,4\n,\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', '2'] },
      { line: 5, cells: ['3', '4'] },
    ]);
  });

  it('gives up only the line whose quotation mark is never closed', async () => {
    expect(await read('id,text\n1,good\n2,"open\n3,fine\n4,also fine\n')).toEqual([
      { line: 1, cells: ['id', 'text'] },
      { line: 2, cells: ['1', 'good'] },
      { line: 3, cells: ['2,"open'], problem: 'quote_not_closed' },
      { line: 4, cells: ['3', 'fine'] },
      { line: 5, cells: ['4', 'also fine'] },
    ]);
  });

  it('notices that an open quotation mark swallowed rows up to the next one', async () => {
    const text = 'id,text,stars\n1,"open,5\n2,fine,4\n3,"quoted, too",3\n4,last,2\n';
    expect(await read(text)).toEqual([
      { line: 1, cells: ['id', 'text', 'stars'] },
      { line: 2, cells: ['1,"open,5'], problem: 'quote_not_closed' },
      { line: 3, cells: ['2', 'fine', '4'] },
      { line: 4, cells: ['3', 'quoted, too', '3'] },
      { line: 5, cells: ['4', 'last', '2'] },
    ]);
  });

  it('keeps quotation marks that stand inside a cell', async () => {
    expect(await read('id,text\n1,say "맛있다"\n2,"그는 "맛있다"고 했다"\n')).toEqual([
      { line: 1, cells: ['id', 'text'] },
      { line: 2, cells: ['1', 'say "맛있다"'] },
      { line: 3, cells: ['2', '"그는 "맛있다"고 했다"'] },
    ]);
  });

  it('goes on behind a row longer than a megabyte, whether or not it has an end', async () => {
    const long = 'x'.repeat(maxRowBytes * 2);
    const rows = await read(`a,b\n1,${long}\n2,fine\n3,"${long}`, { pieceLength: 300_000 });
    expect(rows.map(({ line, problem }) => ({ line, problem }))).toEqual([
      { line: 1, problem: undefined },
      { line: 2, problem: 'row_too_long' },
      { line: 3, problem: undefined },
      { line: 4, problem: 'row_too_long' },
    ]);
  });

  it('stops at a file in which quotation marks plainly mean something else', async () => {
    const text = `a,b\n${'1,"never closed\n'.repeat(5_500)}`;
    await expect(read(text, { pieceLength: 60_000 })).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      params: { reason: 'quotes' },
    });
  });

  it('reads back what the CSV writer writes, wherever the pieces end', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/\r\n?/g, '\n'));
    const row = fc.tuple(cell, cell, fc.constant('end'));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1 }), fc.integer({ min: 1, max: 30 }), async (rows, pieceLength) => {
        const text = [['a', 'b', 'c'], ...rows].map((cells) => csvRow(cells).replace('\r\n', '\n')).join('');
        const found = await read(text.replaceAll('\r\n', '\n'), { pieceLength });
        expect(found.slice(1).map(({ cells }) => cells.map(unescapeFormula))).toEqual(rows);
      }),
    );
  });
});
