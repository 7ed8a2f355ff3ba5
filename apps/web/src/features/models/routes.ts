import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router';
import { z } from 'zod';
import { sortParam } from '../../components/table/sort.ts';
import { orNotFound } from '../../lib/or-not-found.ts';
import { trpc } from '../../lib/trpc.ts';
import { consoleRoute, permitted } from '../../shell/console-route.tsx';

const hiddenColumns = z.array(z.string().max(40)).max(20).optional().catch(undefined);

export const modelsRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/models',
  beforeLoad: permitted('model:read'),
  loader: ({ context }) => context.queryClient.ensureQueryData(trpc.models.slots.queryOptions()),
  component: lazyRouteComponent(() => import('./slots/slots-page.tsx'), 'SlotsPage'),
});

const slotSearch = z.object({
  /** Versions measured on the same rows (unless said otherwise) or each on those of its time. */
  on: z.enum(['own']).optional().catch(undefined),
  figure: z.enum(['f1']).optional().catch(undefined),
  /** The moment asked about, as it stands in the field: 2026-11-22T14:05, in Seoul. */
  at: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
    .optional()
    .catch(undefined),
  hide: hiddenColumns,
});

export const slotRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/models/$slotKey',
  validateSearch: slotSearch,
  beforeLoad: permitted('model:read'),
  loader: ({ context, params: { slotKey } }) =>
    orNotFound(context.queryClient.ensureQueryData(trpc.models.slot.queryOptions({ slotKey }))),
  component: lazyRouteComponent(() => import('./slot/slot-page.tsx'), 'SlotPage'),
});

export const versionRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/models/$slotKey/$number',
  params: {
    parse: ({ number, slotKey }) => ({ slotKey, number: Number(number) }),
    stringify: ({ number, slotKey }) => ({ slotKey, number: String(number) }),
  },
  validateSearch: z.object({ sort: sortParam.optional().catch(undefined) }),
  beforeLoad: permitted('model:read'),
  loader: ({ context, params }) => {
    if (!Number.isInteger(params.number) || params.number < 1) throw notFound();
    return orNotFound(
      Promise.all([
        context.queryClient.ensureQueryData(trpc.models.slot.queryOptions({ slotKey: params.slotKey })),
        context.queryClient.ensureQueryData(trpc.models.version.queryOptions(params)),
      ]),
    );
  },
  component: lazyRouteComponent(() => import('./version/version-page.tsx'), 'VersionPage'),
});
