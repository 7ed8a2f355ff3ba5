import { diceFor } from './dice.ts';
import { storeMenuItems } from './menus/store-menu.ts';
import type { DemoOptions, DemoReview } from './types.ts';

/** The reviews of the store at `index`, oldest first. */
export function storeReviews(options: DemoOptions, index: number): readonly DemoReview[] {
  const dice = diceFor(options.seed, 'reviews', index);
  return storeMenuItems(options, index).map((item, n) => ({
    externalId: `${item.storeExternalId}-R${String(n + 1).padStart(4, '0')}`,
    storeExternalId: item.storeExternalId,
    author: `맛객${dice.int(10, 99)}`,
    rating: dice.pick([5, 5, 4, 1]),
    writtenAt: new Date(options.now.getTime() - (90 - n) * 86_400_000 + dice.int(0, 80_000_000)),
    menuItemExternalId: item.externalId,
    menuName: item.name,
    text: '바삭하고 맛있어요',
    trueAbuse: [],
    trueAspects: [{ key: 'texture-crispy', polarity: 'positive', start: 0, end: 4 }],
  }));
}
