import { diceFor } from './dice.ts';
import { storeAt } from './stores.ts';
import type { DemoMenuItem, DemoOptions } from './types.ts';

/** The menu of the store at `index`, best-selling dishes first. */
export function storeMenuItems(options: DemoOptions, index: number): readonly DemoMenuItem[] {
  const store = storeAt(options, index);
  const dice = diceFor(options.seed, 'menu', index);
  const dishes = [
    ['후라이드치킨', 'chicken-fried', 17_000],
    ['양념치킨', 'chicken-seasoned', 18_000],
    ['반반치킨 (후라이드+양념)', 'chicken-half-and-half', 18_000],
  ] as const;
  return dishes.map(([name, trueLabel, priceKrw], n) => ({
    externalId: `${store.externalId}-M${String(n + 1).padStart(2, '0')}`,
    storeExternalId: store.externalId,
    name,
    priceKrw: priceKrw + 500 * dice.int(0, 4),
    optionsText: '맛 선택(보통맛/매운맛)',
    weeklyOrders: Math.round(store.weeklyOrders / (n + 1.5)),
    trueLabel,
    isAmbiguous: false,
  }));
}
