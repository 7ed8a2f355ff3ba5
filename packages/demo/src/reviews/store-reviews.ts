import { type Dice, diceFor } from '../dice.ts';
import type { AbuseKey } from '../labels/review-abuse.ts';
import { storeMenuItems } from '../menus/store-menu.ts';
import { momentBefore } from '../rhythm.ts';
import { meanWeeklyOrders, storeFacts } from '../stores/store-at.ts';
import type { DemoMenuItem, DemoOptions, DemoReview, TrueAbuse } from '../types.ts';
import { falseFriends } from './abuse-lines.ts';
import { sayAbuse } from './abusive-review.ts';
import type { Draft } from './clauses.ts';
import { dishMention } from './dish-mention.ts';
import { type Facet, facetsOf } from './facets.ts';
import { persona } from './persona.ts';
import { type Length, type Mood, writePlain } from './plain-review.ts';
import { textBuilder } from './text-builder.ts';

/** Reviews in 90 days, a store of mean size. */
const meanReviews = 10;
const days = 90;

const abuseShares: readonly (readonly [AbuseKey | 'none', number])[] = [
  ['none', 91.9],
  ['profanity', 2.6],
  ['irrelevant', 1.3],
  ['advertisement', 1],
  ['personal-attack', 0.9],
  ['suspected-fake', 0.8],
  ['personal-data', 0.7],
  ['hate', 0.3],
  ['threat', 0.3],
  ['sexual', 0.2],
];

/** How often abuse is all there is to a review; half the time unless said here. */
const aloneShares: Readonly<Partial<Record<AbuseKey, number>>> = {
  irrelevant: 1,
  'suspected-fake': 0.9,
  advertisement: 0.75,
  'personal-data': 0.65,
};

type Rating = DemoReview['rating'];

/** The reviews of the store at `index`, oldest first. */
export function storeReviews(options: DemoOptions, index: number): readonly DemoReview[] {
  const { store } = storeFacts(options, index);
  const dice = diceFor(options.seed, 'reviews', index);
  const items = storeMenuItems(options, index);
  const moments = Array.from({ length: dice.round((meanReviews * store.weeklyOrders) / meanWeeklyOrders) }, () =>
    momentBefore(dice, options.now, days, store.primaryCategory),
  );
  moments.sort((a, b) => a - b);
  return moments.map((moment, n) => {
    const item = dice.pickBy(items, reviewWeight);
    return {
      externalId: `${store.externalId}-R${String(n + 1).padStart(4, '0')}`,
      storeExternalId: store.externalId,
      writtenAt: new Date(moment),
      menuItemExternalId: item.externalId,
      menuName: item.name,
      ...writeReview(dice, item, store.rating),
    };
  });
}

/** People review what they came for, hardly ever the drink that came along. */
function reviewWeight({ trueLabel, weeklyOrders }: DemoMenuItem): number {
  return (weeklyOrders + 0.2) * (/^(side|drink)-/.test(trueLabel) ? 0.03 : 1);
}

type Written = Pick<DemoReview, 'author' | 'rating' | 'text' | 'trueAbuse' | 'trueAspects'>;

function writeReview(dice: Dice, item: DemoMenuItem, storeRating: number): Written {
  const writer = persona(dice);
  const facets = facetsOf(item.trueLabel);
  const draft: Draft = {
    dice,
    writer,
    dish: dishMention(item),
    kind: kindOf(item, facets),
    out: textBuilder(),
    aspects: [],
    said: new Set(),
  };
  const abuse = dice.weighted(abuseShares);
  const rating = ratingOf(dice, storeRating, abuse);
  const isPraise = rating >= 4;
  const mood: Mood =
    rating >= 5 ? 'praise' : rating <= 2 ? 'complaint' : rating === 4 && dice.chance(0.6) ? 'praise' : 'mixed';
  const trueAbuse: TrueAbuse[] = [];
  const isAlone = abuse !== 'none' && dice.chance(aloneShares[abuse] ?? 0.5);
  if (!isAlone) {
    if (abuse === 'none' && mood === 'praise' && dice.chance(0.012)) draft.out.add(`${dice.pick(falseFriends)} `);
    writePlain(draft, facets, mood, lengthOf(dice, abuse !== 'none'));
    if (abuse !== 'none') draft.out.add(writer.stop);
  }
  if (abuse !== 'none') trueAbuse.push(...sayAbuse(dice, draft.out, abuse, isPraise));
  return { author: writer.handle, rating, text: draft.out.text(), trueAbuse, trueAspects: draft.aspects };
}

function kindOf({ trueLabel }: DemoMenuItem, facets: readonly Facet[]): Draft['kind'] {
  if (/^(cafe|drink)-/.test(trueLabel)) return 'drink';
  if (trueLabel.startsWith('dessert-')) return 'treat';
  return facets.includes('soup') ? 'soup' : 'meal';
}

/** J-shaped: most give five stars, few two; better stores get more. Abuse comes with what provoked it. */
function ratingOf(dice: Dice, storeRating: number, abuse: AbuseKey | 'none'): Rating {
  if (abuse === 'profanity' && dice.chance(0.12)) return 5;
  if (abuse === 'profanity' || abuse === 'personal-attack' || abuse === 'threat' || abuse === 'hate') {
    return dice.weighted<Rating>([
      [1, 85],
      [2, 10],
      [3, 5],
    ]);
  }
  if (abuse === 'suspected-fake' || abuse === 'advertisement' || abuse === 'sexual') return dice.chance(0.85) ? 5 : 1;
  const ill = Math.max(0.3, 1 + (4.6 - storeRating) * 1.6);
  return dice.weighted<Rating>([
    [5, 72],
    [4, 12],
    [3, 5.5 * ill],
    [2, 2.6 * ill],
    [1, 6.5 * ill],
  ]);
}

function lengthOf(dice: Dice, isBrief: boolean): Length {
  return dice.weighted<Length>([
    ['tiny', 11],
    ['short', 38],
    ['medium', isBrief ? 25 : 36],
    ['long', isBrief ? 4 : 12],
    ['essay', isBrief ? 0.5 : 3],
  ]);
}
