import type { StoreCategory } from '../dishes/plans.ts';
import type { Dice } from '../dice.ts';
import { namePatterns } from './name-patterns.ts';
import { american, foreign, hanja, japanese, origins, people, southern, stems } from './name-words.ts';

const slots: Readonly<Record<string, readonly string[]>> = {
  s: stems,
  p: people,
  o: origins,
  h: hanja,
  f: foreign,
  e: american,
  j: japanese,
  v: southern,
};

/** Fills a pattern. `short` is the word a menu would carry as the store's mark: "모퉁이" of "모퉁이치킨". */
function fill(dice: Dice, pattern: string, neighborhood: string): { name: string; mark: string } {
  let mark = '';
  const name = pattern.replace(/\{(\w)\}/g, (_, slot: string) => {
    const list = slots[slot];
    const word = list === undefined ? stripDong(neighborhood) : dice.pick(list);
    mark = mark === '' ? word : mark;
    return word;
  });
  return { name, mark };
}

/** "수유동" → "수유": how branches and market stalls write it. */
export function stripDong(neighborhood: string): string {
  return neighborhood.length > 2 ? neighborhood.replace(/[동읍]$/, '') : neighborhood;
}

/** The brand of a small chain. */
export function chainName(dice: Dice, category: StoreCategory): { name: string; mark: string } {
  return fill(dice, dice.pick(namePatterns[category].chain), '');
}

/** The name of a store that belongs to no chain; a third of them still say where they are. */
export function singleName(dice: Dice, category: StoreCategory, neighborhood: string): { name: string; mark: string } {
  const { name, mark } = fill(dice, dice.pick(namePatterns[category].single), neighborhood);
  const shortName = stripDong(neighborhood);
  if (name.includes(shortName) || dice.chance(0.72)) return { name, mark };
  const suffix = dice.weighted([
    [` ${shortName}점`, 5],
    [` ${shortName}본점`, 2],
    [' 본점', 2],
    [` (${neighborhood})`, 0.6],
    [` ${shortName}직영점`, 0.6],
  ]);
  return { name: name + suffix, mark };
}

/** Where a branch says it is: "수유점", "수유역점", "강북점". */
export function branchSuffix(dice: Dice, neighborhood: string, district: string): string {
  const shortName = stripDong(neighborhood);
  const shortDistrict = stripDistrict(district);
  return dice.weighted([
    [`${shortName}점`, 10],
    [`${shortName}역점`, 2.5],
    [`${shortDistrict}점`, 2],
    [`${shortDistrict}${shortName}점`, 1.6],
    [`${shortName}중앙점`, 0.8],
    [`${shortName}본점`, 0.5],
    [`${shortName}${dice.int(1, 3)}호점`, 0.8],
    [`${shortName}직영점`, 0.6],
    [`${shortName}시장점`, 0.5],
    [`${shortName}사거리점`, 0.8],
  ]);
}

/** "부산 해운대구" → "해운대": the part a branch would name. */
function stripDistrict(district: string): string {
  const last = district.split(' ').at(-1) ?? district;
  return last.length > 2 ? last.replace(/[구시동]$/, '') : last;
}
