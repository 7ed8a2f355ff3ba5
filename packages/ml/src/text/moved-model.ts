import type { ModelHead, TextModel } from './text-model.ts';

/** By how much a head's weights and biases change; `starts` says where each feature's weights begin in the model. */
export type HeadMove = { starts: Int32Array; weights: Float32Array; biases: Float32Array };

const LARGEST_WEIGHT = 32_767;

/** Where the head's weights for a feature begin, or -1 when the head does not know the feature. */
export function weightsStart(model: TextModel, feature: number, head: number): number {
  for (let block = model.blockStarts[feature] ?? 0; block < (model.blockStarts[feature + 1] ?? 0); block++) {
    if (model.blockHeads[block] === head) return model.weightStarts[block] ?? 0;
  }
  return -1;
}

/** A copy of the model moved by `share` of `moves`, head by head; null when a number in it would not be finite. */
export function movedModel(model: TextModel, moves: readonly HeadMove[], share: number): TextModel | null {
  const weights = model.weights.slice();
  const heads: ModelHead[] = [];
  for (const [index, head] of model.heads.entries()) {
    const move = moves[index];
    if (!move) return null;
    const biases = head.biases.map((bias, label) => bias + share * (move.biases[label] ?? 0));
    const unit = unitAfter(model, head, move, share);
    if (!Number.isFinite(unit) || !biases.every(Number.isFinite)) return null;
    if (unit > head.unit) rescale(model, weights, index, head.unit / unit);
    const labels = head.members.length;
    for (const [feature, start] of move.starts.entries()) {
      for (let label = 0; label < labels; label++) {
        const before = (model.weights[start + label] ?? 0) * head.unit;
        weights[start + label] = Math.round((before + share * (move.weights[feature * labels + label] ?? 0)) / unit);
      }
    }
    heads.push({ ...head, biases, unit });
  }
  return { ...model, heads, weights };
}

/** The head's unit, or a larger one where a weight would not fit otherwise. */
function unitAfter(model: TextModel, head: ModelHead, move: HeadMove, share: number): number {
  const labels = head.members.length;
  let largest = 0;
  for (const [feature, start] of move.starts.entries()) {
    for (let label = 0; label < labels; label++) {
      const before = (model.weights[start + label] ?? 0) * head.unit;
      const after = Math.abs(before + share * (move.weights[feature * labels + label] ?? 0));
      if (!(after <= largest)) largest = after;
    }
  }
  return largest <= head.unit * LARGEST_WEIGHT ? head.unit : largest / LARGEST_WEIGHT;
}

function rescale(model: TextModel, weights: Int16Array, head: number, factor: number): void {
  for (let block = 0; block < model.blockHeads.length; block++) {
    if (model.blockHeads[block] !== head) continue;
    for (let at = model.weightStarts[block] ?? 0; at < (model.weightStarts[block + 1] ?? 0); at++) {
      weights[at] = Math.round((weights[at] ?? 0) * factor);
    }
  }
}
