import { words } from '../words.ts';
import type { OptionKind } from './options.ts';
import type { PortionKind } from './portions.ts';

/** Names for one kind of dish at one price level, the common names first. */
export type DishGroup = {
  names: readonly string[];
  /** Words that may stand in front of the name. */
  leads: readonly string[] | null;
  /** Price of one ordinary portion in KRW, from a cheap store to a dear one. */
  krw: readonly [low: number, high: number];
  portions: PortionKind;
  options: readonly OptionKind[];
  /** Weight against the other groups of the same leaf. */
  share: number;
};

export type Dish = readonly DishGroup[];

/** What any soup, noodle or rice dish may have in it, whatever its leaf. */
export const ingredients =
  '차돌|새우|마늘|명란|대파|청양|해물|버섯|두부|낙지|오징어|곱창|전복|삼겹|베이컨|스팸|묵은지|들깨|우삼겹|한우|한돈|통오징어|고추|미나리|꼬막|날치알|시래기|콩나물|숙주|감자';

type DishDetails = {
  leads?: string;
  portions?: PortionKind;
  options?: readonly OptionKind[];
  share?: number;
};

/** A group of dish names from a bar-separated list. */
export function dish(low: number, high: number, names: string, details: DishDetails = {}): DishGroup {
  return {
    names: words(names),
    leads: details.leads === undefined ? null : words(details.leads),
    krw: [low, high],
    portions: details.portions ?? 'plain',
    options: details.options ?? [],
    share: details.share ?? 1,
  };
}
