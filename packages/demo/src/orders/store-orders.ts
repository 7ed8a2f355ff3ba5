import { type Dice, diceFor } from '../dice.ts';
import type { StoreCategory } from '../dishes/plans.ts';
import { storeMenuItems } from '../menus/store-menu.ts';
import { momentBefore, seoulDay, seoulHour } from '../rhythm.ts';
import { storeFacts } from '../stores/store-at.ts';
import type { DemoMenuItem, DemoOptions, DemoOrder } from '../types.ts';

/** Share of a store's orders that are made as rows. */
export const orderSamplingRate = 0.07;

const weeks = 4;
const rainShare = 0.27;

/** Minutes a kitchen of each kind promises on a quiet dry day, delivery included. */
const usualMinutes: Readonly<Record<StoreCategory, number>> = {
  chicken: 42,
  pizza: 40,
  chinese: 34,
  bunsik: 36,
  korean: 36,
  soup: 34,
  noodle: 33,
  meat: 44,
  braise: 48,
  seafood: 45,
  japanese: 37,
  asian: 36,
  burger: 32,
  western: 40,
  cafe: 27,
  dessert: 29,
};

/** How one store delivers. */
type Terms = { minimumKrw: number; feeKrw: number; freeFromKrw: number; minutes: number; lateness: number };

/** Sampled orders of the store at `index` in the last 28 days before `now`, oldest first. */
export function storeOrders(options: DemoOptions, index: number): readonly DemoOrder[] {
  const { store } = storeFacts(options, index);
  const dice = diceFor(options.seed, 'orders', index);
  const items = storeMenuItems(options, index);
  const terms = termsOf(dice, store.primaryCategory, items);
  const count = dice.round(store.weeklyOrders * weeks * orderSamplingRate);
  const moments = Array.from({ length: count }, () => wetMoment(dice, options, store.primaryCategory)).sort(
    (a, b) => a - b,
  );
  return moments.map((moment, n) => {
    const amountKrw = basket(dice, items, terms.minimumKrw);
    return {
      externalId: `${store.externalId}-O${String(n + 1).padStart(5, '0')}`,
      storeExternalId: store.externalId,
      placedAt: new Date(moment),
      amountKrw,
      deliveryFeeKrw: amountKrw >= terms.freeFromKrw ? 0 : terms.feeKrw,
      ...minutes(dice, terms, seoulHour(moment), isRainy(options.seed, seoulDay(moment))),
    };
  });
}

function termsOf(dice: Dice, category: StoreCategory, items: readonly DemoMenuItem[]): Terms {
  const dearest = Math.max(...items.map(({ priceKrw }) => priceKrw));
  const minimumKrw = Math.min(dearest, 1_000 * dice.int(category === 'cafe' || category === 'dessert' ? 7 : 11, 19));
  return {
    minimumKrw,
    feeKrw: dice.chance(0.22) ? 0 : 500 * dice.int(2, 9),
    freeFromKrw: dice.chance(0.35) ? minimumKrw + 5_000 * dice.int(2, 4) : Number.POSITIVE_INFINITY,
    minutes: usualMinutes[category] + dice.int(-6, 8),
    lateness: 0.02 + 0.09 * dice.normal(),
  };
}

/** People order more when it rains. */
function wetMoment(dice: Dice, options: DemoOptions, category: StoreCategory): number {
  for (;;) {
    const moment = momentBefore(dice, options.now, weeks * 7, category);
    if (isRainy(options.seed, seoulDay(moment)) || dice.chance(0.82)) return moment;
  }
}

/** One weather for everybody, a day. */
function isRainy(seed: number, day: number): boolean {
  return diceFor(seed, 'weather', day).chance(rainShare);
}

/** The sum of a few dishes that reaches the store's minimum. */
function basket(dice: Dice, items: readonly DemoMenuItem[], minimumKrw: number): number {
  const wanted = dice.weighted([
    [1, 45],
    [2, 33],
    [3, 15],
    [4, 7],
  ]);
  let krw = 0;
  for (let count = 0; count < wanted || (krw < minimumKrw && count < 12); count++) {
    krw += dice.pickBy(items, ({ weeklyOrders }) => weeklyOrders + 0.1).priceKrw;
  }
  return Math.max(krw, minimumKrw);
}

function minutes(
  dice: Dice,
  terms: Terms,
  hour: number,
  isWet: boolean,
): Pick<DemoOrder, 'promisedMinutes' | 'actualMinutes'> {
  const isPeak = (hour >= 11 && hour <= 13) || (hour >= 17 && hour <= 20);
  const load = (isPeak ? 7 : 0) + (isWet ? 6 : 0);
  const promisedMinutes = 5 * Math.round((terms.minutes + load * 0.7 + 4 * dice.normal()) / 5);
  const drift = Math.exp(terms.lateness + 0.17 * dice.normal() + (isPeak ? 0.05 : -0.03) + (isWet ? 0.07 : 0));
  return {
    promisedMinutes: Math.max(15, promisedMinutes),
    actualMinutes: Math.max(9, Math.round(promisedMinutes * drift)),
  };
}
