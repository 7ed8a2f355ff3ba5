import { cafeFamily, dessertFamily, drinkFamily, sideFamily } from './menu-cafe-side.ts';
import { chickenFamily, pizzaFamily } from './menu-chicken-pizza.ts';
import { bunsikFamily, chineseFamily } from './menu-chinese-bunsik.ts';
import { asianFamily, japaneseFamily } from './menu-japanese-asian.ts';
import { koreanFamily, noodleFamily, soupFamily } from './menu-korean.ts';
import { braiseFamily, meatFamily, seafoodFamily } from './menu-meat-seafood.ts';
import { burgerFamily, westernFamily } from './menu-western.ts';

/** Every family of the menu label set, in the order the tree shows them. */
export const menuFamilies = [
  chickenFamily,
  pizzaFamily,
  chineseFamily,
  bunsikFamily,
  koreanFamily,
  soupFamily,
  noodleFamily,
  meatFamily,
  braiseFamily,
  seafoodFamily,
  japaneseFamily,
  asianFamily,
  burgerFamily,
  westernFamily,
  cafeFamily,
  dessertFamily,
  sideFamily,
  drinkFamily,
] as const;

export type MenuTopKey = (typeof menuFamilies)[number]['top']['key'];
export type MenuLeafKey = (typeof menuFamilies)[number]['leaves'][number]['key'];
