import type { EffectFilter } from '@jeoul/shared/labeling/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { trpc, type RouterOutputs } from '../../../../lib/trpc.ts';

export type Effect = RouterOutputs['labeling']['reviews']['effects'][number];

const page = 50;
/** Clocks run and notices leave without anybody telling the page. */
const againMs = 30_000;

/** Effects on reviews, newest first, page after page. */
export function useEffects(filter: EffectFilter) {
  const found = useInfiniteQuery(
    trpc.labeling.reviews.effects.infiniteQueryOptions(
      { filter, limit: page },
      {
        getNextPageParam: (last: readonly Effect[]) => (last.length === page ? last.at(-1)?.id : undefined),
        refetchInterval: againMs,
      },
    ),
  );
  return { ...found, effects: found.data?.pages.flat() ?? [] };
}
