/** What may be wrong with the bytes of a model. */
export type ModelFileProblem = 'NOT_A_MODEL' | 'TRUNCATED' | 'CORRUPT' | 'UNSUPPORTED_VERSION';

/**
 * A kind of model file, little-endian: four letters, format version, length of the whole, CRC-32 of what follows the
 * header, length of the description, padding; the description as JSON, padding; and then the arrays. Padding fills up
 * to `alignment`, the bytes of the largest number in an array.
 */
export type ModelFormat = {
  letters: string;
  version: number;
  /** The oldest version that is still read; `version` when it is the only one. */
  oldestVersion?: number;
  alignment: 4 | 8;
  /** What it holds, for messages: "tree model". */
  name: string;
  error: (problem: ModelFileProblem, message: string) => Error;
};

type NumberArray = Float64Array | Float32Array | Int32Array | Uint32Array | Int16Array | Uint16Array | Uint8Array;
type ArrayType<Values> = {
  new (buffer: ArrayBuffer, from: number, length: number): Values;
  readonly BYTES_PER_ELEMENT: number;
};

/** Answers the next `length` numbers of the file. They share the buffer of all that is read from it. */
export type TakeArray = <Values>(type: ArrayType<Values>, length: number) => Values;

const HEADER_BYTES = 20;

/** The file's bytes. Arrays come in the order in which they are to be read, larger numbers before smaller ones. */
export function writeModelFile(format: ModelFormat, description: object, arrays: readonly NumberArray[]): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(description));
  const bodyAt = padded(HEADER_BYTES, format);
  let at = bodyAt + padded(json.length, format);
  const size = at + arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const bytes = new Uint8Array(size);
  bytes.set(json, bodyAt);
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += array.byteLength;
  }
  const header = new DataView(bytes.buffer);
  for (let letter = 0; letter < 4; letter++) header.setUint8(letter, format.letters.charCodeAt(letter));
  header.setUint32(4, format.version, true);
  header.setUint32(8, size, true);
  header.setUint32(12, crc32(bytes.subarray(bodyAt)), true);
  header.setUint32(16, json.length, true);
  return bytes;
}

/**
 * Reads what `writeModelFile` wrote: hands the description and the arrays to `build`, and answers what that makes of
 * them. The bytes have matched their checksum then, and are a copy of their own. Throws the format's error:
 * `NOT_A_MODEL` for foreign bytes, `UNSUPPORTED_VERSION` for a version that is not read, `TRUNCATED` when bytes are missing,
 * `CORRUPT` when they were changed, when arrays are asked for that are not there or some are left over, or when `build`
 * throws a `SyntaxError`, `RangeError` or `TypeError`, as it may where the description lacks something.
 */
export function readModelFile<Model>(
  format: ModelFormat,
  bytes: Uint8Array,
  build: (description: unknown, take: TakeArray) => Model,
): Model {
  const { error, name, letters, version, oldestVersion = version } = format;
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = String.fromCharCode(...bytes.subarray(0, 4));
  if (found !== letters) throw error('NOT_A_MODEL', `these bytes are not a ${name}`);
  const bodyAt = padded(HEADER_BYTES, format);
  if (bytes.length < bodyAt) throw error('TRUNCATED', 'the model ends within its header');
  const theirs = header.getUint32(4, true);
  if (theirs < oldestVersion || theirs > version) {
    const read = oldestVersion === version ? `version ${version} is` : `versions ${oldestVersion} to ${version} are`;
    throw error('UNSUPPORTED_VERSION', `the model has format version ${theirs}; ${read} read`);
  }
  const size = header.getUint32(8, true);
  if (bytes.length < size) throw error('TRUNCATED', `the model has ${bytes.length} of its ${size} bytes`);
  // Not slice(): of a Node Buffer that is no copy, but a view whose offset is not 0.
  const body = new Uint8Array(bytes.subarray(bodyAt));
  if (bytes.length > size || crc32(body) !== header.getUint32(12, true)) {
    throw error('CORRUPT', 'the model does not match its checksum');
  }
  const jsonBytes = header.getUint32(16, true);
  let at = padded(jsonBytes, format);
  const take: TakeArray = (type, length) => {
    if (!(Number.isInteger(length) && length >= 0)) throw new RangeError(`an array of length ${length}`);
    const from = at;
    at += length * type.BYTES_PER_ELEMENT;
    return new type(body.buffer, from, length);
  };
  try {
    // The header is outside the checksum: a wrong length shows as JSON that ends early or goes on.
    const model = build(JSON.parse(new TextDecoder().decode(body.subarray(0, jsonBytes))), take);
    if (at !== body.length) throw new RangeError(`${body.length - at} bytes are left over`);
    return model;
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof RangeError || cause instanceof TypeError) {
      throw error('CORRUPT', `the model contradicts itself: ${cause.message}`);
    }
    throw cause;
  }
}

function padded(length: number, { alignment }: ModelFormat): number {
  return Math.ceil(length / alignment) * alignment;
}

const POLYNOMIAL = 0xedb88320;
/** `CRC_TABLES[256 * n + byte]`: what a byte does to the sum n bytes later. */
const CRC_TABLES = new Int32Array(1024);
for (let byte = 0; byte < 256; byte++) {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
  CRC_TABLES[byte] = value;
}
for (let at = 256; at < CRC_TABLES.length; at++) {
  const before = CRC_TABLES[at - 256] ?? 0;
  CRC_TABLES[at] = (before >>> 8) ^ (CRC_TABLES[before & 0xff] ?? 0);
}

/** CRC-32 as in ISO 3309 and zlib, four bytes a step ("slicing-by-4"): twice as fast as one, and 16 MB are checked. */
export function crc32(given: Uint8Array): number {
  const bytes = given.byteOffset % 4 === 0 ? given : new Uint8Array(given);
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
  let crc = -1;
  for (let at = 0; at < words.length; at++) {
    const mixed = crc ^ (words[at] ?? 0);
    crc =
      (CRC_TABLES[768 + (mixed & 0xff)] ?? 0) ^
      (CRC_TABLES[512 + ((mixed >>> 8) & 0xff)] ?? 0) ^
      (CRC_TABLES[256 + ((mixed >>> 16) & 0xff)] ?? 0) ^
      (CRC_TABLES[mixed >>> 24] ?? 0);
  }
  for (let at = 4 * words.length; at < bytes.length; at++) {
    crc = (CRC_TABLES[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  }
  return ~crc >>> 0;
}
