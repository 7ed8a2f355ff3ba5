import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { CssBaseline, ThemeProvider } from '@mui/material';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { queryClient } from '../lib/query-client.ts';
import { themeStorageKey } from '../lib/stored-preferences.ts';
import { FeaturesProvider } from '../shell/shell-context.tsx';
import { theme } from '../theme/theme.ts';
import { features } from './features.ts';

/** The server writes a fresh nonce into the page; without it the security policy would drop emotion's styles. */
function styleNonce(): string | undefined {
  return document.querySelector('meta[property="csp-nonce"]')?.getAttribute('content') ?? undefined;
}

const styles = createCache({ key: 'jeoul', nonce: styleNonce() });

export function Providers({ children }: { children: ReactNode }) {
  return (
    <CacheProvider value={styles}>
      <ThemeProvider theme={theme} defaultMode="system" modeStorageKey={themeStorageKey}>
        <CssBaseline enableColorScheme />
        <QueryClientProvider client={queryClient}>
          <FeaturesProvider features={features}>{children}</FeaturesProvider>
        </QueryClientProvider>
      </ThemeProvider>
    </CacheProvider>
  );
}
