import type { Locale } from '@jeoul/shared/access/preferences';
import type { LabelView } from '@jeoul/shared/labeling/contract';
import { hasPolarities } from '@jeoul/shared/labeling/polar-labels';

/** A label set, quick to walk: labels in their order, by key and by parent (null for the families on top). */
export type LabelIndex = {
  labels: readonly LabelView[];
  byKey: ReadonlyMap<string, LabelView>;
  childrenOf: ReadonlyMap<string | null, readonly LabelView[]>;
};

/** What an answer without any label says, as a message. */
export function nothingKey(labels: readonly LabelView[]): 'aspects.nothing' | 'labeling.nothingWrong' {
  return hasPolarities(labels) ? 'aspects.nothing' : 'labeling.nothingWrong';
}

export function indexLabels(labels: readonly LabelView[]): LabelIndex {
  const childrenOf = new Map<string | null, LabelView[]>();
  for (const label of labels) {
    const siblings = childrenOf.get(label.parentKey);
    if (siblings) siblings.push(label);
    else childrenOf.set(label.parentKey, [label]);
  }
  return { labels, byKey: new Map(labels.map((label) => [label.key, label])), childrenOf };
}

/** From the family down to the label itself; empty for a key the label set does not have. */
export function pathOf(index: LabelIndex, key: string): readonly LabelView[] {
  const path: LabelView[] = [];
  let at = index.byKey.get(key);
  // A label that is its own ancestor must not hang the page.
  while (at && !path.includes(at)) {
    path.unshift(at);
    const above = at.parentKey === null ? undefined : index.byKey.get(at.parentKey);
    // One with a polarity is named after the label it is a polarity of.
    at = at.polarity === undefined || !above?.parentKey ? above : index.byKey.get(above.parentKey);
  }
  return path;
}

export function nameOf(label: LabelView, locale: Locale): string {
  return locale === 'ko' ? label.nameKo : label.nameEn;
}

/** What belongs in the label, in the page's language, else in the one it was written in. */
export function guidelineOf(label: LabelView, locale: Locale): string | null {
  return locale === 'ko' ? (label.guidelineKo ?? label.guidelineEn) : (label.guidelineEn ?? label.guidelineKo);
}
