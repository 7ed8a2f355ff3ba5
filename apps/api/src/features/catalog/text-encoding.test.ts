import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from './text-encoding.ts';

async function decode(
  bytes: Buffer,
  { pieceLength = 5, encoding }: { pieceLength?: number; encoding?: 'utf8' | 'cp949' } = {},
) {
  async function* pieces() {
    for (let from = 0; from < bytes.length; from += pieceLength) yield bytes.subarray(from, from + pieceLength);
  }
  let found: string | undefined;
  let text = '';
  const onEncoding = (name: string) => {
    found = name;
  };
  for await (const piece of decodeText(pieces(), { fileName: 'test.csv', encoding, onEncoding })) text += piece;
  return { text, found };
}

const korean = '가게,메뉴\n모퉁이치킨,반반치킨 (후라이드+양념)\n';

describe('decodeText', () => {
  it.each([
    ['utf8', Buffer.from(korean)],
    ['utf8', Buffer.from(`\uFEFF${korean}`)],
    ['cp949', iconv.encode(korean, 'cp949')],
    ['utf16le', iconv.encode(korean, 'utf16-le', { addBOM: true })],
    ['utf16be', iconv.encode(korean, 'utf16-be', { addBOM: true })],
  ])('finds out %s and gives the text without a byte order mark', async (encoding, bytes) => {
    expect(await decode(bytes)).toEqual({ text: korean, found: encoding });
  });

  it('reads CP949 whose first Korean letter comes after a megabyte of ASCII', async () => {
    const ascii = 'id,name\n'.repeat(130_000);
    const { text, found } = await decode(iconv.encode(ascii + korean, 'cp949'), { pieceLength: 65_536 });
    expect(found).toBe('cp949');
    expect(text).toBe(ascii + korean);
  });

  it('keeps a UTF-8 file with a few broken bytes UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from(korean.repeat(5)), Buffer.from([0xea, 0xb0]), Buffer.from(korean)]);
    const { text, found } = await decode(bytes);
    expect(found).toBe('utf8');
    expect(text).toContain('\uFFFD');
    expect(text.startsWith(korean)).toBe(true);
  });

  it('makes every line end one line feed, also where a piece ends inside it', async () => {
    const { text } = await decode(Buffer.from('a\r\nb\rc\nd\r\n\r\ne\r'), { pieceLength: 1 });
    expect(text).toBe('a\nb\nc\nd\n\ne\n');
  });

  it('goes by a stated encoding', async () => {
    const { text } = await decode(iconv.encode('뷁', 'cp949'), { encoding: 'cp949' });
    expect(text).toBe('뷁');
  });

  it.each([
    ['spreadsheet', Buffer.from('PK\x03\x04 and more', 'latin1')],
    ['spreadsheet', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['binary', Buffer.from([1, 0, 2, 0, 3, 0, 4, 0])],
  ])('refuses a %s', async (reason, bytes) => {
    await expect(decode(bytes)).rejects.toMatchObject({ code: 'FILE_UNREADABLE', params: { reason } });
  });

  it('gives back any text that was written in UTF-8, however it is cut', async () => {
    const text = fc.string({ unit: 'grapheme' }).map((t) => `가나다라${t.replace(/[\r\0\uFEFF]/g, '')}`);
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (written, pieceLength) => {
        expect((await decode(Buffer.from(written), { pieceLength })).text).toBe(written);
      }),
    );
  });
});
