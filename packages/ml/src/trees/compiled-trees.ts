/**
 * A model made ready for fast walking. Every comparison becomes one of small whole numbers: a row's number is replaced
 * by how many of its feature's thresholds lie below it, and a category by one 0 or 1 for each distinct set that the
 * model asks about. A node is then a single word, `rank << 16 | place`: go right where the row's rank at that place is
 * higher. Ranks are kept shifted as well, so that word and rank are compared as they are.
 *
 * Trees are laid out as full binary trees (the children of `n` are `2n + 1` and `2n + 2`), and four follow each other in
 * step, so that the processor works on four chains of loads at once.
 */
export type CompiledTrees = {
  /** Feature `f` has `thresholds[starts[f]..]`, ascending, filled up with +∞ to `widths[f]`, a power of two or 0. */
  thresholds: Float64Array;
  starts: Int32Array;
  widths: Int32Array;
  /** Of a category: what it writes into `ranks`. */
  sets: readonly (CategoryRanks | null)[];
  /** Of the row at hand: two places a feature as in `TreeModel`, then those of the sets. */
  ranks: Int32Array;
  /** Groups of four trees: depth, first word, first leaf. The trees of a group follow each other. */
  groupDepths: Int32Array;
  groupWords: Int32Array;
  groupLeaves: Int32Array;
  words: Int32Array;
  leaves: Float64Array;
};

/** For each set asked about, rank 0 where a code is in it, else 1: by code, for codes beyond, and for missing. */
export type CategoryRanks = {
  place: number;
  byCode: readonly Int32Array[];
  beyond: Int32Array;
  missing: Int32Array;
};

/** Where the rank begins in a word; the place is below. */
export const RANK_SHIFT = 16;

export const MOST_PLACES = 2 ** RANK_SHIFT;

/** A rank above that of any number; what a missing value has on its right place. */
export const HIGHEST_RANK = 0x7fff;

const PLACE_BITS = MOST_PLACES - 1;

export const GROUP_SIZE = 4;

/** Ranks a value that `readValue` has read. */
export function rankValue(trees: CompiledTrees, feature: number, value: number): void {
  const { ranks, thresholds, sets } = trees;
  const category = sets[feature];
  if (category) {
    const { place, byCode, beyond, missing } = category;
    ranks.set(Number.isNaN(value) ? missing : (byCode[value] ?? beyond), place);
    return;
  }
  const start = trees.starts[feature] ?? 0;
  let rank = 0;
  for (let step = (trees.widths[feature] ?? 0) >> 1; step > 0; step >>= 1) {
    rank += Number(value > (thresholds[start + rank + step - 1] ?? 0)) * step;
  }
  ranks[2 * feature] = rank << RANK_SHIFT;
  ranks[2 * feature + 1] = (Number.isNaN(value) ? HIGHEST_RANK : rank) << RANK_SHIFT;
}

/**
 * Base and leaves of the ranked row added up. Every tree of a group is walked for as many steps as the deepest is deep,
 * and the sign of a difference is added to an index instead of branched upon, so that the processor never guesses wrong.
 */
export function sumCompiled(trees: CompiledTrees, base: number, isSinglePrecision: boolean): number {
  const { ranks, groupDepths, groupWords, groupLeaves, words, leaves } = trees;
  let sum = base;
  for (let group = 0; group < groupDepths.length; group++) {
    const depth = groupDepths[group] ?? 0;
    const size = (1 << depth) - 1;
    const a = groupWords[group] ?? 0;
    const b = a + size;
    const c = b + size;
    const d = c + size;
    let inA = 0;
    let inB = 0;
    let inC = 0;
    let inD = 0;
    for (let step = 0; step < depth; step++) {
      const wordA = words[a + inA] ?? 0;
      const wordB = words[b + inB] ?? 0;
      const wordC = words[c + inC] ?? 0;
      const wordD = words[d + inD] ?? 0;
      inA = 2 * inA + 1 + ((wordA - (ranks[wordA & PLACE_BITS] ?? 0)) >>> 31);
      inB = 2 * inB + 1 + ((wordB - (ranks[wordB & PLACE_BITS] ?? 0)) >>> 31);
      inC = 2 * inC + 1 + ((wordC - (ranks[wordC & PLACE_BITS] ?? 0)) >>> 31);
      inD = 2 * inD + 1 + ((wordD - (ranks[wordD & PLACE_BITS] ?? 0)) >>> 31);
    }
    const leafA = (groupLeaves[group] ?? 0) - size + inA;
    const leafB = (groupLeaves[group] ?? 0) + 1 + inB;
    const leafC = (groupLeaves[group] ?? 0) + size + 2 + inC;
    const leafD = (groupLeaves[group] ?? 0) + 2 * size + 3 + inD;
    if (isSinglePrecision) {
      sum = Math.fround(sum + (leaves[leafA] ?? 0));
      sum = Math.fround(sum + (leaves[leafB] ?? 0));
      sum = Math.fround(sum + (leaves[leafC] ?? 0));
      sum = Math.fround(sum + (leaves[leafD] ?? 0));
    } else {
      sum += leaves[leafA] ?? 0;
      sum += leaves[leafB] ?? 0;
      sum += leaves[leafC] ?? 0;
      sum += leaves[leafD] ?? 0;
    }
  }
  return sum;
}
