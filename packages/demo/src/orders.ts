import { diceFor } from './dice.ts';
import { storeMenuItems } from './menus/store-menu.ts';
import type { DemoOptions, DemoOrder } from './types.ts';

/** Sampled orders of the store at `index`, oldest first. */
export function storeOrders(options: DemoOptions, index: number): readonly DemoOrder[] {
  const dice = diceFor(options.seed, 'orders', index);
  return storeMenuItems(options, index).map((item, n) => ({
    externalId: `${item.storeExternalId}-O${String(n + 1).padStart(5, '0')}`,
    storeExternalId: item.storeExternalId,
    placedAt: new Date(options.now.getTime() - (28 - n) * 86_400_000),
    amountKrw: item.priceKrw,
    deliveryFeeKrw: 500 * dice.int(0, 8),
    promisedMinutes: 5 * dice.int(6, 12),
    actualMinutes: dice.int(25, 70),
  }));
}
