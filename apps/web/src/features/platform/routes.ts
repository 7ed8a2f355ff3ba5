import { deliveryStates } from '@jeoul/shared/platform/webhooks';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { consoleRoute, permitted } from '../../shell/console-route.tsx';

export const deliveriesRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '/deliveries',
  validateSearch: z.object({
    state: z.enum(deliveryStates).optional().catch(undefined),
    delivery: z.uuid().optional().catch(undefined),
  }),
  beforeLoad: permitted('webhook:manage'),
  component: lazyRouteComponent(() => import('./deliveries/deliveries-page.tsx'), 'DeliveriesPage'),
});
