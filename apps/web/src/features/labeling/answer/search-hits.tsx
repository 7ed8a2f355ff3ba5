import { Box } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { LabelHit } from '../labels/find-labels.ts';
import { LabelPath, usePathText } from '../labels/label-path.tsx';
import type { LabelIndex } from '../labels/label-index.ts';
import { AnswerRow } from './answer-row.tsx';

/** The id of a hit's option within the list of this id. */
export const hitId = (listId: string, at: number) => `${listId}-${at}`;

type SearchHitsProps = {
  listId: string;
  hits: readonly LabelHit[];
  query: string;
  focus: number;
  index: LabelIndex;
  probabilities: ReadonlyMap<string, number>;
  onPick: (hit: LabelHit) => void;
};

/** The labels found, in the place of the model's proposals. */
export function SearchHits({ listId, hits, query, focus, index, probabilities, onPick }: SearchHitsProps) {
  const { t } = useTranslation();
  const pathText = usePathText(index);
  return (
    <Box
      role="listbox"
      id={listId}
      aria-label={t('labeling.find')}
      sx={{ '--answer-ground': 'var(--jeoul-palette-celadon-soft)' }}
    >
      {hits.length === 0 ? (
        <Box role="option" aria-selected={false} aria-disabled sx={{ pt: 3, color: 'text.secondary' }}>
          {t('labeling.foundNothing', { query })}
        </Box>
      ) : null}
      {hits.map((hit, at) => {
        const { key, isLeaf } = hit.label;
        return (
          <AnswerRow
            key={at}
            optionId={hitId(listId, at)}
            combo={undefined}
            name={pathText(key)}
            probability={isLeaf ? probabilities.get(key) : undefined}
            isFocused={at === focus}
            onChoose={() => onPick(hit)}
            labelsBelow={index.childrenOf.get(key)?.length ?? 0}
          >
            <Box component="span" sx={{ display: 'flex', gap: 2, minWidth: 0 }}>
              <LabelPath index={index} labelKey={key} range={hit.range} />
              {hit.alias ? (
                <Box component="span" sx={{ color: 'celadon.main', whiteSpace: 'nowrap' }}>
                  {hit.alias}
                </Box>
              ) : null}
            </Box>
          </AnswerRow>
        );
      })}
    </Box>
  );
}
