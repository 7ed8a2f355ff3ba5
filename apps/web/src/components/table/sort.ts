import { z } from 'zod';

/** A list's order as it stands in the address: `age` or `-age` for the greatest first. */
export const sortParam = z.string().regex(/^-?[a-zA-Z][\w.]*$/);

export type Sort = { key: string; isDescending: boolean };

export function parseSort(param: string | undefined): Sort | null {
  if (param === undefined || param === '') return null;
  return param.startsWith('-') ? { key: param.slice(1), isDescending: true } : { key: param, isDescending: false };
}

/** What pressing a header makes of the order: greatest first, least first, then the list's own order again. */
export function nextSort(param: string | undefined, key: string): string | undefined {
  const sort = parseSort(param);
  if (sort?.key !== key) return `-${key}`;
  return sort.isDescending ? key : undefined;
}
