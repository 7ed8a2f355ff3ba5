import type { ListedDecision, ListedTask } from '@jeoul/shared/labeling/lists';
import { useCallback } from 'react';
import { listsVeiled, useVeil } from '../reviews/use-veil.ts';
import type { Queue } from '../work/use-work-session.ts';

type Answers = Pick<ListedTask | ListedDecision, 'predictedLabelKey' | 'labelKey'>;

/** Whether a row's text is veiled: a review's, as this person wants reviews veiled. The same function while nothing changes. */
export function useRowVeil({
  itemKind,
  hasPolarity,
}: Pick<Queue, 'itemKind' | 'hasPolarity'>): (row: Answers) => boolean {
  const { veil } = useVeil();
  return useCallback(
    ({ predictedLabelKey, labelKey }: Answers) =>
      // Taste and texture hurt nobody: labels of theirs say nothing of harm.
      hasPolarity
        ? veil === 'always'
        : itemKind === 'review' && listsVeiled(veil, { predicted: predictedLabelKey, decided: labelKey }),
    [itemKind, hasPolarity, veil],
  );
}
