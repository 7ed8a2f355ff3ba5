import { Box, Button, ButtonBase, Tooltip } from '@mui/material';
import { CloudOff, Monitor, Moon, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Key } from '../components/key.tsx';
import { CrumbsSlot } from '../components/page/crumbs.tsx';
import { keepFocus } from '../lib/keep-focus.ts';
import { useIsLive } from '../lib/live.tsx';
import { showOverlay } from '../lib/overlay.ts';
import { JobsIndicator } from './jobs-indicator.tsx';
import { PersonMenu } from './person-menu.tsx';
import { usePreferences } from './use-preferences.ts';

const nextTheme = { system: 'light', light: 'dark', dark: 'system' } as const;
const themeIcons = { system: Monitor, light: Sun, dark: Moon };
const themeLabels = { system: 'shell.themeSystem', light: 'shell.themeLight', dark: 'shell.themeDark' } as const;

/** The language in use; one press switches to the other. */
export function LanguageButton() {
  const { t } = useTranslation();
  const { locale, changeLocale } = usePreferences();
  const label = t(locale === 'ko' ? 'shell.toEnglish' : 'shell.toKorean');
  return (
    <Tooltip title={label}>
      <Button
        variant="text"
        lang={locale === 'ko' ? 'en' : 'ko'}
        onClick={() => changeLocale(locale === 'ko' ? 'en' : 'ko')}
        sx={{ minWidth: 32, px: 1.5, color: 'text.secondary' }}
        aria-label={`${locale.toUpperCase()}, ${label}`}
      >
        {locale.toUpperCase()}
      </Button>
    </Tooltip>
  );
}

/** As the system, light, dark: one press goes to the next. */
export function ThemeButton() {
  const { t } = useTranslation();
  const { theme, changeTheme } = usePreferences();
  const Icon = themeIcons[theme];
  const label = `${t('shell.theme')}: ${t(themeLabels[theme])}`;
  return (
    <Tooltip title={label}>
      <Button
        variant="text"
        aria-label={label}
        onClick={() => changeTheme(nextTheme[theme])}
        sx={{ minWidth: 32, px: 0, color: 'text.secondary' }}
      >
        <Icon size={16} strokeWidth={1.6} aria-hidden />
      </Button>
    </Tooltip>
  );
}

/** Says when nothing live arrives any more; what the page shows may then be old. */
function ConnectionMark() {
  const { t } = useTranslation();
  const isLive = useIsLive();
  return (
    <Box
      role="status"
      sx={{ display: 'flex', alignItems: 'center', gap: 1.5, color: 'amber.main', whiteSpace: 'nowrap' }}
    >
      {isLive ? null : (
        <>
          <CloudOff size={14} aria-hidden />
          {t('shell.reconnecting')}
        </>
      )}
    </Box>
  );
}

/** Where one is, the way to everything else, what is running, and who one is. */
export function TopBar() {
  const { t } = useTranslation();
  return (
    <Box
      component="header"
      onMouseDown={keepFocus}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        px: 5,
        borderBottom: 1,
        borderColor: 'divider',
        minWidth: 0,
      }}
    >
      <CrumbsSlot />
      {/* Left of the search: what comes and goes must not push what is reached for. */}
      <Box sx={{ ml: 'auto', display: 'flex', alignItems: 'center', gap: 3 }}>
        <ConnectionMark />
        <JobsIndicator />
      </Box>
      <ButtonBase
        onClick={() => showOverlay('palette')}
        aria-keyshortcuts="Control+K Meta+K"
        sx={{
          flex: '0 0 280px',
          height: 30,
          px: 2.5,
          justifyContent: 'space-between',
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          bgcolor: 'ground.surface',
          color: 'text.disabled',
          '&:hover': { borderColor: 'fieldLine' },
        }}
      >
        {t('shell.search')}
        <Key combo="Mod+KeyK" />
      </ButtonBase>
      <Box sx={{ display: 'flex', alignItems: 'center' }}>
        <LanguageButton />
        <ThemeButton />
      </Box>
      <PersonMenu />
    </Box>
  );
}
