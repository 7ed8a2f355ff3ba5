import { QueryClient } from '@tanstack/react-query';
import { TRPCClientError } from '@trpc/client';

const attempts = 2;

/** Only what may be otherwise next time is tried again: a lost connection or a 5xx, not a refusal. */
function isWorthRetrying(failureCount: number, error: unknown): boolean {
  if (failureCount >= attempts || !navigator.onLine) return false;
  if (!(error instanceof TRPCClientError)) return true;
  const status: unknown = error.data?.httpStatus;
  return typeof status !== 'number' || status >= 500;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    // Without a network a call fails and is worded at once; the default would wait for the network without a word.
    queries: { retry: isWorthRetrying, staleTime: 10_000, refetchOnWindowFocus: true, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});
