import type { MenuLeafKey } from '../labels/menu-keys.ts';
import { bunsikDishes } from './bunsik.ts';
import { burgerWesternDishes } from './burger-western.ts';
import { cafeDessertDishes } from './cafe-dessert.ts';
import { chickenDishes } from './chicken.ts';
import { chineseDishes } from './chinese.ts';
import type { Dish } from './dish.ts';
import { japaneseAsianDishes } from './japanese-asian.ts';
import { koreanDishes } from './korean.ts';
import { meatBraiseDishes } from './meat-braise.ts';
import { pizzaDishes } from './pizza.ts';
import { seafoodDishes } from './seafood.ts';
import { sideDrinkDishes } from './side-drink.ts';
import { soupNoodleDishes } from './soup-noodle.ts';

/** How dishes of each leaf are named and priced. */
export const dishes: Readonly<Record<MenuLeafKey, Dish>> = {
  ...chickenDishes,
  ...pizzaDishes,
  ...chineseDishes,
  ...bunsikDishes,
  ...koreanDishes,
  ...soupNoodleDishes,
  ...meatBraiseDishes,
  ...seafoodDishes,
  ...japaneseAsianDishes,
  ...burgerWesternDishes,
  ...cafeDessertDishes,
  ...sideDrinkDishes,
};
