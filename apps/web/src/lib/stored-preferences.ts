import type { Locale } from '@jeoul/shared/access/preferences';

/** Where this browser keeps what must be known before anybody has signed in. `first-paint/before-paint.js` reads the same. */
export const themeStorageKey = 'jeoul.theme';
const localeStorageKey = 'jeoul.locale';
const railStorageKey = 'jeoul.rail';

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // A browser may forbid storage: preferences then last as long as the page.
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // As above.
  }
}

export function storedLocale(): Locale {
  return read(localeStorageKey) === 'en' ? 'en' : 'ko';
}

export function storeLocale(locale: Locale): void {
  write(localeStorageKey, locale);
}

export function isRailWideStored(): boolean {
  return read(railStorageKey) === 'wide';
}

export function storeRailWide(isWide: boolean): void {
  write(railStorageKey, isWide ? 'wide' : 'narrow');
}
