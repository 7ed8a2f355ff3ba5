import { isAscii } from 'node:buffer';
import type { ImportEncoding } from '@jeoul/shared/catalog/import-contract';
import iconv from 'iconv-lite';
import { JeoulError } from '../../lib/errors.ts';

const iconvName: Record<ImportEncoding, string> = {
  utf8: 'utf8',
  cp949: 'cp949',
  utf16le: 'utf16-le',
  utf16be: 'utf16-be',
};
const evidenceBytes = 64 * 1024;

/** The encoding a byte order mark states; null without one. */
function encodingOfMark(bytes: Buffer): ImportEncoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf16be';
  return null;
}

function share(text: string, pattern: RegExp): number {
  return (text.match(pattern)?.length ?? 0) / Math.max(1, text.length);
}

/**
 * UTF-8 or CP949, by which of them reads the bytes with fewer breaks. A UTF-8 file with a few damaged characters stays
 * UTF-8: CP949 text read as UTF-8 is broken nearly everywhere.
 */
function guessEncoding(bytes: Buffer): ImportEncoding {
  const breaks = (encoding: ImportEncoding) => {
    const text = iconv.decode(bytes, iconvName[encoding]);
    const foreign = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
    return foreign === 0 ? 0 : (text.match(/\uFFFD/gu)?.length ?? 0) / foreign;
  };
  const utf8 = breaks('utf8');
  return utf8 <= 0.1 || utf8 <= breaks('cp949') ? 'utf8' : 'cp949';
}

/** Throws FILE_UNREADABLE for what is no text at all, saying what it looks like. */
function refuseBinary(bytes: Buffer, fileName: string): void {
  const magic = bytes.subarray(0, 4).toString('latin1');
  if (magic === 'PK\x03\x04' || magic === '\xd0\xcf\x11\xe0') {
    throw new JeoulError('FILE_UNREADABLE', { fileName, reason: 'spreadsheet' });
  }
  // A stray NUL is one bad row; many are an image, an archive or UTF-16 without its mark.
  const isUtf16 = encodingOfMark(bytes)?.startsWith('utf16') === true;
  if (!isUtf16 && share(bytes.toString('latin1'), /\0/g) > 0.01)
    throw new JeoulError('FILE_UNREADABLE', { fileName, reason: 'binary' });
}

/**
 * The text of a file in pieces, line ends as `\n`, without a byte order mark. Without a stated encoding it is found out
 * from the first bytes that are not ASCII, however late they come; `onEncoding` is told. Bytes that are not valid
 * become U+FFFD.
 */
export async function* decodeText(
  chunks: AsyncIterable<Buffer>,
  {
    fileName,
    encoding,
    onEncoding,
  }: { fileName: string; encoding: ImportEncoding | undefined; onEncoding?: (found: ImportEncoding) => void },
): AsyncGenerator<string> {
  let decoder = encoding === undefined ? null : iconv.getDecoder(iconvName[encoding], { stripBOM: true });
  let waiting: Buffer[] = [];
  let isStart = true;
  const normalized = lineEndNormalizer();
  const decide = (): string => {
    const bytes = Buffer.concat(waiting);
    waiting = [];
    const found = (isStart ? encodingOfMark(bytes) : null) ?? guessEncoding(bytes);
    onEncoding?.(found);
    decoder = iconv.getDecoder(iconvName[found], { stripBOM: isStart });
    return decoder.write(bytes);
  };
  for await (const chunk of chunks) {
    if (decoder !== null) {
      yield normalized(decoder.write(chunk));
      continue;
    }
    waiting.push(chunk);
    const size = waiting.reduce((total, part) => total + part.length, 0);
    if (isStart) {
      if (size < 4) continue;
      refuseBinary(Buffer.concat(waiting).subarray(0, evidenceBytes), fileName);
    }
    if (waiting.every((part) => isAscii(part))) {
      yield normalized(Buffer.concat(waiting).toString('latin1'));
      waiting = [];
      isStart = false;
    } else if (size >= evidenceBytes) {
      yield normalized(decide());
      isStart = false;
    }
  }
  const rest = decoder === null && waiting.length > 0 ? decide() : '';
  yield normalized(rest + (decoder?.end() ?? ''), true);
}

/** Makes `\r\n` and `\r` into `\n`, also where a piece ends between the two. */
function lineEndNormalizer(): (text: string, isLast?: boolean) => string {
  let held = '';
  return (text, isLast = false) => {
    const whole = held + text;
    held = !isLast && whole.endsWith('\r') ? '\r' : '';
    return (held === '' ? whole : whole.slice(0, -1)).replace(/\r\n?/g, '\n');
  };
}
