import type { LabelFamily, LabelKind, LabelNode } from './label-tree.ts';
import type { LabelThresholds } from './choose-thresholds.ts';
import type { FittedHead } from './fit-head.ts';
import type { FeatureSpace } from './text-matrix.ts';
import type { ModelHead, TextModel } from './text-model.ts';

/** A fitted head and, for each of its features, the feature of the whole space. */
export type TrainedHead = FittedHead & { family: LabelFamily; features: Int32Array };

const LARGEST_WEIGHT = 32_767;

/**
 * Lays the heads' weights together by feature, as whole numbers of 16 bits in units of each head's own. Where labels are
 * calibrated one by one, their lines become part of their weights and biases.
 */
export function packModel(
  kind: LabelKind,
  labels: readonly LabelNode[],
  space: FeatureSpace,
  trained: readonly TrainedHead[],
  thresholds: readonly (LabelThresholds | null)[],
): TextModel {
  const blockStarts = new Uint32Array(space.buckets.length + 1);
  for (const { features } of trained) {
    for (const feature of features) blockStarts[feature + 1] = (blockStarts[feature + 1] ?? 0) + 1;
  }
  for (let feature = 0; feature < space.buckets.length; feature++) {
    blockStarts[feature + 1] = (blockStarts[feature + 1] ?? 0) + (blockStarts[feature] ?? 0);
  }
  const blocks = blockStarts.at(-1) ?? 0;
  const blockHeads = new Uint16Array(blocks);
  const blockRows = new Uint32Array(blocks);
  const next = blockStarts.slice();
  for (const [index, { features }] of trained.entries()) {
    for (const [row, feature] of features.entries()) {
      const block = next[feature] ?? 0;
      next[feature] = block + 1;
      blockHeads[block] = index;
      blockRows[block] = row;
    }
  }
  const heads = trained.map(
    (one): ModelHead => ({
      link: one.head.link,
      parent: one.family.parent,
      members: one.family.members,
      biases: one.head.biases.map((bias, label) => bias * slopeOf(one, label) + (one.lines?.[label]?.shift ?? 0)),
      temperature: one.lines ? 1 : one.temperature,
      unit: unitOf(one),
    }),
  );
  const weightStarts = startsOfWeights(heads, blockHeads);
  const weights = new Int16Array(weightStarts.at(-1) ?? 0);
  for (let block = 0; block < blocks; block++) {
    const one = trained[blockHeads[block] ?? 0];
    const unit = heads[blockHeads[block] ?? 0]?.unit ?? 1;
    if (!one) continue;
    const { head } = one;
    const from = (blockRows[block] ?? 0) * head.labels;
    const to = weightStarts[block] ?? 0;
    for (let label = 0; label < head.labels; label++) {
      weights[to + label] = Math.round(((head.weights[from + label] ?? 0) * slopeOf(one, label)) / unit);
    }
  }
  return { kind, labels, thresholds, space, heads, blockStarts, blockHeads, weightStarts, weights };
}

/** Where each block's weights begin; one entry more than there are blocks. */
export function startsOfWeights(heads: readonly ModelHead[], blockHeads: Uint16Array): Uint32Array {
  const starts = new Uint32Array(blockHeads.length + 1);
  for (let block = 0; block < blockHeads.length; block++) {
    starts[block + 1] = (starts[block] ?? 0) + (heads[blockHeads[block] ?? 0]?.members.length ?? 0);
  }
  return starts;
}

function slopeOf({ lines }: FittedHead, label: number): number {
  return lines?.[label]?.slope ?? 1;
}

function unitOf(one: FittedHead): number {
  const { weights, labels } = one.head;
  const slopes = Float64Array.from({ length: labels }, (_, label) => slopeOf(one, label));
  let largest = 0;
  for (let at = 0; at < weights.length; at++) {
    largest = Math.max(largest, Math.abs(weights[at] ?? 0) * (slopes[at % labels] ?? 1));
  }
  return largest > 0 ? largest / LARGEST_WEIGHT : 1;
}
