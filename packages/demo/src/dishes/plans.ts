import type { MenuLeafKey, MenuTopKey } from '../labels/menu-keys.ts';

/** Stores have a primary category; sides and drinks are never one. */
export type StoreCategory = Exclude<MenuTopKey, 'side' | 'drink'>;

/** One line of a menu: the leaf, how often such a store has it, and at most how many dishes of it. */
export type PlanLine = readonly [leaf: MenuLeafKey, probability: number, most: number];

type MenuPlan = {
  /** Share of stores of this category, in parts of 100. */
  share: number;
  /** What the store is known for, the commonest first. */
  mains: readonly PlanLine[];
  sides: readonly PlanLine[];
};

const soda: PlanLine = ['drink-soda', 0.8, 2];
const juice: PlanLine = ['drink-juice-water', 0.25, 2];
const alcohol: PlanLine = ['drink-alcohol', 0.4, 2];
const rice: PlanLine = ['side-rice', 0.55, 1];
const pickle: PlanLine = ['side-small-dish', 0.3, 1];
const extra: PlanLine = ['side-sauce-topping', 0.4, 2];
const dumpling: PlanLine = ['side-dumpling', 0.5, 1];
const egg: PlanLine = ['side-egg-pancake', 0.4, 1];

/** What stores of each category sell. */
export const menuPlans: Readonly<Record<StoreCategory, MenuPlan>> = {
  chicken: {
    share: 14,
    mains: [
      ['chicken-fried', 0.97, 2],
      ['chicken-seasoned', 0.93, 2],
      ['chicken-half-and-half', 0.8, 2],
      ['chicken-soy-garlic', 0.75, 2],
      ['chicken-powder', 0.55, 1],
      ['chicken-gangjeong', 0.35, 2],
      ['chicken-roasted', 0.3, 3],
      ['chicken-green-onion', 0.35, 1],
    ],
    sides: [
      ['side-cheese', 0.6, 2],
      ['side-fries', 0.45, 1],
      ['side-chicken-bites', 0.35, 1],
      ['side-small-dish', 0.5, 1],
      ['bunsik-tteokbokki', 0.2, 1],
      extra,
      soda,
      alcohol,
    ],
  },
  pizza: {
    share: 6,
    mains: [
      ['pizza-combination', 0.95, 3],
      ['pizza-potato', 0.9, 2],
      ['pizza-meat', 0.9, 3],
      ['pizza-cheese', 0.85, 2],
      ['pizza-seafood', 0.7, 2],
      ['pizza-half-and-half', 0.55, 2],
      ['western-tomato-pasta', 0.4, 1],
      ['western-risotto', 0.2, 1],
    ],
    sides: [['side-chicken-bites', 0.5, 1], ['side-fries', 0.35, 1], ['side-small-dish', 0.5, 1], extra, soda],
  },
  chinese: {
    share: 9,
    mains: [
      ['chinese-jjajang', 0.85, 3],
      ['chinese-jjamppong', 0.85, 3],
      ['chinese-tangsuyuk', 0.85, 2],
      ['chinese-set', 0.75, 3],
      ['chinese-rice', 0.75, 3],
      ['chinese-dish', 0.6, 3],
      ['chinese-mala', 0.25, 3],
    ],
    sides: [dumpling, ['side-rice', 0.3, 1], ['side-sauce-topping', 0.2, 1], soda, ['drink-alcohol', 0.35, 2]],
  },
  bunsik: {
    share: 9,
    mains: [
      ['bunsik-tteokbokki', 0.95, 3],
      ['bunsik-gimbap', 0.65, 5],
      ['bunsik-twigim', 0.65, 2],
      ['bunsik-sundae', 0.6, 1],
      ['bunsik-rose-tteokbokki', 0.55, 2],
      ['bunsik-ramyeon', 0.5, 2],
      ['bunsik-eomuk', 0.45, 1],
      ['bunsik-rice-ball', 0.4, 2],
      ['noodle-bibim', 0.3, 1],
      ['japanese-donkatsu', 0.25, 1],
    ],
    sides: [dumpling, ['side-cheese', 0.3, 1], ['chicken-gangjeong', 0.12, 1], extra, soda, juice],
  },
  korean: {
    share: 10,
    mains: [
      ['korean-stir-fried-meat', 0.75, 3],
      ['korean-bibimbap', 0.5, 2],
      ['korean-lunchbox', 0.4, 4],
      ['korean-fried-rice', 0.4, 2],
      ['korean-set-meal', 0.35, 3],
      ['korean-chicken', 0.3, 3],
      ['korean-porridge', 0.17, 6],
      ['soup-kimchi-jjigae', 0.35, 1],
      ['soup-doenjang-jjigae', 0.3, 1],
      ['seafood-octopus', 0.15, 1],
    ],
    sides: [['side-rice', 0.5, 1], egg, pickle, ['side-sauce-topping', 0.2, 1], soda, juice],
  },
  soup: {
    share: 8,
    mains: [
      ['soup-gukbap', 0.5, 3],
      ['soup-kimchi-jjigae', 0.5, 2],
      ['soup-beef-bone', 0.4, 3],
      ['soup-haejangguk', 0.4, 3],
      ['soup-doenjang-jjigae', 0.35, 2],
      ['soup-budae-jjigae', 0.3, 3],
      ['soup-sundubu', 0.3, 3],
      ['soup-samgyetang', 0.2, 3],
      ['meat-bossam', 0.12, 1],
      ['bunsik-sundae', 0.12, 1],
    ],
    sides: [rice, dumpling, egg, pickle, ['side-sauce-topping', 0.25, 1], ['drink-soda', 0.5, 1], alcohol],
  },
  noodle: {
    share: 4,
    mains: [
      ['noodle-naengmyeon', 0.6, 3],
      ['noodle-kalguksu', 0.6, 3],
      ['noodle-bibim', 0.5, 2],
      ['noodle-janchi', 0.45, 3],
      ['noodle-makguksu', 0.4, 3],
      ['meat-bossam', 0.12, 1],
      ['korean-bibimbap', 0.15, 1],
    ],
    sides: [
      ['side-dumpling', 0.75, 2],
      egg,
      ['side-sauce-topping', 0.25, 1],
      ['side-rice', 0.25, 1],
      ['drink-soda', 0.45, 1],
    ],
  },
  meat: {
    share: 7,
    mains: [
      ['meat-jokbal', 0.4, 4],
      ['meat-bossam', 0.4, 3],
      ['meat-pork-belly', 0.4, 4],
      ['meat-gopchang', 0.35, 4],
      ['meat-ribs-beef', 0.35, 3],
      ['meat-dakbal', 0.3, 4],
      ['noodle-makguksu', 0.35, 1],
      ['noodle-naengmyeon', 0.15, 1],
    ],
    sides: [['bunsik-rice-ball', 0.4, 1], egg, ['side-rice', 0.4, 1], pickle, extra, soda, ['drink-alcohol', 0.65, 3]],
  },
  braise: {
    share: 4.5,
    mains: [
      ['braise-jjimdak', 0.45, 4],
      ['braise-dakbokkeumtang', 0.4, 3],
      ['braise-seafood', 0.35, 4],
      ['braise-ribs', 0.35, 3],
      ['braise-hot-pot', 0.4, 4],
    ],
    sides: [
      ['side-rice', 0.7, 2],
      ['side-sauce-topping', 0.7, 3],
      egg,
      pickle,
      ['bunsik-rice-ball', 0.25, 1],
      soda,
      alcohol,
    ],
  },
  seafood: {
    share: 3.5,
    mains: [
      ['seafood-sashimi', 0.55, 5],
      ['seafood-octopus', 0.45, 3],
      ['seafood-hoe-deopbap', 0.45, 2],
      ['seafood-grilled', 0.4, 4],
      ['seafood-marinated', 0.35, 4],
      ['japanese-sushi', 0.25, 2],
      ['braise-hot-pot', 0.2, 1],
    ],
    sides: [rice, egg, ['side-sauce-topping', 0.3, 1], ['drink-soda', 0.5, 1], ['drink-alcohol', 0.5, 2]],
  },
  japanese: {
    share: 7,
    mains: [
      ['japanese-donkatsu', 0.55, 4],
      ['japanese-udon', 0.5, 2],
      ['japanese-donburi', 0.45, 4],
      ['japanese-sushi', 0.4, 5],
      ['japanese-soba', 0.4, 2],
      ['japanese-ramen', 0.3, 4],
      ['japanese-curry', 0.3, 3],
    ],
    sides: [
      ['side-chicken-bites', 0.25, 1],
      ['side-dumpling', 0.25, 1],
      ['bunsik-twigim', 0.2, 1],
      ['side-sauce-topping', 0.25, 1],
      ['side-small-dish', 0.2, 1],
      soda,
      ['drink-alcohol', 0.25, 2],
    ],
  },
  asian: {
    share: 3.5,
    mains: [
      ['asian-pho', 0.8, 4],
      ['asian-stir-fry', 0.7, 3],
      ['asian-bun-cha', 0.65, 3],
      ['asian-curry', 0.3, 5],
    ],
    sides: [
      ['side-dumpling', 0.2, 1],
      ['side-sauce-topping', 0.25, 1],
      ['side-rice', 0.3, 1],
      soda,
      ['drink-alcohol', 0.3, 1],
    ],
  },
  burger: {
    share: 6,
    mains: [
      ['burger-beef', 0.65, 4],
      ['burger-chicken', 0.6, 3],
      ['burger-sandwich', 0.55, 5],
      ['burger-shrimp', 0.5, 2],
      ['burger-hot-dog', 0.3, 5],
    ],
    sides: [
      ['side-fries', 0.65, 2],
      ['side-cheese', 0.4, 1],
      ['side-chicken-bites', 0.45, 1],
      ['cafe-americano', 0.3, 1],
      ['side-sauce-topping', 0.25, 1],
      ['drink-soda', 0.85, 2],
      juice,
    ],
  },
  western: {
    share: 5,
    mains: [
      ['western-cream-pasta', 0.7, 3],
      ['western-tomato-pasta', 0.65, 2],
      ['western-salad', 0.5, 5],
      ['western-oil-pasta', 0.55, 2],
      ['western-risotto', 0.5, 2],
      ['western-steak', 0.45, 2],
      ['western-mexican', 0.25, 5],
      ['pizza-cheese', 0.2, 1],
    ],
    sides: [
      ['dessert-bread', 0.25, 1],
      ['side-small-dish', 0.35, 1],
      ['side-fries', 0.3, 1],
      ['side-sauce-topping', 0.25, 1],
      ['cafe-ade-juice', 0.3, 1],
      soda,
    ],
  },
  cafe: {
    share: 9,
    mains: [
      ['cafe-americano', 0.95, 2],
      ['cafe-latte', 0.95, 4],
      ['cafe-sweet-latte', 0.7, 2],
      ['cafe-ade-juice', 0.8, 3],
      ['cafe-smoothie', 0.65, 2],
      ['cafe-tea', 0.75, 3],
    ],
    sides: [
      ['dessert-waffle', 0.35, 1],
      ['dessert-cake', 0.4, 2],
      ['dessert-cookie', 0.4, 2],
      ['dessert-bread', 0.25, 1],
      ['burger-sandwich', 0.25, 2],
      ['side-sauce-topping', 0.12, 1],
      ['drink-juice-water', 0.12, 1],
    ],
  },
  dessert: {
    share: 5,
    mains: [
      ['dessert-bread', 0.5, 5],
      ['dessert-cookie', 0.5, 4],
      ['dessert-cake', 0.5, 4],
      ['dessert-waffle', 0.45, 4],
      ['dessert-ice', 0.45, 5],
      ['burger-sandwich', 0.2, 1],
    ],
    sides: [
      ['cafe-americano', 0.6, 1],
      ['cafe-latte', 0.45, 2],
      ['cafe-ade-juice', 0.3, 1],
      ['cafe-tea', 0.25, 1],
      ['cafe-smoothie', 0.2, 1],
      ['drink-juice-water', 0.3, 1],
    ],
  },
};
