import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { z } from 'zod';
import { trpc } from '../../lib/trpc.ts';
import { rootRoute } from '../../shell/root-route.tsx';
import { safeNext } from './safe-next.ts';

const signInSearch = z.object({ next: z.string().optional().catch(undefined) });

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: signInSearch,
  beforeLoad: async ({ context, search }) => {
    const me = await context.queryClient.fetchQuery(trpc.access.me.queryOptions()).catch(() => null);
    if (me !== null) throw redirect({ href: safeNext(search.next) });
  },
  // Before the first paint: whether there are demo accounts decides what has the focus.
  loader: async ({ context }) => ({
    demoAccounts: await context.queryClient.ensureQueryData(trpc.access.demoAccounts.queryOptions()).catch(() => []),
  }),
  component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage'),
});
