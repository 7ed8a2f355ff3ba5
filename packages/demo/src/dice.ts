import { xoroshiro128plus } from 'pure-rand/generator/XoroShiro';

/** A source of chance. Two dice made from the same seed, stream and index roll the same forever. */
export type Dice = {
  /** A number in [0, 1). */
  unit(): number;
  /** A whole number, both ends included. */
  int(from: number, to: number): number;
  chance(probability: number): boolean;
  /** One of the list, all alike. Throws on an empty list: that is a mistake in the source. */
  pick<T>(list: readonly T[]): T;
  /** One of `[value, weight]`; weights are any positive numbers. Throws on an empty list. */
  weighted<T>(list: readonly (readonly [value: T, weight: number])[]): T;
  /** One of the list by the weight each says it has. Throws on an empty list. */
  pickBy<T>(list: readonly T[], weightOf: (value: T) => number): T;
  /** Standard normal, by Box and Muller's formula. */
  normal(): number;
  /** A whole number whose mean is `mean`: the fraction decides by chance. */
  round(mean: number): number;
};

/** Murmur3's finaliser: every input bit reaches every output bit, so neighbouring stores share nothing. */
function mix(hash: number): number {
  let h = hash | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

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
  const source = xoroshiro128plus.fromState([a, b, c, d | 1]);
  const unit = () => (source.unsafeNext() >>> 0) / 0x100000000;
  const chance = (probability: number) => unit() < probability;
  const pickBy = <T>(list: readonly T[], weightOf: (value: T) => number): T => {
    let total = 0;
    for (const value of list) total += weightOf(value);
    let left = unit() * total;
    for (const value of list) {
      left -= weightOf(value);
      if (left < 0) return value;
    }
    throw new RangeError('Nothing to pick from');
  };
  return {
    unit,
    int: (from, to) => from + Math.floor(unit() * (to - from + 1)),
    chance,
    pick: (list) => {
      const value = list[Math.floor(unit() * list.length)];
      if (value === undefined) throw new RangeError('Nothing to pick from');
      return value;
    },
    weighted: (list) => pickBy(list, ([, weight]) => weight)[0],
    pickBy,
    normal: () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit()),
    round: (mean) => Math.floor(mean) + (chance(mean - Math.floor(mean)) ? 1 : 0),
  };
}
