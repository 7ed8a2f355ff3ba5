import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Providers } from './app/providers.tsx';
import { RootErrorBoundary } from './app/root-error-boundary.tsx';
import { router } from './app/router.ts';
import { startI18n } from './lib/i18n.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

await startI18n();
createRoot(root).render(
  <StrictMode>
    <Providers>
      <RootErrorBoundary>
        <RouterProvider router={router} />
      </RootErrorBoundary>
    </Providers>
  </StrictMode>,
);
