/**
 * A number in 0..2^32-1 for a text, well spread and the same everywhere. Texts kept apart are chosen by it, so that
 * copies of one text are always on the same side.
 */
export function hashText(text: string, seed: number): number {
  let hash = Math.imul(seed ^ 0x2c1b3c6d, 0x297a2d39);
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x9e3779b1) ^ (hash >>> 15);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** Whether a text belongs to the `share` (0..1) that is kept apart under `seed`. */
export function isHeldOut(text: string, share: number, seed: number): boolean {
  return hashText(text, seed) < share * 2 ** 32;
}
