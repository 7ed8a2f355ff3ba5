import type { Permission } from '@jeoul/shared/access/permissions';

/** Thrown by a route whose permission the person's role lacks. */
export class NotAllowedError extends Error {
  readonly permission: Permission;

  constructor(permission: Permission) {
    super(`the role lacks ${permission}`);
    this.name = 'NotAllowedError';
    this.permission = permission;
  }
}
