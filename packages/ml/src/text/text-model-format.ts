import { startsOfWeights } from './pack-model.ts';
import { TextModelError } from './text-model-error.ts';
import type { ModelHead, TextModel } from './text-model.ts';

/**
 * A serialised model, little-endian: the letters JTXM, format version, length of the whole, CRC-32 of what follows the
 * header, length of the description (JSON), the description, padding to 4 bytes, and then the arrays in the order
 * buckets, worths, block starts, biases head by head, block heads, weights.
 */
const MAGIC = 0x4d58544a;
const VERSION = 3;
/** The oldest version that is still read: 2 had no thresholds, and every one of its models is without them. */
const OLDEST_VERSION = 2;
const HEADER_BYTES = 20;

type Description = {
  kind: TextModel['kind'];
  labels: TextModel['labels'];
  thresholds?: TextModel['thresholds'];
  shape: TextModel['space']['shape'];
  heads: Omit<ModelHead, 'biases'>[];
  features: number;
  blocks: number;
  weights: number;
};

export function serializeTextModel(model: TextModel): Uint8Array {
  const description: Description = {
    kind: model.kind,
    labels: model.labels,
    thresholds: model.thresholds,
    shape: model.space.shape,
    heads: model.heads.map(({ link, parent, members, temperature, unit }) => ({
      link,
      parent,
      members,
      temperature,
      unit,
    })),
    features: model.space.buckets.length,
    blocks: model.blockHeads.length,
    weights: model.weights.length,
  };
  const json = new TextEncoder().encode(JSON.stringify(description));
  const arrays = [
    model.space.buckets,
    model.space.worths,
    model.blockStarts,
    ...model.heads.map(({ biases }) => biases),
    model.blockHeads,
    model.weights,
  ];
  const size = HEADER_BYTES + padded(json.length) + arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const bytes = new Uint8Array(size);
  bytes.set(json, HEADER_BYTES);
  let at = HEADER_BYTES + padded(json.length);
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
 * Reads what `serializeTextModel` wrote. Throws `TextModelError`: `NOT_A_MODEL` for foreign bytes,
 * `UNSUPPORTED_VERSION` for a format version other than this and the one before, `TRUNCATED` when bytes are missing,
 * `CORRUPT` when they were changed.
 */
export function deserializeTextModel(bytes: Uint8Array): TextModel {
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || header.getUint32(0, true) !== MAGIC) {
    throw new TextModelError('NOT_A_MODEL', 'these bytes are not a text model');
  }
  if (bytes.length < HEADER_BYTES) throw new TextModelError('TRUNCATED', 'the model ends within its header');
  const version = header.getUint32(4, true);
  if (version < OLDEST_VERSION || version > VERSION) {
    throw new TextModelError(
      'UNSUPPORTED_VERSION',
      `the model has format version ${version}; versions ${OLDEST_VERSION} to ${VERSION} are read`,
    );
  }
  const size = header.getUint32(8, true);
  if (bytes.length < size) throw new TextModelError('TRUNCATED', `the model has ${bytes.length} of its ${size} bytes`);
  if (bytes.length > size || crc32(bytes.subarray(HEADER_BYTES)) !== header.getUint32(12, true)) {
    throw new TextModelError('CORRUPT', 'the model does not match its checksum');
  }
  // Not slice(): of a Node Buffer that is no copy, but a view whose offset is not 0.
  return readBody(new Uint8Array(bytes.subarray(HEADER_BYTES)), header.getUint32(16, true));
}

/** `body` has matched its checksum, so that it holds what was written. It starts at offset 0 of its own buffer. */
function readBody(body: Uint8Array, jsonBytes: number): TextModel {
  const description: Description = JSON.parse(new TextDecoder().decode(body.subarray(0, jsonBytes)));
  const { kind, labels, shape, features, blocks, weights } = description;
  let at = padded(jsonBytes);
  const take = (length: number, bytesEach: number): [ArrayBuffer, number, number] => {
    const from = at;
    at += length * bytesEach;
    return [body.buffer as ArrayBuffer, from, length];
  };
  const buckets = new Uint32Array(...take(features, 4));
  const worths = new Float32Array(...take(features, 4));
  const blockStarts = new Uint32Array(...take(features + 1, 4));
  const heads = description.heads.map(
    (head): ModelHead => ({ ...head, biases: new Float32Array(...take(head.members.length, 4)) }),
  );
  const blockHeads = new Uint16Array(...take(blocks, 2));
  return {
    kind,
    labels,
    thresholds: description.thresholds ?? labels.map(() => null),
    space: { shape, buckets, worths },
    heads,
    blockStarts,
    blockHeads,
    weightStarts: startsOfWeights(heads, blockHeads),
    weights: new Int16Array(...take(weights, 2)),
  };
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
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
