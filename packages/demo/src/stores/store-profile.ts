import { type Dice, diceFor } from '../dice.ts';
import { menuPlans, type StoreCategory } from '../dishes/plans.ts';
import type { DemoOptions, DemoSize } from '../types.ts';
import { chainName } from './store-names.ts';

/** What a store is before anything is written about it: its trade, and its chain if it has one. */
export type StoreProfile = { category: StoreCategory; chain: Chain | null };

/** A small chain; its branches share a menu. */
export type Chain = { index: number; category: StoreCategory; name: string; mark: string };

const chainCounts: Readonly<Record<DemoSize, number>> = { small: 110, city: 700, country: 6_000 };
const shareInChains = 0.4;

function isStoreCategory(key: string): key is StoreCategory {
  return Object.hasOwn(menuPlans, key);
}

const storeCategories = Object.keys(menuPlans).filter(isStoreCategory);

function categoryFrom(dice: Dice): StoreCategory {
  return dice.pickBy(storeCategories, (category) => menuPlans[category].share);
}

/** The chain at `index`, the same for every size. */
export function chainAt(seed: number, index: number): Chain {
  const dice = diceFor(seed, 'chain', index);
  const category = categoryFrom(dice);
  return { index, category, ...chainName(dice, category) };
}

/** What the store at `index` is. Large chains have many branches, most have a handful. */
export function storeProfile(options: DemoOptions, index: number): StoreProfile {
  const dice = diceFor(options.seed, 'profile', index);
  if (!dice.chance(shareInChains)) return { category: categoryFrom(dice), chain: null };
  const chain = chainAt(options.seed, Math.floor(chainCounts[options.size] * dice.unit() ** 1.7));
  return { category: chain.category, chain };
}
