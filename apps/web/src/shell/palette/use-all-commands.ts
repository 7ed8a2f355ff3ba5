import { useNavigate } from '@tanstack/react-router';
import { Keyboard, Languages, LogOut, Monitor, Moon, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Command, useOfferedCommands } from '../../lib/commands.ts';
import { signOut } from '../../lib/session.ts';
import { useRailEntries } from '../rail.tsx';
import { usePreferences } from '../use-preferences.ts';

/** Everything the palette can do here: what the page and the features offer, every page, the display, the way out. */
export function useAllCommands({ onShowKeys }: { onShowKeys: () => void }): readonly Command[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { changeLocale, changeTheme } = usePreferences();
  const offered = useOfferedCommands();
  const places = useRailEntries().map(
    (entry): Command => ({
      id: `go.${entry.to}`,
      label: t(entry.label),
      group: 'navigate',
      icon: entry.icon,
      keywords: `${entry.keywords ?? ''} ${entry.to}`,
      run: () => void navigate({ to: entry.to }),
    }),
  );
  return [
    ...offered,
    ...places,
    {
      id: 'shell.korean',
      label: t('shell.toKorean'),
      group: 'preference',
      icon: Languages,
      keywords: '언어 korean language 한국어',
      run: () => changeLocale('ko'),
    },
    {
      id: 'shell.english',
      label: t('shell.toEnglish'),
      group: 'preference',
      icon: Languages,
      keywords: '언어 영어 english language',
      run: () => changeLocale('en'),
    },
    {
      id: 'shell.light',
      label: t('shell.themeLight'),
      group: 'preference',
      icon: Sun,
      keywords: '테마 라이트 light theme',
      run: () => changeTheme('light'),
    },
    {
      id: 'shell.dark',
      label: t('shell.themeDark'),
      group: 'preference',
      icon: Moon,
      keywords: '테마 다크 dark theme',
      run: () => changeTheme('dark'),
    },
    {
      id: 'shell.system',
      label: t('shell.themeSystem'),
      group: 'preference',
      icon: Monitor,
      keywords: '테마 system theme',
      run: () => changeTheme('system'),
    },
    {
      id: 'shell.keys',
      label: t('shell.keysShow'),
      group: 'preference',
      icon: Keyboard,
      keywords: 'shortcuts keyboard 키보드',
      combo: 'Shift+Slash',
      run: onShowKeys,
    },
    {
      id: 'access.signOut',
      label: t('access.signOut'),
      group: 'account',
      icon: LogOut,
      keywords: 'sign out logout',
      run: () => void signOut(),
    },
  ];
}
