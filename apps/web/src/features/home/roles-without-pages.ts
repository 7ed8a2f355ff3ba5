import type { Role } from '@jeoul/shared/access/permissions';

/** The roles whose pages are still to come: their home page says so. */
export const rolesWithoutPages = ['store_manager', 'marketer'] as const satisfies readonly Role[];
