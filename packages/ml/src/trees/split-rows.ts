/**
 * Puts the rows whose code goes left before the others, both in the order they had, and answers how many went left.
 * Each row is written to both sides and counted on one, so that the processor has nothing to guess.
 */
export function splitRows(rows: Int32Array, codes: Uint8Array, goesLeft: Uint8Array, scratch: Int32Array): number {
  let left = 0;
  let right = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    const isLeft = goesLeft[codes[row] ?? 0] ?? 0;
    rows[left] = row;
    scratch[right] = row;
    left += isLeft;
    right += 1 - isLeft;
  }
  rows.set(scratch.subarray(0, right), left);
  return left;
}
