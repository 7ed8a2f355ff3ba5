import { useTranslation } from 'react-i18next';
import type { FilterChip } from '../../../components/table/filter-chips.tsx';
import { filterKeys, type RecordsFilter, type RecordsSearch } from './records-search.ts';

type FilterWords = {
  nameOf: (labelKey: string) => string;
  onChange: (changes: RecordsFilter) => void;
  /** Who made the decisions that are listed, once one of them tells. */
  person: string | undefined;
};

/** The filters in force as phrases, each with the way to drop it; those of the other list are left out. */
export function useFilterChips(search: RecordsSearch, { nameOf, onChange, person }: FilterWords): FilterChip[] {
  const { t } = useTranslation();
  const isDecisions = search.view === 'decisions';
  const { state, due, kind, predicted, chosen, from, to, text, store, district, since, until, hour, mine, by } = search;
  const phrases: Partial<Record<(typeof filterKeys)[number], string | undefined>> = {
    state: !isDecisions && state ? t(`records.stateFilter.${state}`) : undefined,
    due: !isDecisions && due ? t(`records.dueFilter.${due}`) : undefined,
    kind: isDecisions && kind ? t(`records.kindFilter.${kind}`) : undefined,
    predicted: predicted && t('records.chip.predicted', { label: nameOf(predicted) }),
    chosen: isDecisions && chosen ? t('records.chip.chosen', { label: nameOf(chosen) }) : undefined,
    from: from === undefined ? undefined : t('records.chip.from', { percent: from }),
    to: to === undefined ? undefined : t('records.chip.to', { percent: to }),
    text: text && t('records.chip.text', { text }),
    store: store && t('records.chip.store', { text: store }),
    district,
    since: since && t('records.chip.since', { day: since }),
    until: until && t('records.chip.until', { day: until }),
    hour: isDecisions && since && hour !== undefined ? t('records.chip.hour', { hour, next: hour + 1 }) : undefined,
    mine: isDecisions && mine ? t('records.mine') : undefined,
    by:
      isDecisions && by && !mine
        ? person
          ? t('records.chip.by', { name: person })
          : t('records.chip.byOne')
        : undefined,
  };
  return filterKeys.flatMap((id) => {
    const phrase = phrases[id];
    return phrase ? [{ id, text: phrase, onRemove: () => onChange({ [id]: undefined }) }] : [];
  });
}
