import { Box, Link as MuiLink } from '@mui/material';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Navigate, Outlet } from '@tanstack/react-router';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { personalKeys } from '../lib/hotkeys/personal-keys.ts';
import { LiveConnection } from '../lib/live.tsx';
import { type Me, MeProvider } from '../lib/me.tsx';
import { isRailWideStored, storeRailWide } from '../lib/stored-preferences.ts';
import { trpc } from '../lib/trpc.ts';
import { CrumbsProvider } from '../components/page/crumbs.tsx';
import { sizes } from '../theme/tokens.ts';
import { FrameOverlays } from './frame-overlays.tsx';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';
import { usePreferences } from './use-preferences.ts';

/** A person's own language and theme win over what this browser last used, once, when they arrive. */
function useOwnPreferences(me: Me): void {
  const { changeLocale, changeTheme, locale, theme } = usePreferences();
  const arrived = useRef<string | null>(null);
  // Before anything is painted: no key is printed that does not work.
  useLayoutEffect(() => personalKeys.set(me.hotkeys), [me.hotkeys]);
  useEffect(() => {
    // Afterwards the page leads and the server follows.
    if (arrived.current === me.id) return;
    arrived.current = me.id;
    if (me.locale !== locale) changeLocale(me.locale);
    if (me.theme !== theme) changeTheme(me.theme);
  }, [me, locale, theme, changeLocale, changeTheme]);
}

function SignedInFrame({ me }: { me: Me }) {
  const { t } = useTranslation();
  const [isRailWide, setIsRailWide] = useState(isRailWideStored);
  useOwnPreferences(me);
  const toggleRail = () => {
    storeRailWide(!isRailWide);
    setIsRailWide(!isRailWide);
  };
  return (
    <MeProvider me={me}>
      <CrumbsProvider>
        <MuiLink
          href="#content"
          sx={{
            position: 'absolute',
            left: -9999,
            '&:focus': { left: 8, top: 8, zIndex: 2000, bgcolor: 'ground.surface', p: 2 },
          }}
        >
          {t('shell.skipToContent')}
        </MuiLink>
        <Box
          sx={{
            height: '100%',
            display: 'grid',
            gridTemplate: `${sizes.topBar}px minmax(0, 1fr) / ${isRailWide ? sizes.railWide : sizes.rail}px minmax(0, 1fr)`,
          }}
        >
          <Rail isWide={isRailWide} onToggle={toggleRail} />
          <TopBar />
          <Box sx={{ minHeight: 0, minWidth: 0 }}>
            <Outlet />
          </Box>
        </Box>
        <FrameOverlays isRailWide={isRailWide} onToggleRail={toggleRail} />
        <LiveConnection />
      </CrumbsProvider>
    </MeProvider>
  );
}

/** Rail, top bar and the page: what every signed-in page stands in. */
export function Frame() {
  const { data: me } = useSuspenseQuery(trpc.access.me.queryOptions());
  return me === null ? <Navigate to="/sign-in" search={{ next: '/' }} /> : <SignedInFrame me={me} />;
}
