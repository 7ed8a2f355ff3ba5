import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useHotkeys } from '../lib/hotkeys/use-hotkeys.ts';
import { preloadLocales } from '../lib/i18n.ts';
import { showOverlay, useOverlay } from '../lib/overlay.ts';
import { useIsPermitted } from '../lib/me.tsx';
import { Notices } from './notices.tsx';
import { PaletteAhead } from './palette-ahead.tsx';
import { useFeatures } from './shell-context.tsx';

const loadPalette = () => import('./palette/command-palette.tsx');
const loadSheet = () => import('./key-sheet.tsx');
const CommandPalette = lazy(async () => ({ default: (await loadPalette()).CommandPalette }));
const KeySheet = lazy(async () => ({ default: (await loadSheet()).KeySheet }));

/** Fetches what the first key press may ask for, once the page has settled. */
function usePreload(): void {
  useEffect(() => {
    const timer = setTimeout(() => void Promise.all([loadPalette(), loadSheet(), preloadLocales()]), 1_500);
    return () => clearTimeout(timer);
  }, []);
}

/** What the features do behind every page, for those whose role has a use for it. */
function Backgrounds() {
  const isPermitted = useIsPermitted();
  return useFeatures().map(({ background }) => {
    if (!background || (background.permission && !isPermitted(background.permission))) return null;
    const { id, Background } = background;
    return <Background key={id} />;
  });
}

type FrameOverlaysProps = { isRailWide: boolean; onToggleRail: () => void };

/** What lies over the page, and the keys that work on every page. */
export function FrameOverlays({ isRailWide, onToggleRail }: FrameOverlaysProps) {
  const { t } = useTranslation();
  const overlay = useOverlay();
  usePreload();
  const close = () => showOverlay(null);
  useHotkeys([
    {
      id: 'shell.palette',
      combo: 'Mod+KeyK',
      label: t('shell.search'),
      scope: 'everywhere',
      worksInText: true,
      worksInDialog: overlay === 'palette',
      run: () => showOverlay(overlay === 'palette' ? null : 'palette'),
    },
    {
      id: 'shell.keys',
      combo: 'Shift+Slash',
      label: t('shell.keysShow'),
      scope: 'everywhere',
      run: () => showOverlay('keys'),
    },
    {
      id: 'shell.rail',
      combo: 'Backslash',
      label: t(isRailWide ? 'shell.railNarrow' : 'shell.railWiden'),
      scope: 'everywhere',
      run: onToggleRail,
    },
  ]);
  return (
    <>
      <Suspense fallback={overlay === 'palette' ? <PaletteAhead onClose={close} /> : null}>
        {overlay === 'palette' ? <CommandPalette onClose={close} onShowKeys={() => showOverlay('keys')} /> : null}
        {overlay === 'keys' ? <KeySheet onClose={close} /> : null}
      </Suspense>
      <Suspense fallback={null}>
        <Backgrounds />
      </Suspense>
      <Notices />
    </>
  );
}
