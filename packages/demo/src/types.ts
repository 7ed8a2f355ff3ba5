import type { StoreCategory } from './dishes/plans.ts';
import type { MenuLeafKey } from './labels/menu-keys.ts';
import type { AbuseKey } from './labels/review-abuse.ts';
import type { AspectKey } from './labels/review-aspects.ts';

/** How large a marketplace to make: a laptop's, one city's, or the whole country's. */
export type DemoSize = 'small' | 'city' | 'country';

/** The same options always give the same marketplace, byte for byte. Every date lies before `now`. */
export type DemoOptions = { seed: number; size: DemoSize; now: Date };

/** A store. `district` is unique across the country ("강북구", "부산 해운대구"); coordinates are WGS 84 degrees. */
export type DemoStore = {
  externalId: string;
  name: string;
  district: string;
  neighborhood: string;
  latitude: number;
  longitude: number;
  /** Key of a top menu category; never sides or drinks. */
  primaryCategory: StoreCategory;
  weeklyOrders: number;
  openedAt: Date;
  /** Mean stars, 1.0–5.0 with one decimal. */
  rating: number;
};

/** A dish on a store's menu. `trueLabel` is the answer: for gold and simulated operators, never a model's input. */
export type DemoMenuItem = {
  externalId: string;
  storeExternalId: string;
  name: string;
  priceKrw: number;
  /** What the customer can choose, as the store typed it: "맛 선택(보통맛/매운맛)". */
  optionsText: string | null;
  weeklyOrders: number;
  trueLabel: MenuLeafKey;
  /** The name alone does not tell the category ("사장님 추천 세트"); the store's other dishes do. */
  isAmbiguous: boolean;
};

/** Half-open range of UTF-16 code units into a review's text: `text.slice(start, end)` is the evidence. */
export type TextSpan = { start: number; end: number };

export type Polarity = 'positive' | 'negative' | 'neutral';

/** How an abusive word was disguised; `none` when written plainly. */
export type Obfuscation =
  | 'none'
  | 'initials'
  | 'split-jamo'
  | 'digit-inside'
  | 'symbol-inside'
  | 'spaced'
  | 'look-alike'
  | 'stretched'
  | 'latin';

export type TrueAbuse = TextSpan & { key: AbuseKey; obfuscation: Obfuscation };
export type TrueAspect = TextSpan & { key: AspectKey; polarity: Polarity };

/** A review with what is true of it; `trueAbuse` and `trueAspects` are answers, never a model's input. */
export type DemoReview = {
  externalId: string;
  storeExternalId: string;
  author: string;
  rating: 1 | 2 | 3 | 4 | 5;
  writtenAt: Date;
  /** External id and name of the dish the customer ordered. */
  menuItemExternalId: string;
  menuName: string;
  text: string;
  trueAbuse: readonly TrueAbuse[];
  trueAspects: readonly TrueAspect[];
};

/** One order out of a sample of the last 28 days; see `orderSamplingRate`. */
export type DemoOrder = {
  externalId: string;
  storeExternalId: string;
  placedAt: Date;
  /** Sum of the dishes, without the delivery fee. */
  amountKrw: number;
  deliveryFeeKrw: number;
  promisedMinutes: number;
  actualMinutes: number;
};
