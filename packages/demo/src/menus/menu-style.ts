import type { Dice } from '../dice.ts';
import { words } from '../words.ts';

/** How one store, or one chain, writes its menu. */
export type MenuStyle = {
  /** Puts a size into the store's brackets. */
  bracket: (text: string) => string;
  /** How words are parted. */
  spacing: 'as-is' | 'joined' | 'careless';
  tags: readonly string[];
  tagShare: number;
  markShare: number;
  leadShare: number;
  /** Share of dishes sold together with another. */
  comboShare: number;
  /** Share of names that leave out what the menu's heading already says: "참치" under gimbap. */
  clipShare: number;
  typoShare: number;
  noteShare: number;
  englishShare: number;
  priceLevel: number;
  priceEnding: 'thousand' | 'five-hundred' | 'nine-hundred';
};

const tagSets: readonly (readonly string[])[] = [
  words('★추천★|★인기★|★신메뉴★'),
  words('[BEST]|[NEW]|[추천]'),
  words('[1인]|[2인]|[혼밥]'),
  words('[인기]|[사장님추천]|[한정]'),
  words('🔥|⭐|❤️|👍'),
  words('♥추천♥|♥인기♥'),
  words('(추천)|(인기)|(NEW)'),
  words('[배달전용]|[포장할인]|[리뷰이벤트]'),
  words('[대표메뉴]|[시그니처]|[주문폭주]'),
  words('◆|▶|☆|●'),
  words('[신메뉴]|[계절메뉴]|[오늘특가]'),
];

export function menuStyle(dice: Dice): MenuStyle {
  return {
    bracket: dice.weighted([
      [(text: string) => `(${text})`, 10],
      [(text: string) => ` (${text})`, 4],
      [(text: string) => ` ${text}`, 5],
      [(text: string) => `[${text}]`, 2],
      [(text: string) => `-${text}`, 1],
      [(text: string) => `_${text}`, 0.4],
      [(text: string) => `（${text}）`, 0.7],
    ]),
    spacing: dice.weighted([
      ['as-is', 5],
      ['joined', 3],
      ['careless', 2],
    ]),
    tags: dice.pick(tagSets),
    tagShare: dice.chance(0.4) ? 0.05 + 0.25 * dice.unit() : 0,
    markShare: dice.chance(0.35) ? 0.1 + 0.4 * dice.unit() : 0,
    leadShare: 0.12 + 0.3 * dice.unit(),
    comboShare: 0.05 + 0.22 * dice.unit(),
    clipShare: dice.chance(0.4) ? 0.65 : 0.03,
    typoShare: dice.chance(0.5) ? 0.18 * dice.unit() : 0.02,
    noteShare: 0.12 * dice.unit(),
    englishShare: dice.chance(0.12) ? 0.3 : 0.01,
    priceLevel: 0.88 + 0.24 * dice.unit(),
    priceEnding: dice.weighted([
      ['thousand', 5],
      ['five-hundred', 3.5],
      ['nine-hundred', 3],
    ]),
  };
}

/** A price the way Korean stores round it: 18,000, 18,500 or 18,900; small sums in steps of 100 or 500. */
export function roundPrice(krw: number, ending: MenuStyle['priceEnding']): number {
  if (krw < 2_500)
    return Math.max(
      300,
      Math.round(krw / (ending === 'nine-hundred' ? 100 : 500)) * (ending === 'nine-hundred' ? 100 : 500),
    );
  if (ending === 'thousand' && krw >= 6_000) return Math.round(krw / 1_000) * 1_000;
  if (ending === 'nine-hundred') return Math.round(krw / 1_000) * 1_000 - 100;
  return Math.round(krw / 500) * 500;
}
