import type { AppRouter } from '@jeoul/api/router';
import type { JeoulErrorData } from '@jeoul/shared/platform/error-codes';
import {
  createTRPCClient,
  httpBatchLink,
  httpLink,
  httpSubscriptionLink,
  isTRPCClientError,
  splitLink,
} from '@trpc/client';
import type { inferRouterOutputs } from '@trpc/server';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { queryClient } from './query-client.ts';

export type RouterOutputs = inferRouterOutputs<AppRouter>;

const url = '/trpc';

/** For a call that takes seconds: those beside it must not wait for its answer in one batch. */
export const onItsOwn = { trpc: { context: { isOnItsOwn: true } } };

/** The API as plain promises, for code outside React. Subscriptions go by server-sent events, the rest in batches. */
export const trpcClient = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: (operation) => operation.type === 'subscription',
      true: httpSubscriptionLink({ url }),
      false: splitLink({
        condition: ({ context }) => context.isOnItsOwn === true,
        true: httpLink({ url }),
        false: httpBatchLink({ url, maxURLLength: 2000 }),
      }),
    }),
  ],
});

/** The API as react-query options: `useQuery(trpc.access.me.queryOptions())`. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client: trpcClient, queryClient });

/** What the server said of a failed call, or null when the call never reached it. */
export function serverErrorOf(error: unknown): JeoulErrorData | null {
  if (!isTRPCClientError<AppRouter>(error)) return null;
  return error.data?.jeoul ?? null;
}
