import type { TextExample } from './head-data.ts';
import { scorerOf } from './text-scorer.ts';
import type { TextModel } from './text-model.ts';

/**
 * How good a model is on labelled texts: mean cross-entropy in nats and accuracy. `multi`: both over all pairs of a text
 * and a label, an answer being a probability of at least a half. Else of the label given, which may be an upper one, and
 * the best label of its level.
 */
export type CheckFigures = { loss: number; accuracy: number };

const SMALLEST = 1e-12;

export function checkModel(
  model: TextModel,
  examples: readonly TextExample[],
  labelsOf: readonly Int32Array[],
): CheckFigures {
  const scorer = scorerOf(model);
  const levels = levelsOf(scorer.tree.parents);
  let loss = 0;
  let right = 0;
  let asked = 0;
  for (const [row, { text }] of examples.entries()) {
    const probabilities = scorer.probabilities(text);
    const labels = labelsOf[row] ?? new Int32Array();
    if (model.kind === 'multi') {
      for (const [label, probability] of probabilities.entries()) {
        const isTrue = labels.includes(label);
        loss -= Math.log(Math.max(SMALLEST, isTrue ? probability : 1 - probability));
        right += probability >= 0.5 === isTrue ? 1 : 0;
        asked += 1;
      }
      continue;
    }
    const label = labels[0] ?? 0;
    const probability = probabilities[label] ?? 0;
    loss -= Math.log(Math.max(SMALLEST, probability));
    const rivals = levels.get(depthOf(scorer.tree.parents, label)) ?? [];
    right += rivals.every((other) => (probabilities[other] ?? 0) <= probability) ? 1 : 0;
    asked += 1;
  }
  return { loss: loss / asked, accuracy: right / asked };
}

function levelsOf(parents: Int32Array): Map<number, number[]> {
  const levels = new Map<number, number[]>();
  for (const label of parents.keys()) {
    const depth = depthOf(parents, label);
    levels.set(depth, [...(levels.get(depth) ?? []), label]);
  }
  return levels;
}

function depthOf(parents: Int32Array, label: number): number {
  let depth = 0;
  for (let at = parents[label] ?? -1; at >= 0; at = parents[at] ?? -1) depth += 1;
  return depth;
}
