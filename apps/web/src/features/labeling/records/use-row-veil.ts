import type { ListedDecision, ListedTask } from '@jeoul/shared/labeling/lists';
import type { ItemKind } from '@jeoul/shared/labeling/contract';
import { useCallback } from 'react';
import { listsVeiled, useVeil } from '../reviews/use-veil.ts';

type Answers = Pick<ListedTask | ListedDecision, 'predictedLabelKey' | 'labelKey'>;

/** Whether a row's text is veiled: a review's, as this person wants reviews veiled. The same function while nothing changes. */
export function useRowVeil(itemKind: ItemKind): (row: Answers) => boolean {
  const { veil } = useVeil();
  return useCallback(
    ({ predictedLabelKey, labelKey }: Answers) =>
      itemKind === 'review' && listsVeiled(veil, { predicted: predictedLabelKey, decided: labelKey }),
    [itemKind, veil],
  );
}
