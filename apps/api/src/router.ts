import { accessRouter } from './features/access/access.router.ts';
import { catalogRouter } from './features/catalog/catalog.router.ts';
import { labelingRouter } from './features/labeling/labeling.router.ts';
import { modelsRouter } from './features/models/models.router.ts';
import { platformRouter } from './features/platform/platform.router.ts';
import { router } from './lib/trpc.ts';

export const appRouter = router({
  access: accessRouter,
  platform: platformRouter,
  catalog: catalogRouter,
  labeling: labelingRouter,
  models: modelsRouter,
});

export type AppRouter = typeof appRouter;
