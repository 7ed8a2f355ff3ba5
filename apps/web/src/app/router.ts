import { createRouter } from '@tanstack/react-router';
import { signInRoute } from '../features/access/routes.ts';
import { importRoute, importsRoute } from '../features/catalog/routes.ts';
import { homeRoute } from '../features/home/routes.ts';
import {
  effectsRoute,
  ownRoute,
  queuesRoute,
  recordsRoute,
  teamRoute,
  workRoute,
} from '../features/labeling/routes.ts';
import { modelsRoute, slotRoute, versionRoute } from '../features/models/routes.ts';
import { deliveriesRoute } from '../features/platform/routes.ts';
import { queryClient } from '../lib/query-client.ts';
import { notFoundRoute } from '../shell/not-found-route.tsx';
import { NotFoundPage } from '../shell/pages/not-found-page.tsx';
import { PendingPage } from '../shell/pages/pending-page.tsx';
import { RouteErrorPage } from '../shell/pages/route-error-page.tsx';
import { consoleRoute } from '../shell/console-route.tsx';
import { rootRoute } from '../shell/root-route.tsx';

const routeTree = rootRoute.addChildren([
  signInRoute,
  consoleRoute.addChildren([
    notFoundRoute,
    homeRoute,
    queuesRoute,
    workRoute,
    effectsRoute,
    recordsRoute,
    teamRoute,
    ownRoute,
    importsRoute,
    importRoute,
    modelsRoute,
    slotRoute,
    versionRoute,
    deliveriesRoute,
  ]),
]);

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  // A page that is there within this time replaces the last one directly, with no placeholder in between.
  defaultPendingMs: 300,
  defaultPendingMinMs: 200,
  defaultPendingComponent: PendingPage,
  defaultErrorComponent: RouteErrorPage,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: false,
});
