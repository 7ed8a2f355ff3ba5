import { QueryClient } from '@tanstack/react-query';
import { TRPCClientError } from '@trpc/client';

const attempts = 2;

/** Only what may be otherwise next time is tried again: a lost connection or a 5xx, not a refusal. */
function isWorthRetrying(failureCount: number, error: unknown): boolean {
  if (failureCount >= attempts) return false;
  if (!(error instanceof TRPCClientError)) return true;
  const status: unknown = error.data?.httpStatus;
  return typeof status !== 'number' || status >= 500;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: isWorthRetrying, staleTime: 10_000, refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
});
