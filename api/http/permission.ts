// Permission of a route: declared beside its path, checked before its input is read, denied where it is missing.
import type { Handler, MiddlewareHandler } from 'hono';
import { AppError } from '#db/model/errors.ts';
import { type Permission, type Role, rolePermissions } from '#db/model/role.ts';
import type { AppEnv } from './app-env.ts';

/** `anyone`: no sign-in needed; `signed-in`: any role; else the permission that the role must have. */
export type RoutePermission = 'anyone' | 'signed-in' | Permission;

const mark: unique symbol = Symbol('permission of the route');

type Marked = { readonly [mark]: RoutePermission };

/** Whether a role has a permission: the one table, nothing else. */
export function may(role: Role, permission: Permission): boolean {
  return rolePermissions[role].includes(permission);
}

/** The check itself: `unauthorized` for strangers, `forbidden` for roles that lack the permission. */
export function checkPermission(role: Role | null, permission: RoutePermission): void {
  if (permission === 'anyone') return;
  if (role === null) throw new AppError('unauthorized', 'sign in first');
  if (permission !== 'signed-in' && !may(role, permission)) {
    throw new AppError('forbidden', `your role (${role}) may not do this: it needs ${permission}`);
  }
}

/**
 * Declares the permission of a route, to be spread into `createRoute`. The check runs before the validators,
 * so that a stranger learns nothing about a route's input.
 */
export function permit<P extends RoutePermission>(permission: P) {
  const check: MiddlewareHandler<AppEnv> = async (c, next) => {
    checkPermission(c.get('signedIn')?.role ?? null, permission);
    await next();
  };
  return { middleware: Object.assign(check, { [mark]: permission } satisfies Marked), 'x-permission': permission };
}

function isMarked(handler: object): handler is Marked {
  return mark in handler;
}

/** What a handler declared by `permit`; null for handlers that declare nothing. */
export function permissionOf(handler: Handler | MiddlewareHandler): RoutePermission | null {
  return isMarked(handler) ? handler[mark] : null;
}
