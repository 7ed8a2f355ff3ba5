import { diceFor } from '../dice.ts';
import { placesOf } from '../places/places.ts';
import type { DemoOptions, DemoSize, DemoStore } from '../types.ts';
import { branchSuffix, singleName } from './store-names.ts';
import { type StoreProfile, storeProfile } from './store-profile.ts';

/** How many stores each size has. */
export const storeCounts: Readonly<Record<DemoSize, number>> = { small: 2_000, city: 20_000, country: 300_000 };

/** Mean weekly orders of a store: median 55, and exp(1.15² / 2) times that for the long tail. */
export const meanWeeklyOrders = 107;

const kmPerDegree = 111.32;
const dayMs = 86_400_000;

/** A store with what its menu, reviews and orders need to know of it. `mark` is the word its own dishes may carry. */
export type StoreFacts = { store: DemoStore; profile: StoreProfile; mark: string };

/** The store at `index` (from 0), the same alone as in sequence. */
export function storeFacts(options: DemoOptions, index: number): StoreFacts {
  const dice = diceFor(options.seed, 'store', index);
  const profile = storeProfile(options, index);
  const place = dice.pickBy(placesOf[options.size], (candidate) => candidate.weight);
  const neighborhood = dice.pick(place.neighborhoods);
  const neighborhoodIndex = place.neighborhoods.indexOf(neighborhood);
  // Neighbourhoods lie around the middle like the hours on a clock; stores crowd around their neighbourhood's centre.
  const angle = (2 * Math.PI * neighborhoodIndex) / place.neighborhoods.length;
  const reach = place.radiusKm * 0.6;
  const near = () => Math.max(-2, Math.min(2, dice.normal())) * place.radiusKm * 0.18;
  const northKm = Math.sin(angle) * reach + near();
  const eastKm = Math.cos(angle) * reach + near();
  const { chain, category } = profile;
  const named =
    chain === null
      ? singleName(dice, category, neighborhood)
      : { name: `${chain.name} ${branchSuffix(dice, neighborhood, place.district)}`, mark: chain.mark };
  const quality = dice.normal();
  const popularity = Math.exp(4.007 + 1.1 * dice.normal() + 0.2 * quality + (chain === null ? -0.08 : 0.12));
  const store: DemoStore = {
    externalId: `S${String(index + 1).padStart(6, '0')}`,
    name: named.name,
    district: place.district,
    neighborhood,
    latitude: round6(place.latitude + northKm / kmPerDegree),
    longitude: round6(place.longitude + eastKm / (kmPerDegree * Math.cos((place.latitude * Math.PI) / 180))),
    primaryCategory: category,
    weeklyOrders: Math.max(1, Math.round(Math.min(popularity, 2_400))),
    openedAt: openedAt(options.now, -Math.log(1 - dice.unit()) * 1_300 + 21),
    rating: Math.round(Math.max(2.4, Math.min(5, 4.62 + 0.24 * quality - 0.08 * Math.abs(dice.normal()))) * 10) / 10,
  };
  return { store, profile, mark: named.mark };
}

/** Midnight in Seoul, `days` before `now`, at most thirty years. */
function openedAt(now: Date, days: number): Date {
  const seoulDay = Math.floor((now.getTime() + 9 * 3_600_000) / dayMs);
  return new Date((seoulDay - Math.round(Math.min(days, 10_950))) * dayMs - 9 * 3_600_000);
}

function round6(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
