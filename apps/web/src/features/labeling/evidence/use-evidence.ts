import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { trpc } from '../../../lib/trpc.ts';
import type { HeldTask } from '../work/work-state.ts';

const freshMs = 60_000;
/** Items like this one and what else its store sells, fetched with the tasks so that it is there when they are. */
export function useRelated(queueKey: string, held: readonly HeldTask[]) {
  const results = useQueries({
    queries: held.map(({ task }) => ({
      ...trpc.labeling.related.queryOptions({ queueKey, itemId: task.item.id }),
      staleTime: freshMs,
    })),
  });
  return results[0];
}

/**
 * The parts of the item's name that speak for and against a label. For the model's first choice they came with the task;
 * for another they are asked for, and the former ones stay until they are there.
 */
export function useSpans(input: { queueKey: string; held: HeldTask | undefined; labelKey: string | null }) {
  const { queueKey, held, labelKey } = input;
  const prediction = held?.task.prediction;
  const isFirst = labelKey !== null && prediction?.scores[0]?.labelKey === labelKey;
  const text = held?.task.item.name ?? '';
  const { data } = useQuery({
    ...trpc.labeling.explain.queryOptions({ queueKey, text, labelKey: labelKey ?? '' }),
    enabled: !isFirst && labelKey !== null && prediction !== null && prediction !== undefined,
    staleTime: freshMs,
    placeholderData: keepPreviousData,
  });
  return isFirst ? prediction?.spans : data?.spans;
}
