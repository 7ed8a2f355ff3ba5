import type { ParseKeys } from 'i18next';

/** The key of any text of `src/locales`, for data that names its text: rail entries, commands, columns. */
export type MessageKey = ParseKeys;
