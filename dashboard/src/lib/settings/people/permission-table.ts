// What each role may do, to be read: the server decides by its own table, which a test compares with this one.
import type { Permission, Role } from '../shapes.ts';

export const roles = ['admin', 'support_manager', 'product_manager', 'annotator', 'viewer'] as const satisfies readonly Role[];

export const permissions = [
  'metrics:read',
  'conversations:read',
  'export:read',
  'annotations:write',
  'annotations:manage',
  'sources:read',
  'settings:read',
  'settings:write',
  'users:read',
  'users:write',
  'sources:write',
  'audit:read',
  'demo:remove',
] as const satisfies readonly Permission[];

const productManager = ['metrics:read', 'conversations:read', 'export:read', 'annotations:write', 'sources:read', 'settings:read'] as const;

export const rolePermissions: Readonly<Record<Role, readonly Permission[]>> = {
  admin: permissions,
  support_manager: [...productManager, 'annotations:manage', 'settings:write', 'users:read'],
  product_manager: productManager,
  annotator: ['metrics:read', 'conversations:read', 'annotations:write'],
  viewer: ['metrics:read'],
};

/** Roles that may do all that is asked for: whom to turn to. */
export function rolesThatMay(permission: Permission): Role[] {
  return roles.filter((role) => rolePermissions[role].includes(permission));
}
