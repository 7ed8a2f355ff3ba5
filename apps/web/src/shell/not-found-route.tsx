import { createRoute } from '@tanstack/react-router';
import { consoleRoute } from './console-route.tsx';
import { NotFoundPage } from './pages/not-found-page.tsx';

/** Any other address: said inside the frame, so that everything else is one press away. */
export const notFoundRoute = createRoute({
  getParentRoute: () => consoleRoute,
  path: '$',
  component: NotFoundPage,
});
