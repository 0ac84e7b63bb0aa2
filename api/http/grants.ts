// Grants: nobody gives a role, or touches the account of a role, that may do more than their own.
import { AppError } from '#db/model/errors.ts';
import { type Role, rolePermissions } from '#db/model/role.ts';

/** True where the role `by` may do everything that `role` may. */
export function covers(by: Role, role: Role): boolean {
  return rolePermissions[role].every((permission) => rolePermissions[by].includes(permission));
}

/** Throws `forbidden` where the role to be given or touched reaches beyond the giver's own. */
export function checkGrant(by: Role, role: Role): void {
  if (!covers(by, role)) throw new AppError('forbidden', `your role (${by}) may not grant or change ${role}, which may do more`);
}
