import type { NewQueue } from '@jeoul/shared/labeling/contract';

export const benchQueueKey = 'menu-category';

/** The queue of menu items that benchmarks work on: labels side by side, and no training run that was not asked for. */
export function menuQueue(labelKeys: readonly string[]): NewQueue {
  const names = { nameKo: '메뉴 분류', nameEn: 'Menu categories' };
  return {
    key: benchQueueKey,
    slotKey: benchQueueKey,
    ...names,
    itemKind: 'menu_item',
    trainEvery: 0,
    labelSet: {
      key: benchQueueKey,
      kind: 'single',
      ...names,
      labels: labelKeys.map((key) => ({
        key,
        parentKey: null,
        nameKo: key,
        nameEn: key,
        guidelineKo: null,
        guidelineEn: null,
      })),
    },
  };
}
