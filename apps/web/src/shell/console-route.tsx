import type { Permission } from '@jeoul/shared/access/permissions';
import { createRoute, redirect, retainSearchParams } from '@tanstack/react-router';
import { z } from 'zod';
import type { Me } from '../lib/me.tsx';
import { trpc } from '../lib/trpc.ts';
import { Frame } from './frame.tsx';
import { NotAllowedError } from './not-allowed-error.ts';
import { rootRoute } from './root-route.tsx';

/** Which sides are folded away, when not what the width of the screen would have. Kept from page to page. */
const frameSearch = z.object({ fold: z.enum(['l', 'r', 'lr', 'none']).optional().catch(undefined) });

/** The parent of every page one must be signed in for. */
export const consoleRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'console',
  validateSearch: frameSearch,
  search: { middlewares: [retainSearchParams(['fold'])] },
  beforeLoad: async ({ context, location }): Promise<{ me: Me }> => {
    const me = await context.queryClient.ensureQueryData({ ...trpc.access.me.queryOptions(), staleTime: 60_000 });
    if (me === null) throw redirect({ to: '/sign-in', search: { next: location.href } });
    return { me };
  },
  component: Frame,
});

/** For a route's `beforeLoad`: shows the not-allowed page to roles without the permission. */
export function permitted(permission: Permission): (options: { context: { me: Me } }) => void {
  return ({ context }) => {
    if (!context.me.permissions.includes(permission)) throw new NotAllowedError(permission);
  };
}
