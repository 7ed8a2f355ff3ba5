import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { constants, createGunzip } from 'node:zlib';
import { JeoulError } from '../../lib/errors.ts';

/** Where the bytes of an import come from: a file, or the beginning of one that the page sent for a preview. */
export type ImportSource = {
  fileName: string;
  sizeBytes: number;
  isGzip: boolean;
  /** Only a part is there: the last row may be cut off. */
  isCut: boolean;
  maxBytes: number;
  stream(): Readable;
};

const chunkBytes = 256 * 1024;
const gzipMagic = Buffer.from([0x1f, 0x8b]);
// Text that people write is packed 3 to 30 times. The check waits until a small, very regular file can't fail it.
const suspiciousRatio = 200;
const ratioCheckedFromBytes = 8 * 1024 * 1024;

/** A file on disk. Throws FILE_UNREADABLE when there is none, FILE_TOO_LARGE when it is larger than `maxBytes`. */
export async function fileSource(
  path: string,
  { fileName, maxBytes }: { fileName: string; maxBytes: number },
): Promise<ImportSource> {
  const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    throw new JeoulError('FILE_UNREADABLE', { fileName, reason: error.code === 'ENOENT' ? 'not_found' : 'no_access' });
  });
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw new JeoulError('FILE_UNREADABLE', { fileName, reason: 'not_a_file' });
    if (stats.size > maxBytes) throw tooLarge(fileName, maxBytes);
    const head = Buffer.alloc(2);
    await handle.read(head, 0, 2, 0);
    return {
      fileName,
      sizeBytes: stats.size,
      isGzip: head.equals(gzipMagic),
      isCut: false,
      maxBytes,
      stream: () => createReadStream(path, { highWaterMark: chunkBytes }),
    };
  } finally {
    await handle.close();
  }
}

/** The first bytes of a file, in memory. */
export function sampleSource(bytes: Buffer, { fileName, isCut }: { fileName: string; isCut: boolean }): ImportSource {
  return {
    fileName,
    sizeBytes: bytes.length,
    isGzip: bytes.subarray(0, 2).equals(gzipMagic),
    isCut,
    maxBytes: 64 * 1024 * 1024,
    stream: () => Readable.from([bytes]),
  };
}

/**
 * The content, decompressed when it is gzip. `onRead` is told how many bytes of the file itself were read so far.
 * Throws FILE_TOO_LARGE when more comes out than the limit (or absurdly more than went in), FILE_UNREADABLE when the
 * compressed data is damaged.
 */
export async function* readBytes(
  source: ImportSource,
  onRead: (bytes: number) => void = () => {},
): AsyncGenerator<Buffer> {
  let read = 0;
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const chunk of source.stream()) {
      read += (chunk as Buffer).length;
      onRead(read);
      yield chunk as Buffer;
    }
  }
  if (!source.isGzip) {
    yield* counted();
    return;
  }
  // A sample ends in the middle of the compressed data, which is an error anywhere else.
  const gunzip = createGunzip({
    chunkSize: chunkBytes,
    ...(source.isCut ? { finishFlush: constants.Z_SYNC_FLUSH } : {}),
  });
  pipeline(Readable.from(counted()), gunzip, () => undefined);
  let unpacked = 0;
  try {
    for await (const chunk of gunzip) {
      unpacked += (chunk as Buffer).length;
      const isSuspicious = unpacked > ratioCheckedFromBytes && unpacked > read * suspiciousRatio;
      if (unpacked > source.maxBytes || isSuspicious) throw tooLarge(source.fileName, source.maxBytes);
      yield chunk as Buffer;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) {
      throw new JeoulError('FILE_UNREADABLE', { fileName: source.fileName, reason: 'gzip_damaged' });
    }
    throw error;
  }
}

function tooLarge(fileName: string, maxBytes: number): JeoulError {
  return new JeoulError('FILE_TOO_LARGE', { fileName, limitMb: Math.floor(maxBytes / 1024 ** 2) });
}
