import { countBelow } from '../count-below.ts';
import {
  GROUP_SIZE,
  HIGHEST_RANK,
  MOST_PLACES,
  RANK_SHIFT,
  type CategoryRanks,
  type CompiledTrees,
} from './compiled-trees.ts';
import type { TreeModel } from './tree-model.ts';
import { isInSet } from './walk-trees.ts';

/** Deeper trees would be mostly empty as full binary trees. */
const DEEPEST = 12;
/** The full trees together, and a model's category ranks, are no larger. */
const MOST_WORDS = 2 ** 20;
const MOST_CATEGORY_RANKS = 2 ** 22;

/** What the model asks: thresholds of each feature, ascending; sets of each feature, and each node's among them. */
type Questions = { thresholds: Float64Array[]; sets: AskedSet[][]; setOf: Int32Array };

/** A set of codes, by where it starts; whether missing goes left with it. */
type AskedSet = { start: number; isMissingLeft: boolean };

/** Null where trees are too deep or too many, or ask too many different questions, for this form. */
export function compileTrees(model: TreeModel): CompiledTrees | null {
  const { features, roots, depths, slots } = model;
  const groups = Math.ceil(roots.length / GROUP_SIZE);
  const groupDepths = Int32Array.from({ length: groups }, (_, group) =>
    depths.subarray(group * GROUP_SIZE, (group + 1) * GROUP_SIZE).reduce((most, depth) => Math.max(most, depth), 0),
  );
  if (groupDepths.some((depth) => depth > DEEPEST)) return null;
  const groupWords = startsOf(groupDepths.map((depth) => GROUP_SIZE * (2 ** depth - 1)));
  const groupLeaves = startsOf(groupDepths.map((depth) => GROUP_SIZE * 2 ** depth));
  if ((groupLeaves.at(-1) ?? 0) > MOST_WORDS) return null;

  const questions = collectQuestions(model);
  const setPlaces = startsOf(Int32Array.from(questions.sets, ({ length }) => length)).map(
    (start) => start + 2 * features.length,
  );
  const places = setPlaces.at(-1) ?? 0;
  const widths = Int32Array.from(questions.thresholds, ({ length }) =>
    length === 0 ? 0 : 2 ** Math.ceil(Math.log2(length + 1)),
  );
  const codes = questions.sets.map((asked) =>
    asked.reduce((most, { start }) => Math.max(most, 32 * (model.sets[start] ?? 0)), 0),
  );
  const categoryRanks = codes.reduce((sum, count, feature) => sum + count * (questions.sets[feature]?.length ?? 0), 0);
  if (places > MOST_PLACES || widths.some((width) => width > HIGHEST_RANK)) return null;
  if (categoryRanks > MOST_CATEGORY_RANKS) return null;

  const starts = startsOf(widths);
  const thresholds = new Float64Array(starts.at(-1) ?? 0).fill(Number.POSITIVE_INFINITY);
  for (const [feature, values] of questions.thresholds.entries()) thresholds.set(values, starts[feature]);
  const words = new Int32Array(groupWords.at(-1) ?? 0).fill(HIGHEST_RANK << RANK_SHIFT);
  const leaves = new Float64Array(groupLeaves.at(-1) ?? 0);
  const wordOf = (node: number): number => {
    const slot = slots[node] ?? 0;
    if (slot < 0) return (setPlaces[~slot >> 1] ?? 0) + (questions.setOf[node] ?? 0);
    const rank = countBelow(questions.thresholds[slot >> 1] ?? new Float64Array(), model.thresholds[node] ?? 0);
    return (rank << RANK_SHIFT) | slot;
  };
  for (const [tree, root] of roots.entries()) {
    const group = Math.floor(tree / GROUP_SIZE);
    const depth = groupDepths[group] ?? 0;
    const firstWord = (groupWords[group] ?? 0) + (tree % GROUP_SIZE) * (2 ** depth - 1);
    const firstLeaf = (groupLeaves[group] ?? 0) + (tree % GROUP_SIZE) * 2 ** depth;
    const place = (node: number, at: number, level: number): void => {
      const child = model.children[node] ?? node;
      if (child === node) {
        // The words below an early leaf all lead left.
        leaves[firstLeaf + (at + 1) * 2 ** (depth - level) - 2 ** depth] = model.values[node] ?? 0;
        return;
      }
      words[firstWord + at] = wordOf(node);
      place(child, 2 * at + 1, level + 1);
      place(child + 1, 2 * at + 2, level + 1);
    };
    place(root, 0, 0);
  }
  return {
    thresholds,
    starts,
    widths,
    ranks: new Int32Array(places),
    sets: questions.sets.map((asked, feature) =>
      asked.length === 0 ? null : ranksOfSets(model, asked, codes[feature] ?? 0, setPlaces[feature] ?? 0),
    ),
    groupDepths,
    groupWords,
    groupLeaves,
    words,
    leaves,
  };
}

function collectQuestions({ features, slots, children, thresholds, sets }: TreeModel): Questions {
  const numbers = features.map(() => new Set<number>());
  const asked = features.map((): AskedSet[] => []);
  const known = new Map<string, number>();
  const setOf = new Int32Array(slots.length);
  for (let node = 0; node < slots.length; node++) {
    const slot = slots[node] ?? 0;
    const threshold = thresholds[node] ?? 0;
    if (children[node] === node) continue;
    if (slot >= 0) {
      numbers[slot >> 1]?.add(threshold);
      continue;
    }
    const ofFeature = asked[~slot >> 1] ?? [];
    const key = `${slot}:${sets.subarray(threshold + 1, threshold + 1 + (sets[threshold] ?? 0)).join()}`;
    const same = known.get(key);
    setOf[node] = same ?? ofFeature.length;
    if (same !== undefined) continue;
    known.set(key, ofFeature.length);
    ofFeature.push({ start: threshold, isMissingLeft: (~slot & 1) === 0 });
  }
  return { thresholds: numbers.map((values) => Float64Array.from(values).sort()), sets: asked, setOf };
}

function ranksOfSets({ sets }: TreeModel, asked: readonly AskedSet[], codes: number, place: number): CategoryRanks {
  const ranksFor = (isLeft: (set: AskedSet) => boolean): Int32Array =>
    Int32Array.from(asked, (set) => (isLeft(set) ? 0 : 1 << RANK_SHIFT));
  return {
    place,
    byCode: Array.from({ length: codes }, (_, code) => ranksFor(({ start }) => isInSet(sets, start, code))),
    beyond: ranksFor(() => false),
    missing: ranksFor(({ isMissingLeft }) => isMissingLeft),
  };
}

/** What lies before each, and then the whole: one more than given. */
function startsOf(sizes: Int32Array): Int32Array {
  const starts = new Int32Array(sizes.length + 1);
  for (let at = 0; at < sizes.length; at++) starts[at + 1] = (starts[at] ?? 0) + (sizes[at] ?? 0);
  return starts;
}
