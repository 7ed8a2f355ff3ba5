/** Who may do what: one table, read by the server's procedure builder and by the page to hide what a role can't do. */
export const roles = ['operator', 'store_manager', 'marketer', 'ml_engineer', 'analyst', 'admin'] as const;
export type Role = (typeof roles)[number];

export const permissions = [
  'task:decide',
  'task:read',
  'task:adjudicate',
  'team:read',
  'personal-data:read',
  'effect:read',
  'objection:file',
  'objection:rule',
  'queue:configure',
  'catalog:read',
  'catalog:import',
  'model:read',
  'model:train',
  'model:promote',
  'job:read',
  'user:manage',
  'webhook:manage',
  'audit:read',
] as const;
export type Permission = (typeof permissions)[number];

const granted: Record<Role, readonly Permission[]> = {
  operator: [
    'task:decide',
    'task:read',
    'personal-data:read',
    'effect:read',
    'objection:file',
    'objection:rule',
    'model:read',
    'catalog:read',
  ],
  store_manager: ['catalog:read'],
  marketer: ['catalog:read'],
  ml_engineer: [
    'task:read',
    'task:decide',
    'task:adjudicate',
    'team:read',
    'effect:read',
    'queue:configure',
    'catalog:read',
    'catalog:import',
    'model:read',
    'model:train',
    'model:promote',
    'job:read',
  ],
  analyst: ['catalog:read', 'task:read', 'effect:read', 'model:read'],
  admin: permissions,
};

/** Every permission of a role. */
export function permissionsOf(role: Role): readonly Permission[] {
  return granted[role];
}

/** Whether a role holds a permission. */
export function isPermitted(role: Role, permission: Permission): boolean {
  return granted[role].includes(permission);
}

/** Store managers see their own stores and no others; everybody else who may read the catalogue sees all of it. */
export function isScopedToStores(role: Role): boolean {
  return role === 'store_manager';
}
