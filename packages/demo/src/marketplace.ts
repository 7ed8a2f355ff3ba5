import { storeMenuItems } from './menus/store-menu.ts';
import { storeOrders } from './orders/store-orders.ts';
import { storeReviews } from './reviews/store-reviews.ts';
import { storeCounts, storeFacts } from './stores/store-at.ts';
import type { DemoMenuItem, DemoOptions, DemoOrder, DemoReview, DemoStore } from './types.ts';

export type { DemoMenuItem, DemoOptions, DemoOrder, DemoReview, DemoSize, DemoStore } from './types.ts';

/** Every store in order. Nothing but the current store is held in memory; iterating again starts again. */
export function demoStores(options: DemoOptions): Iterable<DemoStore> {
  return eachStore(options, (index) => [storeFacts(options, index).store]);
}

/** Every menu item, grouped by store, in the order of `demoStores`. */
export function demoMenuItems(options: DemoOptions): Iterable<DemoMenuItem> {
  return eachStore(options, (index) => storeMenuItems(options, index));
}

/** Every review of the last 90 days before `now`, grouped by store, oldest first within a store. */
export function demoReviews(options: DemoOptions): Iterable<DemoReview> {
  return eachStore(options, (index) => storeReviews(options, index));
}

/** A sample of the orders of the last 28 days before `now`, grouped by store, oldest first within a store. */
export function demoOrders(options: DemoOptions): Iterable<DemoOrder> {
  return eachStore(options, (index) => storeOrders(options, index));
}

function eachStore<T>(options: DemoOptions, make: (index: number) => Iterable<T>): Iterable<T> {
  return {
    *[Symbol.iterator]() {
      for (let index = 0; index < storeCounts[options.size]; index++) yield* make(index);
    },
  };
}
