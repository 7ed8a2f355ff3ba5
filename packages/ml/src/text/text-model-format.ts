import { type ModelFormat, readModelFile, writeModelFile } from '../model-file.ts';
import { startsOfWeights } from './pack-model.ts';
import { TextModelError } from './text-model-error.ts';
import type { ModelHead, TextModel } from './text-model.ts';

/** Format version 2 had no thresholds, and every one of its models is without them. */
const FORMAT: ModelFormat = {
  letters: 'JTXM',
  version: 3,
  oldestVersion: 2,
  alignment: 4,
  name: 'text model',
  error: (problem, message) => new TextModelError(problem, message),
};

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

/**
 * A model as bytes: a `model-file` with the arrays buckets, worths, block starts, biases head by head, block heads,
 * weights.
 */
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
  return writeModelFile(FORMAT, description, [
    model.space.buckets,
    model.space.worths,
    model.blockStarts,
    ...model.heads.map(({ biases }) => biases),
    model.blockHeads,
    model.weights,
  ]);
}

/**
 * Reads what `serializeTextModel` wrote. Throws `TextModelError`: `NOT_A_MODEL` for foreign bytes,
 * `UNSUPPORTED_VERSION` for a format version other than this and the one before, `TRUNCATED` when bytes are missing,
 * `CORRUPT` when they were changed.
 */
export function deserializeTextModel(bytes: Uint8Array): TextModel {
  return readModelFile(FORMAT, bytes, (described, take) => {
    // The checksum vouches that `serializeTextModel` wrote it.
    const description = described as Description;
    const { kind, labels, shape, features, blocks, weights } = description;
    const buckets = take(Uint32Array, features);
    const worths = take(Float32Array, features);
    const blockStarts = take(Uint32Array, features + 1);
    const heads = description.heads.map(
      (head): ModelHead => ({ ...head, biases: take(Float32Array, head.members.length) }),
    );
    const blockHeads = take(Uint16Array, blocks);
    return {
      kind,
      labels,
      thresholds: description.thresholds ?? labels.map(() => null),
      space: { shape, buckets, worths },
      heads,
      blockStarts,
      blockHeads,
      weightStarts: startsOfWeights(heads, blockHeads),
      weights: take(Int16Array, weights),
    };
  });
}
