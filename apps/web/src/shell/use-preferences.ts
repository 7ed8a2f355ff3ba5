import type { Locale, Theme } from '@jeoul/shared/access/preferences';
import { useColorScheme } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import { type PersonalKeys, personalKeys } from '../lib/hotkeys/personal-keys.ts';
import { setLocale } from '../lib/i18n.ts';
import { notify } from '../lib/notices.ts';
import { queryClient } from '../lib/query-client.ts';
import { trpc, trpcClient } from '../lib/trpc.ts';

/** Changes what the page already shows at once, and tells the server afterwards when somebody is signed in. */
async function remember(change: { locale?: Locale; theme?: Theme; hotkeys?: Record<string, string> }): Promise<void> {
  const key = trpc.access.me.queryKey();
  const me = queryClient.getQueryData(key);
  if (!me) return;
  queryClient.setQueryData(key, { ...me, ...change });
  await trpcClient.access.updatePreferences.mutate(change);
}

/**
 * The person's language, theme and keys. A failure to store the first two is not worth a word: this browser keeps them
 * anyway.
 */
export function usePreferences() {
  const { i18n, t } = useTranslation();
  const { mode, setMode } = useColorScheme();
  const locale: Locale = i18n.language === 'en' ? 'en' : 'ko';
  const theme: Theme = mode ?? 'system';
  return {
    locale,
    theme,
    changeLocale: (next: Locale) => {
      void setLocale(next);
      remember({ locale: next }).catch(() => undefined);
    },
    changeHotkeys: (next: PersonalKeys) => {
      personalKeys.set(next);
      remember({ hotkeys: { ...next } }).catch(() => notify({ text: t('shell.keysNotKept'), tone: 'harm' }));
    },
    changeTheme: (next: Theme) => {
      setMode(next);
      remember({ theme: next }).catch(() => undefined);
    },
  };
}
