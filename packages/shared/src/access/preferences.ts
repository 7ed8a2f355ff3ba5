import { z } from 'zod';

export const locales = ['ko', 'en'] as const;
export type Locale = (typeof locales)[number];
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const preferencesInput = z.object({ locale: z.enum(locales).optional(), theme: z.enum(themes).optional() });
