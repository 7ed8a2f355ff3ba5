import { z } from 'zod';

export const locales = ['ko', 'en'] as const;
export type Locale = (typeof locales)[number];
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** When text that may hurt is veiled until asked for: always, where the model expects harm, or never. */
export const veils = ['always', 'likely', 'never'] as const;
export type Veil = (typeof veils)[number];

/** A combination of keys as the page writes it: `KeyG`, `Shift+Slash`, `Mod+KeyK`. */
const combo = z.string().regex(/^((Mod|Ctrl|Alt|Shift)\+){0,4}[A-Za-z0-9]{1,20}$/);

/** A person's own keys, by the name of what they do (`labeling.undo`); what is not named keeps the key it came with. */
export const personalHotkeys = z
  .record(z.string().regex(/^[A-Za-z0-9.:_-]{1,100}$/), combo)
  .refine((keys) => Object.keys(keys).length <= 300, { message: 'no page has so many shortcuts' });
export type PersonalHotkeys = z.infer<typeof personalHotkeys>;

export const preferencesInput = z.object({
  locale: z.enum(locales).optional(),
  theme: z.enum(themes).optional(),
  veil: z.enum(veils).optional(),
  hotkeys: personalHotkeys.optional(),
});
