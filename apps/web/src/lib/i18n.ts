import type { Locale } from '@jeoul/shared/access/preferences';
import i18next, { changeLanguage, use } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { storedLocale, storeLocale } from './stored-preferences.ts';

/** The page loads the language in use first and the other one when idle, so that switching is instant. */
const loaders = {
  ko: async () => (await import('../locales/ko.ts')).ko,
  en: async () => (await import('../locales/en.ts')).en,
};

async function load(locale: Locale): Promise<void> {
  if (i18next.hasResourceBundle(locale, 'translation')) return;
  i18next.addResourceBundle(locale, 'translation', await loaders[locale]());
}

/** Starts i18next in the language this browser last used; Korean when it never chose. */
export async function startI18n(): Promise<void> {
  const locale = storedLocale();
  if (import.meta.env.DEV) {
    const { pseudoLocale } = await import('./pseudo-locale.ts');
    use(pseudoLocale);
  }
  await use(initReactI18next).init({
    lng: locale,
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
    // There is one namespace, and permissions have a colon in their names.
    nsSeparator: false,
    postProcess: import.meta.env.DEV ? ['pseudo'] : [],
  });
  await load(locale);
  await changeLanguage(locale);
  document.documentElement.lang = locale;
}

/** Loads the languages not in use, so that a later switch has nothing to wait for. */
export async function preloadLocales(): Promise<void> {
  await Promise.all([load('ko'), load('en')]);
}

/** Switches the page's language and remembers it in this browser. */
export async function setLocale(locale: Locale): Promise<void> {
  await load(locale);
  storeLocale(locale);
  document.documentElement.lang = locale;
  await changeLanguage(locale);
}
