import type { AbuseKey } from '@jeoul/demo/labels/review-abuse';
import { reviewAbuseLabelSet } from '@jeoul/demo/labels/review-abuse';
import { reviewAspectLabelSet } from '@jeoul/demo/labels/review-aspects';
import { menuLabelSet } from '@jeoul/demo/menu-label-set';
import type { EffectAction } from '@jeoul/shared/labeling/answers';
import { newQueue } from '@jeoul/shared/labeling/contract';

/** Everything the demo's menu queue is made from; the composition root hands it to `createQueue`. */
export const demoMenuQueue = newQueue.parse({
  key: 'menu-category',
  slotKey: 'menu-category',
  nameKo: '메뉴 분류',
  nameEn: 'Menu categories',
  itemKind: 'menu_item',
  trainEvery: 200,
  labelSet: {
    key: 'menu-category',
    kind: 'tree',
    nameKo: menuLabelSet.nameKo,
    nameEn: menuLabelSet.nameEn,
    labels: menuLabelSet.labels.map((label) => ({ ...label })),
  },
});

/** Whose rights are at stake is blinded, what is only ugly in a word is masked, what is no review is hidden. */
const usualActions: Readonly<Record<AbuseKey, EffectAction>> = {
  profanity: 'mask',
  'personal-attack': 'blind',
  sexual: 'hide',
  hate: 'hide',
  threat: 'hide',
  advertisement: 'hide',
  irrelevant: 'hide',
  'personal-data': 'mask',
  'suspected-fake': 'hide',
};

/** The same for reviews and what is wrong with them. */
export const demoAbuseQueue = newQueue.parse({
  key: 'review-abuse',
  slotKey: 'review-abuse',
  nameKo: reviewAbuseLabelSet.nameKo,
  nameEn: reviewAbuseLabelSet.nameEn,
  itemKind: 'review',
  trainEvery: 200,
  labelSet: {
    key: 'review-abuse',
    kind: 'multi',
    nameKo: reviewAbuseLabelSet.nameKo,
    nameEn: reviewAbuseLabelSet.nameEn,
    labels: reviewAbuseLabelSet.labels.map((label) => {
      // The set's labels are made with these keys and no others; its own type forgets it.
      return { ...label, usualAction: usualActions[label.key as AbuseKey] };
    }),
  },
});

/** The same for reviews and what they say of taste and texture. Nobody reports a review for that. */
export const demoAspectQueue = newQueue.parse({
  key: 'review-aspects',
  slotKey: 'review-aspects',
  nameKo: reviewAspectLabelSet.nameKo,
  nameEn: reviewAspectLabelSet.nameEn,
  itemKind: 'review',
  trainEvery: 200,
  reopenAfterReports: 0,
  labelSet: {
    key: 'review-aspects',
    kind: 'multi',
    hasPolarity: true,
    nameKo: reviewAspectLabelSet.nameKo,
    nameEn: reviewAspectLabelSet.nameEn,
    labels: reviewAspectLabelSet.labels.map((label) => ({ ...label })),
  },
});
