import { TreeModelError } from './tree-model-error.ts';
import type { TreeModel } from './tree-model.ts';

/**
 * A serialised model, little-endian: the letters JTRM, format version, length of the whole, CRC-32 of what follows the
 * header, length of the description (JSON), the description, padding to 8 bytes, and then the arrays in the order
 * thresholds, values, covers, roots, depths, slots, children, sets.
 */
const MAGIC = 0x4d52544a;
const VERSION = 1;
const HEADER_BYTES = 24;

type Description = Pick<TreeModel, 'features' | 'transform' | 'isSinglePrecision'> & {
  /** Written as text that reads back as the same number, as JSON does. */
  base: number;
  trees: number;
  nodes: number;
  setWords: number;
};

export function serializeTrees(model: TreeModel): Uint8Array {
  const { features, base, transform, isSinglePrecision, roots, slots, sets } = model;
  const sizes = { trees: roots.length, nodes: slots.length, setWords: sets.length };
  const description: Description = { features, base, transform, isSinglePrecision, ...sizes };
  const json = new TextEncoder().encode(JSON.stringify(description));
  const { thresholds, values, covers, depths, children } = model;
  const arrays = [thresholds, values, covers, roots, depths, slots, children, sets];
  const start = HEADER_BYTES + padded(json.length);
  const size = start + arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const bytes = new Uint8Array(size);
  bytes.set(json, HEADER_BYTES);
  let at = start;
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += array.byteLength;
  }
  const header = new DataView(bytes.buffer);
  header.setUint32(0, MAGIC, true);
  header.setUint32(4, VERSION, true);
  header.setUint32(8, size, true);
  header.setUint32(12, crc32(bytes.subarray(HEADER_BYTES)), true);
  header.setUint32(16, json.length, true);
  return bytes;
}

/**
 * Reads what `serializeTrees` wrote. Throws `TreeModelError`: `NOT_A_MODEL` for foreign bytes, `UNSUPPORTED_VERSION` for
 * another format version, `TRUNCATED` when bytes are missing, `CORRUPT` when they were changed.
 */
export function deserializeTrees(bytes: Uint8Array): TreeModel {
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || header.getUint32(0, true) !== MAGIC) {
    throw new TreeModelError('NOT_A_MODEL', 'these bytes are not a tree model');
  }
  if (bytes.length < HEADER_BYTES) throw new TreeModelError('TRUNCATED', 'the model ends within its header');
  const version = header.getUint32(4, true);
  if (version !== VERSION) {
    throw new TreeModelError(
      'UNSUPPORTED_VERSION',
      `the model has format version ${version}; version ${VERSION} is read`,
    );
  }
  const size = header.getUint32(8, true);
  if (bytes.length < size) throw new TreeModelError('TRUNCATED', `the model has ${bytes.length} of its ${size} bytes`);
  if (bytes.length > size || crc32(bytes.subarray(HEADER_BYTES)) !== header.getUint32(12, true)) {
    throw new TreeModelError('CORRUPT', 'the model does not match its checksum');
  }
  return readBody(bytes.slice(HEADER_BYTES), header.getUint32(16, true));
}

/** `body` has matched its checksum, so that it holds what was written. It starts at offset 0 of its own buffer. */
function readBody(body: Uint8Array, jsonBytes: number): TreeModel {
  const description: Description = JSON.parse(new TextDecoder().decode(body.subarray(0, jsonBytes)));
  const { features, base, transform, isSinglePrecision, trees, nodes, setWords } = description;
  let at = padded(jsonBytes);
  const take = (length: number, bytesEach: number): [ArrayBuffer, number, number] => {
    const from = at;
    at += length * bytesEach;
    return [body.buffer as ArrayBuffer, from, length];
  };
  return {
    features,
    base,
    transform,
    isSinglePrecision,
    thresholds: new Float64Array(...take(nodes, 8)),
    values: new Float64Array(...take(nodes, 8)),
    covers: new Float64Array(...take(nodes, 8)),
    roots: new Int32Array(...take(trees, 4)),
    depths: new Int32Array(...take(trees, 4)),
    slots: new Int32Array(...take(nodes, 4)),
    children: new Int32Array(...take(nodes, 4)),
    sets: new Uint32Array(...take(setWords, 4)),
  };
}

function padded(length: number): number {
  return Math.ceil(length / 8) * 8;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 as in ISO 3309 and zlib. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let at = 0; at < bytes.length; at++) crc = (CRC_TABLE[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
