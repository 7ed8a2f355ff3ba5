import type { DeliveryState } from '@jeoul/shared/platform/webhooks';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { trpc, type RouterOutputs } from '../../../lib/trpc.ts';

export type Delivery = RouterOutputs['platform']['deliveries']['list']['deliveries'][number];

/** Attempts are made without anybody telling the page. */
const againMs = 10_000;

/** Deliveries in one state, newest first, page after page. */
export function useDeliveries(state: DeliveryState) {
  const list = useInfiniteQuery(
    trpc.platform.deliveries.list.infiniteQueryOptions(
      { state, limit: 50 },
      { getNextPageParam: (page) => page.next ?? undefined, refetchInterval: againMs },
    ),
  );
  return { ...list, deliveries: list.data?.pages.flatMap((page) => page.deliveries) ?? [] };
}

/** Reads all lists of deliveries anew. */
export function useReadAgain() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: trpc.platform.deliveries.pathKey() });
}
