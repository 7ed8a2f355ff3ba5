import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css';
import { CssBaseline, ThemeProvider } from '@mui/material';
import { createRoot } from 'react-dom/client';
import { preloadLocales, startI18n } from '../../src/lib/i18n.ts';
import { themeStorageKey } from '../../src/lib/stored-preferences.ts';
import { theme } from '../../src/theme/theme.ts';
import { Gallery } from './gallery.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
await startI18n();
await preloadLocales();
createRoot(root).render(
  <ThemeProvider theme={theme} defaultMode="system" modeStorageKey={themeStorageKey}>
    <CssBaseline enableColorScheme />
    <Gallery />
  </ThemeProvider>,
);
