import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Providers } from './app/providers.tsx';
import { RootErrorBoundary } from './app/root-error-boundary.tsx';
import { router } from './app/router.ts';
import { startI18n } from './lib/i18n.ts';
import { reloadOnStaleScripts } from './lib/stale-scripts.ts';
import { NotAllowedError } from './shell/not-allowed-error.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

// After a new version was put live, a page opened before asks for scripts that are gone: it is loaded anew, once.
reloadOnStaleScripts();
await startI18n();
createRoot(root, {
  // A page that is refused is answered on the page: nothing went wrong that the console had to tell of.
  onCaughtError: (error) => {
    if (!(error instanceof NotAllowedError)) console.error(error);
  },
}).render(
  <StrictMode>
    <Providers>
      <RootErrorBoundary>
        <RouterProvider router={router} />
      </RootErrorBoundary>
    </Providers>
  </StrictMode>,
);
