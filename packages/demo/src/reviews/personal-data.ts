import type { Dice } from '../dice.ts';
import { words } from '../words.ts';

const surnames = words('김|이|박|최|정|강|조|윤');
const names = words('민준|서연|도윤|지우|하준|수빈|예린|태현|유진|상훈');
const banks = words('가나은행|다라은행|새벽은행|한빛저축은행');
const buildings = words('행복아파트|푸른빌라|햇살오피스텔|은하타운|달빛하이츠');

/** Made-up data by its slot. Phone numbers begin 010-0 or 010-1, which no subscriber in Korea has. */
export const personalData: Readonly<Record<string, (dice: Dice) => string>> = {
  phone: (dice) => {
    const middle = `${dice.int(0, 1)}${digits(dice, 3)}`;
    const last = digits(dice, 4);
    return dice.weighted([
      [`010-${middle}-${last}`, 6],
      [`010${middle}${last}`, 3],
      [`010 ${middle} ${last}`, 2],
      [`공일공-${middle}-${last}`, 0.7],
      [`o1o.${middle}.${last}`, 0.7],
      [`0 1 0 ${middle} ${last}`, 0.4],
    ]);
  },
  account: (dice) => `${dice.pick(banks)} 000-${digits(dice, 2)}-${digits(dice, 6)}`,
  address: (dice) => `${dice.pick(buildings)} ${dice.int(101, 115)}동 ${dice.int(1, 19)}0${dice.int(1, 4)}호`,
  door: (dice) => `#${digits(dice, 4)}`,
  name: (dice) => dice.pick(surnames) + dice.pick(names),
  id: (dice) => `${dice.pick(words('work|money|happy|event|job|sale|food'))}${digits(dice, 3)}`,
  code: (dice) => `${dice.pick(words('NEW|EVENT|LUCKY|GIFT'))}${digits(dice, 3)}`,
  url: (dice) => `${dice.pick(words('coupon|event|gift|play|bonus'))}-${digits(dice, 2)}.example`,
};

function digits(dice: Dice, count: number): string {
  return Array.from({ length: count }, () => dice.int(0, 9)).join('');
}
