import { xoroshiro128plus } from 'pure-rand/generator/XoroShiro';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** Murmur3's finaliser: every input bit reaches every output bit, so neighbouring stores share nothing. */
function mix(hash: number): number {
  let h = hash | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** FNV-1a. */
function hashText(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h;
}

/** Dice for one thing of one kind (`stream`), independent of every other thing's: any store can be made alone. */
export function diceFor(seed: number, stream: string, index: number): Dice {
  const high = Math.floor(seed / 0x100000000);
  const a = mix(mix(seed | 0) ^ hashText(stream));
  const b = mix(a ^ index ^ mix(high + 0x9e3779b9));
  const c = mix(b + 0x9e3779b9);
  const d = mix(mix(c + 0x9e3779b9) ^ a);
  // The generator never leaves the state of all zeros, so one bit is always set.
  return new Dice(xoroshiro128plus.fromState([a, b, c, d | 1]));
}

/** A source of chance. Two dice made from the same seed, stream and index roll the same forever. */
export class Dice {
  readonly #source: RandomGenerator;

  constructor(source: RandomGenerator) {
    this.#source = source;
  }

  /** A number in [0, 1). */
  unit(): number {
    return (this.#source.unsafeNext() >>> 0) / 0x100000000;
  }

  /** A whole number, both ends included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.unit() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  /** One of the list, all alike. Throws on an empty list: that is a mistake in the source. */
  pick<T>(list: readonly T[]): T {
    const value = list[Math.floor(this.unit() * list.length)];
    if (value === undefined) throw new RangeError('Nothing to pick from');
    return value;
  }

  /** One of `[value, weight]`; weights are any positive numbers. Throws on an empty list. */
  weighted<T>(list: readonly (readonly [value: T, weight: number])[]): T {
    return this.pickBy(list, ([, weight]) => weight)[0];
  }

  /** One of the list by the weight each says it has. Throws on an empty list. */
  pickBy<T>(list: readonly T[], weightOf: (value: T) => number): T {
    let total = 0;
    for (const value of list) total += weightOf(value);
    let left = this.unit() * total;
    for (const value of list) {
      left -= weightOf(value);
      if (left < 0) return value;
    }
    // Rounding can leave a hair's breadth after the last one.
    const last = list.at(-1);
    if (last === undefined) throw new RangeError('Nothing to pick from');
    return last;
  }

  /** Standard normal, by Box and Muller's formula. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.unit())) * Math.cos(2 * Math.PI * this.unit());
  }

  /** A whole number whose mean is `mean`: the fraction decides by chance. */
  round(mean: number): number {
    return Math.floor(mean) + (this.chance(mean - Math.floor(mean)) ? 1 : 0);
  }
}
