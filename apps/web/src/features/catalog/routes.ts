import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { orNotFound } from '../../lib/or-not-found.ts';
import { trpc } from '../../lib/trpc.ts';
import { consoleRoute, permitted } from '../../shell/console-route.tsx';

export const importsRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/imports',
  beforeLoad: permitted('catalog:import'),
  component: lazyRouteComponent(() => import('./imports-page.tsx'), 'ImportsPage'),
});

export const importRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/imports/$importId',
  beforeLoad: permitted('catalog:import'),
  loader: ({ context, params }) =>
    orNotFound(context.queryClient.ensureQueryData(trpc.catalog.import.queryOptions({ id: params.importId }))),
  component: lazyRouteComponent(() => import('./import-page.tsx'), 'ImportPage'),
});
