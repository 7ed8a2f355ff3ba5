import { shuffle, type Random } from '../random.ts';

/**
 * Parts `rows` at random into `share` of them and the rest, both in the order they had (Knuth 1969, Algorithm 3.4.2S).
 * Draws one number from `random` whatever the size: a table of millions is parted anew for each tree.
 */
export function drawRows(rows: Int32Array, share: number, random: Random): [Int32Array, Int32Array] {
  const wanted = share >= 1 ? rows.length : Math.max(1, Math.round(share * rows.length));
  if (wanted === rows.length) return [rows.slice(), new Int32Array()];
  const drawn = new Int32Array(wanted);
  const left = new Int32Array(rows.length - wanted);
  let state = random(2 ** 31 - 1) + 1;
  let taken = 0;
  for (let at = 0; at < rows.length; at++) {
    // Marsaglia 2003, "Xorshift RNGs".
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const row = rows[at] ?? 0;
    if ((state >>> 0) * (rows.length - at) < (wanted - taken) * 2 ** 32) drawn[taken++] = row;
    else left[at - taken] = row;
  }
  return [drawn, left];
}

/** `share` of the numbers 0..count-1, at least one, in ascending order. */
export function drawFeatures(count: number, share: number, random: Random): number[] {
  const all = Int32Array.from({ length: count }, (_, feature) => feature);
  const wanted = Math.max(1, Math.round(share * count));
  if (wanted < count) shuffle(all, random);
  return [...all.subarray(0, wanted)].sort((one, other) => one - other);
}
