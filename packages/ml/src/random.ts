import { unsafeUniformIntDistribution } from 'pure-rand/distribution/UnsafeUniformIntDistribution';
import { xoroshiro128plus } from 'pure-rand/generator/XoroShiro';

/** Seeded source of whole numbers: `random(n)` is in 0..n-1. The same seed gives the same numbers everywhere. */
export type Random = (below: number) => number;

export function createRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  return (below) => unsafeUniformIntDistribution(0, below - 1, generator);
}

/** Puts `values` into a random order, in place (Fisher and Yates; Durstenfeld 1964, Algorithm 235). */
export function shuffle(values: Int32Array, random: Random): void {
  for (let last = values.length - 1; last > 0; last--) {
    const other = random(last + 1);
    const kept = values[last] ?? 0;
    values[last] = values[other] ?? 0;
    values[other] = kept;
  }
}
