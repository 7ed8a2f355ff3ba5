import { z } from 'zod';

export const locales = ['ko', 'en'] as const;
export type Locale = (typeof locales)[number];
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** When text that may hurt is veiled until asked for: always, where the model expects harm, or never. */
export const veils = ['always', 'likely', 'never'] as const;
export type Veil = (typeof veils)[number];

export const preferencesInput = z.object({
  locale: z.enum(locales).optional(),
  theme: z.enum(themes).optional(),
  veil: z.enum(veils).optional(),
});
