import type { Locale } from '@jeoul/shared/access/preferences';
import { matchName, type NameMatch, type Tier } from '@jeoul/shared/korean/match-name';
import type { LabelView } from '@jeoul/shared/labeling/contract';
import { type LabelIndex, nameOf, pathOf } from './label-index.ts';

export type LabelHit = {
  label: LabelView;
  /** Where the name shown holds what was typed; null when it was found by its path or its other name. */
  range: Pick<NameMatch, 'start' | 'end'> | null;
  /** The name in the other language, when that is what was found. */
  alias: string | null;
};

type Found = { hit: LabelHit; tier: Tier | 'path' };
type Ranked = Found & { probability: number; position: number };

/** Names that begin with it, names with a word that does, names that hold it, paths that do. */
const groups: Record<Tier | 'path', number> = { whole: 0, start: 0, wordStart: 1, inside: 2, scattered: 3, path: 4 };

function findIn(index: LabelIndex, label: LabelView, query: string, locale: Locale): Found | null {
  const other = nameOf(label, locale === 'ko' ? 'en' : 'ko');
  const shown = matchName(query, nameOf(label, locale));
  const alias = matchName(query, other);
  if (shown && (!alias || groups[shown.tier] <= groups[alias.tier])) {
    return { hit: { label, range: shown, alias: null }, tier: shown.tier };
  }
  if (alias) return { hit: { label, range: null, alias: other }, tier: alias.tier };
  const path = pathOf(index, label.key);
  const isInPath = (['nameKo', 'nameEn'] as const).some((name) => {
    const found = matchName(query, path.map((step) => step[name]).join(' '));
    return found !== null && found.tier !== 'inside' && found.tier !== 'scattered';
  });
  return isInPath ? { hit: { label, range: null, alias: null }, tier: 'path' } : null;
}

/**
 * The labels that hold what was typed, best first: names that begin with it, then names that hold it, then those whose
 * path does (`치킨 양` finds 치킨 › 양념). Leaves come before the families above them; among equals the one the model
 * thinks likelier, then the label set's own order.
 */
export function findLabels(
  index: LabelIndex,
  query: string,
  options: { locale: Locale; probabilities?: ReadonlyMap<string, number>; limit?: number },
): readonly LabelHit[] {
  const { locale, probabilities, limit = 9 } = options;
  return index.labels
    .flatMap((label, position): Ranked[] => {
      const found = findIn(index, label, query, locale);
      return found ? [{ ...found, position, probability: probabilities?.get(label.key) ?? 0 }] : [];
    })
    .sort(
      (a, b) =>
        groups[a.tier] - groups[b.tier] ||
        Number(b.hit.label.isLeaf) - Number(a.hit.label.isLeaf) ||
        Number(b.tier === 'whole') - Number(a.tier === 'whole') ||
        b.probability - a.probability ||
        a.position - b.position,
    )
    .slice(0, limit)
    .map(({ hit }) => hit);
}
