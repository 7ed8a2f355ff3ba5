import { effectFilters } from '@jeoul/shared/labeling/contract';
import type { QueryClient } from '@tanstack/react-query';
import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router';
import { z } from 'zod';
import { trpc } from '../../lib/trpc.ts';
import { consoleRoute, permitted } from '../../shell/console-route.tsx';
import { recordsSearch } from './records/records-search.ts';
import { teamSearch } from './team/team-search.ts';

type QueueRequest = { context: { queryClient: QueryClient }; params: { queueKey: string } };

/** Has the queue and its labels ready before the page; there is no page of a queue that is not there. */
async function loadQueue({ context: { queryClient }, params }: QueueRequest): Promise<void> {
  const queues = await queryClient.ensureQueryData(trpc.labeling.queues.queryOptions());
  if (!queues.some((queue) => queue.key === params.queueKey)) throw notFound();
  await queryClient.ensureQueryData(trpc.labeling.labels.queryOptions(params));
}

export const queuesRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/queues',
  beforeLoad: permitted('task:read'),
  component: lazyRouteComponent(() => import('./queues/queues-page.tsx'), 'QueuesPage'),
});

export const workRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/queues/$queueKey',
  beforeLoad: permitted('task:decide'),
  loader: loadQueue,
  component: lazyRouteComponent(() => import('./work/work-page.tsx'), 'WorkPage'),
});

export const effectsRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/effects',
  validateSearch: z.object({
    show: z.enum(effectFilters).optional().catch(undefined),
    effect: z.uuid().optional().catch(undefined),
  }),
  beforeLoad: permitted('effect:read'),
  component: lazyRouteComponent(() => import('./reviews/effects/effects-page.tsx'), 'EffectsPage'),
});

export const recordsRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/queues/$queueKey/list',
  validateSearch: recordsSearch,
  beforeLoad: permitted('task:read'),
  loader: loadQueue,
  component: lazyRouteComponent(() => import('./records/records-page.tsx'), 'RecordsPage'),
});

export const teamRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/team',
  validateSearch: teamSearch,
  beforeLoad: permitted('team:read'),
  loader: ({ context }) => context.queryClient.ensureQueryData(trpc.labeling.queues.queryOptions()),
  component: lazyRouteComponent(() => import('./team/team-page.tsx'), 'TeamPage'),
});

export const ownRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/own',
  validateSearch: teamSearch,
  beforeLoad: permitted('task:decide'),
  loader: ({ context }) => context.queryClient.ensureQueryData(trpc.labeling.queues.queryOptions()),
  component: lazyRouteComponent(() => import('./team/own-page.tsx'), 'OwnPage'),
});
