import { diceFor } from './dice.ts';
import type { DemoOptions, DemoSize, DemoStore } from './types.ts';

/** How many stores each size has. */
export const storeCounts: Readonly<Record<DemoSize, number>> = { small: 2_000, city: 20_000, country: 300_000 };

/** The store at `index` (from 0), the same alone as in sequence. */
export function storeAt(options: DemoOptions, index: number): DemoStore {
  const dice = diceFor(options.seed, 'store', index);
  const weeklyOrders = Math.max(1, Math.round(Math.exp(4.1 + 1.1 * dice.normal())));
  return {
    externalId: `S${String(index + 1).padStart(6, '0')}`,
    name: `${dice.pick(['모퉁이치킨', '골목통닭', '닭이랑'])} 수유점`,
    district: '강북구',
    neighborhood: '수유동',
    latitude: 37.6397 + dice.int(-900, 900) / 1e5,
    longitude: 127.0255 + dice.int(-900, 900) / 1e5,
    primaryCategory: 'chicken',
    weeklyOrders,
    openedAt: new Date(options.now.getTime() - dice.int(30, 4000) * 86_400_000),
    rating: dice.int(38, 50) / 10,
  };
}
