// Roles and what each may do: one table, deny by default.

export const roles = ['admin', 'support_manager', 'product_manager', 'annotator', 'viewer'] as const;
export type Role = (typeof roles)[number];

export const permissions = [
  'metrics:read',
  'conversations:read',
  'export:read',
  'settings:read',
  'settings:write',
  'users:read',
  'users:write',
  'sources:read',
  'sources:write',
  'annotations:write',
  'annotations:manage',
  'audit:read',
  'demo:remove',
] as const;
export type Permission = (typeof permissions)[number];

/** What each role may do; a permission that is not named here is denied. */
export const rolePermissions: Readonly<Record<Role, readonly Permission[]>> = {
  admin: permissions,
  support_manager: [
    'metrics:read',
    'conversations:read',
    'export:read',
    'settings:read',
    'settings:write',
    'users:read',
    'sources:read',
    'annotations:write',
    'annotations:manage',
  ],
  product_manager: ['metrics:read', 'conversations:read', 'export:read', 'settings:read', 'sources:read', 'annotations:write'],
  annotator: ['metrics:read', 'conversations:read', 'annotations:write'],
  viewer: ['metrics:read'],
};
