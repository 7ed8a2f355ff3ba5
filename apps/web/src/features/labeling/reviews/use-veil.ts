import type { Veil } from '@jeoul/shared/access/preferences';
import { noLabelsKey } from '@jeoul/shared/labeling/answers';
import type { TaskPrediction } from '@jeoul/shared/labeling/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { trpc, trpcClient } from '../../../lib/trpc.ts';

/** From here on a text is taken for one that may hurt: far below where a label is proposed. */
export const leastHarm = 0.1;

/** Whether a text is veiled until somebody asks to read it. Where no model has looked, it may be anything. */
export function startsVeiled(veil: Veil, prediction: TaskPrediction | null): boolean {
  if (veil !== 'likely') return veil === 'always';
  return prediction === null || prediction.scores.some(({ probability }) => probability >= leastHarm);
}

/** The same of a text in a list, of which only the answers are known: the model's, and a person's where there is one. */
export function listsVeiled(veil: Veil, { predicted, decided }: { predicted: string | null; decided: string | null }) {
  if (veil !== 'likely') return veil === 'always';
  return predicted !== noLabelsKey || (decided !== null && decided !== noLabelsKey);
}

/** When this person wants text veiled; kept with their account. */
export function useVeil(): { veil: Veil; changeVeil: (veil: Veil) => void } {
  const client = useQueryClient();
  const { data: me } = useQuery(trpc.access.me.queryOptions());
  return {
    veil: me?.veil ?? 'likely',
    changeVeil: (veil) => {
      client.setQueryData(trpc.access.me.queryKey(), (known) => known && { ...known, veil });
      // This page does as it was told even where the server does not hear of it.
      trpcClient.access.updatePreferences.mutate({ veil }).catch(() => undefined);
    },
  };
}
