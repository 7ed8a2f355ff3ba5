import { createReadStream } from 'node:fs';
import { pipeline, type Readable } from 'node:stream';
import { streamArray } from 'stream-json/streamers/stream-array.js';
import { streamValues } from 'stream-json/streamers/stream-values.js';
import { z } from 'zod';
import { JeoulError } from '../../../lib/errors.ts';
import type { FileTask } from './label-studio-format.ts';
import { isMinimal, MinimalTasks } from './minimal-json.ts';

const chunkBytes = 256 * 1024;
const item = z.object({ key: z.number(), value: z.unknown() });

/**
 * The tasks of a Label Studio file, one after the other, however large it is: a JSON array (JSON or JSON-MIN) or one object
 * a line. Records of JSON-MIN that follow each other and have the same id are one task; `answerFields` are what its fields
 * with answers are called. Throws FILE_UNREADABLE for a file that can't be read, isn't UTF-8 or stops being JSON.
 */
export async function* readTaskFile(
  path: string,
  { fileName, answerFields }: { fileName: string; answerFields: readonly string[] },
): AsyncGenerator<FileTask> {
  const minimal = new MinimalTasks(answerFields);
  let last = -1;
  try {
    const isArray = (await firstCharacter(path)) === '[';
    for await (const entry of valuesOf(path, isArray)) {
      const { key: index, value } = item.parse(entry);
      last = index;
      if (!isMinimal(value)) {
        yield* minimal.end();
        yield { index, task: value };
      } else yield* minimal.add(value, index);
    }
    yield* minimal.end();
  } catch (error) {
    if (error instanceof JeoulError) throw error;
    const reason = reasonOf(error);
    if (reason === null) throw error;
    throw new JeoulError('FILE_UNREADABLE', { fileName, reason, ...(last === -1 ? {} : { index: last }) });
  }
}

function valuesOf(path: string, isArray: boolean): Readable {
  const source = createReadStream(path, { highWaterMark: chunkBytes });
  const parser = isArray ? streamArray.withParserAsStream() : streamValues.withParserAsStream({ jsonStreaming: true });
  // What fails on the way is thrown to whoever reads the last of them.
  return pipeline(source, utf8, parser, () => undefined);
}

async function* utf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

async function firstCharacter(path: string): Promise<string> {
  for await (const text of utf8(createReadStream(path, { highWaterMark: chunkBytes }))) {
    const [first] = text.trimStart();
    if (first !== undefined) return first;
  }
  throw new JeoulError('FILE_UNREADABLE', { reason: 'empty' });
}

/** What is wrong with the file; null when something else failed. */
function reasonOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'not_found';
  if (code === 'EACCES') return 'no_access';
  if (code === 'EISDIR') return 'not_a_file';
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'not_utf8';
  return /^Parser |Top-level object/.test(error.message) ? 'not_json' : null;
}
