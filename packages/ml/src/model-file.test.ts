import { crc32 as zlibCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32, type ModelFormat, readModelFile, type TakeArray, writeModelFile } from './model-file.ts';

class FileError extends Error {
  readonly problem: string;
  constructor(problem: string, message: string) {
    super(message);
    this.problem = problem;
  }
}

const FORMAT: ModelFormat = {
  letters: 'TEST',
  version: 3,
  alignment: 8,
  name: 'test model',
  error: (problem, message) => new FileError(problem, message),
};

type Stored = { numbers: Float64Array; counts: Uint16Array };
const read = (described: unknown, take: TakeArray): Stored => {
  const { length } = described as { length: number };
  return { numbers: take(Float64Array, length), counts: take(Uint16Array, 1) };
};
const stored: Stored = { numbers: Float64Array.of(1.5, Number.NaN, -0), counts: Uint16Array.of(65_535) };
const bytes = writeModelFile(FORMAT, { length: 3, name: '순한맛' }, [stored.numbers, stored.counts]);

function problemOf(given: Uint8Array, build: typeof read = read): string {
  try {
    readModelFile(FORMAT, given, build);
  } catch (error) {
    if (error instanceof FileError) return error.problem;
    throw error;
  }
  return 'none';
}

describe('a model file', () => {
  it('gives back what was written, wherever its bytes lie, in either alignment', () => {
    const build = (description: unknown, take: TakeArray) => ({
      description,
      arrays: [take(Uint32Array, 1), take(Uint16Array, 1)],
    });
    for (const alignment of [4, 8] as const) {
      const format = { ...FORMAT, alignment };
      const written = writeModelFile(format, { length: 1 }, [Uint32Array.of(7), Uint16Array.of(9)]);
      for (const shift of [0, 1, 2, 3]) {
        const shifted = new Uint8Array(written.length + shift);
        shifted.set(written, shift);
        for (const given of [shifted.subarray(shift), Buffer.from(shifted.buffer, shift)]) {
          const found = readModelFile(format, given, build);
          expect(found).toEqual({ description: { length: 1 }, arrays: [Uint32Array.of(7), Uint16Array.of(9)] });
        }
      }
    }
    expect(readModelFile(FORMAT, bytes, read)).toEqual(stored);
  });

  it('is refused when foreign, of another version, cut short at any byte, or longer', () => {
    expect(problemOf(new Uint8Array())).toBe('NOT_A_MODEL');
    expect(problemOf(new TextEncoder().encode('{"learner":{}}'))).toBe('NOT_A_MODEL');
    for (let length = 4; length < bytes.length; length++) expect(problemOf(bytes.slice(0, length))).toBe('TRUNCATED');
    expect(problemOf(bytes.with(4, 2))).toBe('UNSUPPORTED_VERSION');
    expect(() => readModelFile({ ...FORMAT, oldestVersion: 2 }, bytes.with(4, 1), read)).toThrow('versions 2 to 3 are');
    expect(readModelFile({ ...FORMAT, oldestVersion: 2 }, bytes.with(4, 2), read)).toEqual(stored);
    expect(problemOf(Uint8Array.of(...bytes, 0))).toBe('CORRUPT');
  });

  it('is refused, never misread, when any one byte is another', () => {
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const problem = problemOf(bytes.with(at, (bytes[at] ?? 0) ^ change));
        // Four bytes of padding in the header say nothing.
        expect(problem === 'none').toBe(at >= 20 && at < 24);
      }),
      { numRuns: 1000 },
    );
  });

  it('is corrupt when more or less is read than it has, and lets other errors of its reader through', () => {
    expect(problemOf(bytes, (_, take) => ({ ...stored, numbers: take(Float64Array, 1e6) }))).toBe('CORRUPT');
    expect(problemOf(bytes, (_, take) => ({ ...stored, numbers: take(Float64Array, Number.NaN) }))).toBe('CORRUPT');
    expect(problemOf(bytes, (_, take) => ({ ...stored, numbers: take(Float64Array, 3) }))).toBe('CORRUPT');
    const fails = () => {
      throw new FileError('UNSUPPORTED_VERSION', 'told by its reader');
    };
    expect(problemOf(bytes, fails)).toBe('UNSUPPORTED_VERSION');
  });
});

it('sums as zlib does', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), fc.nat({ max: 5 }), (given, from) => {
      expect(crc32(given.subarray(from))).toBe(zlibCrc32(given.subarray(from)));
    }),
  );
});
