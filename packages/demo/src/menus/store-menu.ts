import { type Dice, diceFor } from '../dice.ts';
import { dishes } from '../dishes/books.ts';
import type { DishGroup } from '../dishes/dish.ts';
import { localSides } from '../dishes/local-sides.ts';
import { optionTexts } from '../dishes/options.ts';
import type { Portion } from '../dishes/portions.ts';
import { menuPlans, type PlanLine, type StoreCategory } from '../dishes/plans.ts';
import type { MenuLeafKey } from '../labels/menu-keys.ts';
import { storeFacts } from '../stores/store-at.ts';
import type { DemoMenuItem, DemoOptions } from '../types.ts';
import { draftDish, pickPlainName, portionsOf, writeDish } from './dish-name.ts';
import { type MenuStyle, menuStyle, roundPrice } from './menu-style.ts';
import { signatureLeaf } from './signature.ts';
import { misspell } from './typos.ts';
import { vagueNames, vaguePriceFactor } from './vague-names.ts';

type Entry = {
  name: string;
  priceKrw: number;
  optionsText: string | null;
  leaf: MenuLeafKey;
  isVague: boolean;
  isMain: boolean;
};

const vagueShare = 0.022;

/** The menu of the store at `index`, in the store's own order: mains, sides, drinks. */
export function storeMenuItems(options: DemoOptions, index: number): readonly DemoMenuItem[] {
  const { store, profile, mark } = storeFacts(options, index);
  const dice = diceFor(options.seed, 'menu', index);
  const { chain } = profile;
  const entries =
    chain === null
      ? writeMenu(dice, profile.category, { name: store.name, mark })
      : branchMenu(dice, writeMenu(diceFor(options.seed, 'chain-menu', chain.index), chain.category, chain));
  const appeal = entries.map((entry, rank) => {
    const byRank = 1 / (rank + 2) ** 0.7;
    return byRank * (entry.isMain ? 1 : 0.45) * Math.exp(0.5 * dice.normal());
  });
  const total = appeal.reduce((sum, share) => sum + share, 0);
  return entries.map((entry, n) => ({
    externalId: `${store.externalId}-M${String(n + 1).padStart(2, '0')}`,
    storeExternalId: store.externalId,
    name: entry.name,
    priceKrw: entry.priceKrw,
    optionsText: entry.optionsText,
    // An order holds 1.6 dishes on average.
    weeklyOrders: dice.round((store.weeklyOrders * 1.6 * (appeal[n] ?? 0)) / total),
    trueLabel: entry.leaf,
    isAmbiguous: entry.isVague,
  }));
}

/** What every dish of one menu shares. */
type Kitchen = {
  category: StoreCategory;
  style: MenuStyle;
  mark: string;
  mains: readonly PlanLine[];
  sides: readonly PlanLine[];
};

const fewestDishes = 6;

/** A menu from the plan of its category, led by what the store's name promises. No name occurs twice. */
function writeMenu(
  dice: Dice,
  category: StoreCategory,
  { name, mark }: { name: string; mark: string },
): readonly Entry[] {
  const mains = chooseMains(dice, category, signatureLeaf(name));
  const sides = menuPlans[category].sides.filter(([, probability]) => dice.chance(probability));
  const kitchen: Kitchen = { category, style: menuStyle(dice), mark, mains, sides };
  const entries: Entry[] = [];
  for (const line of mains) entries.push(...writeLine(dice, line, kitchen, true));
  while (entries.length < fewestDishes) entries.push(...writeLine(dice, dice.pick(mains), kitchen, true));
  for (const line of sides) entries.push(...writeLine(dice, line, kitchen, false));
  for (let left = dice.round(entries.length * vagueShare); left > 0; left--) {
    entries.push(vagueEntry(dice, category, dice.pick(mains)[0], kitchen.style));
  }
  const names = new Set<string>();
  return entries.filter((entry) => !names.has(entry.name) && names.add(entry.name));
}

/** A store named after a dish has more of it, and less of the rest. */
function chooseMains(dice: Dice, category: StoreCategory, signature: MenuLeafKey | null): readonly PlanLine[] {
  const plan = menuPlans[category].mains;
  const own = plan.find(([leaf]) => leaf === signature);
  if (own === undefined) {
    const chosen = plan.filter(([, probability]) => dice.chance(probability));
    return chosen.length > 0 ? chosen : plan.slice(0, 1);
  }
  const rest = plan.filter(([leaf, probability]) => leaf !== signature && dice.chance(probability * 0.6));
  return [[own[0], 1, own[2] + 3], ...rest];
}

function writeLine(dice: Dice, [leaf, , most]: PlanLine, kitchen: Kitchen, isMain: boolean): readonly Entry[] {
  const count = 1 + Math.floor(most * dice.unit() ** 1.1);
  return Array.from({ length: count }, () => writeDishes(dice, leaf, kitchen, isMain)).flat();
}

/** One dish, sometimes in two sizes. */
function writeDishes(dice: Dice, leaf: MenuLeafKey, kitchen: Kitchen, isMain: boolean): readonly Entry[] {
  const style = isMain ? kitchen.style : plainer(kitchen.style);
  const group = dice.pickBy(groupsOf(leaf, kitchen.category), ({ share }) => share);
  const draft = draftDish(dice, group, style, isMain ? kitchen.mark : null);
  const sizes = portionsOf(draft);
  const portion = dice.pickBy(sizes, ([, , weight]) => weight);
  const other = dice.pickBy(sizes, ([, , weight]) => weight);
  const krw = priceOf(dice, group, style);
  const hasOptions = group.options.length > 0 && dice.chance(0.55);
  const optionsText = hasOptions ? dice.pick(optionTexts[dice.pick(group.options)]) : null;
  const company = isMain && sizes.length > 1 ? companyOf(dice, leaf, group, kitchen) : noCompany;
  const entry = ([, priceFactor]: Portion, name: string): Entry => ({
    name,
    priceKrw: roundPrice(krw * priceFactor + company.krw, style.priceEnding),
    optionsText,
    leaf: company.leaf ?? leaf,
    isVague: false,
    isMain,
  });
  const first = entry(portion, writeDish(dice, draft, style, portion, company.text));
  if (other[1] === portion[1] || company.text !== '' || dice.chance(0.55)) return [first];
  return [first, entry(other, writeDish(dice, draft, { ...style, tagShare: 0, typoShare: 0 }, other, ''))];
}

function vagueEntry(dice: Dice, category: StoreCategory, leaf: MenuLeafKey, style: MenuStyle): Entry {
  const name = dice.pick(vagueNames[category]);
  const krw = priceOf(dice, dice.pick(dishes[leaf]), style) * vaguePriceFactor(name);
  return { name, priceKrw: roundPrice(krw, style.priceEnding), optionsText: null, leaf, isVague: true, isMain: true };
}

function priceOf(dice: Dice, { krw: [low, high] }: DishGroup, style: MenuStyle): number {
  return (low + (high - low) * dice.unit()) * style.priceLevel;
}

/** How the store's dishes of a leaf are named; extras and small dishes differ from kind to kind of store. */
function groupsOf(leaf: MenuLeafKey, category: StoreCategory): readonly DishGroup[] {
  if (leaf !== 'side-sauce-topping' && leaf !== 'side-small-dish') return dishes[leaf];
  return dishes[leaf].map((group) => ({ ...group, names: localSides[category][leaf] }));
}

/** Nobody advertises the rice. */
function plainer(style: MenuStyle): MenuStyle {
  return { ...style, noteShare: style.noteShare / 4, tagShare: style.tagShare / 3, leadShare: style.leadShare / 2 };
}

/** What comes with a dish: the text after its name, what it adds to the price, and the leaf if it changes that. */
type Company = { text: string; krw: number; leaf: MenuLeafKey | null };

const noCompany: Company = { text: '', krw: 0, leaf: null };

/** Dishes of a Chinese kitchen that make a set when two of them are sold together. */
const chineseCourses: readonly MenuLeafKey[] = [
  'chinese-jjajang',
  'chinese-jjamppong',
  'chinese-tangsuyuk',
  'chinese-rice',
  'chinese-dish',
  'chinese-set',
];

/** A second dish, or something given away. By the guidelines the first-named dish decides, but for Chinese sets. */
function companyOf(
  dice: Dice,
  leaf: MenuLeafKey,
  group: DishGroup,
  { style, mains, sides, category }: Kitchen,
): Company {
  if (!dice.chance(style.comboShare)) return noCompany;
  const isCheap = group.krw[0] < 12_000;
  const isWholeMeal = leaf.startsWith('chicken-') || leaf.startsWith('pizza-') || leaf === 'chinese-set';
  const partners = [...(isCheap && !isWholeMeal ? mains : []), ...sides]
    .map(([partner]) => partner)
    .filter((partner) => partner !== leaf && partner !== 'side-sauce-topping' && partner !== 'drink-alcohol');
  const partner = partners.length > 0 ? dice.pick(partners) : 'drink-soda';
  const name = pickPlainName(dice, dice.pick(groupsOf(partner, category)).names);
  if (!isCheap && dice.chance(0.4)) {
    return { text: dice.pick([` (${name} 증정)`, `(${name} 서비스)`, ` +${name} 서비스`]), krw: 0, leaf: null };
  }
  const isChineseSet = chineseCourses.includes(leaf) && chineseCourses.includes(partner);
  return {
    text: dice.pick(['+', '+', ' + ', '&', ' ＋ ']) + name + (dice.chance(0.4) ? ' 세트' : ''),
    krw: partner.startsWith('side-') || partner.startsWith('drink-') ? 2_500 : Math.min(5_500, group.krw[0]),
    leaf: isChineseSet ? 'chinese-set' : null,
  };
}

/** A branch of a chain leaves some dishes out, has its own prices here and there, and types some names anew. */
function branchMenu(dice: Dice, menu: readonly Entry[]): readonly Entry[] {
  const kept = menu.filter(() => dice.chance(0.88));
  const names = new Set(kept.map((entry) => entry.name));
  return (kept.length > 2 ? kept : menu).map((entry) => {
    const typed = dice.chance(0.03) ? misspell(dice, entry.name) : entry.name;
    const raise = dice.chance(0.1) ? (dice.chance(0.7) ? 500 : 1_000) : 0;
    return { ...entry, name: names.has(typed) ? entry.name : typed, priceKrw: entry.priceKrw + raise };
  });
}
