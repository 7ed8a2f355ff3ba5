import type { RelatedItem } from '@jeoul/shared/labeling/contract';

/** Items of one name that carry the same label, in any number of stores. */
export type RelatedGroup = RelatedItem & { stores: number };

/** Puts items of the same name and label on one line, where the first of them stood; at most `most` lines. */
export function groupRelated(items: readonly RelatedItem[], most: number): readonly RelatedGroup[] {
  const groups = new Map<string, RelatedGroup>();
  for (const item of items) {
    const key = `${item.name}\n${item.labelKey}\n${item.labelledBy}`;
    const known = groups.get(key);
    if (known) known.stores += 1;
    else groups.set(key, { ...item, stores: 1 });
  }
  return [...groups.values()].slice(0, most);
}
