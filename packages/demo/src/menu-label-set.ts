import type { LabelSet } from './labels/label.ts';
import { menuFamilies } from './labels/menu-keys.ts';

/** The two-level tree of menu categories: each top label is followed by its leaves. Only leaves are given to items. */
export const menuLabelSet = {
  key: 'menu-category',
  nameKo: '메뉴 분류',
  nameEn: 'Menu category',
  labels: menuFamilies.flatMap((family) => [family.top, ...family.leaves]),
} as const satisfies LabelSet;
