// Permission of a route: declared beside its path, checked before its input is read, denied where it is missing.
import type { Handler, MiddlewareHandler } from 'hono';
import { AppError } from '#db/model/errors.ts';
import { type Permission, type Role, rolePermissions } from '#db/model/role.ts';
import type { AppContext, AppEnv } from './app-env.ts';

/** Doors of programs: a key of the source, or a signature made with one. A session opens none of them. */
export const programDoors = ['source-key', 'source-signature'] as const;
export type ProgramDoor = (typeof programDoors)[number];

/** `anyone`: no sign-in needed; `signed-in`: any role; a door of programs; else the permission that the role must have. */
export type RoutePermission = 'anyone' | 'signed-in' | ProgramDoor | Permission;

const mark: unique symbol = Symbol('permission of the route');

type Marked = { readonly [mark]: RoutePermission };

/** Whether a role has a permission: the one table, nothing else. */
export function may(role: Role, permission: Permission): boolean {
  return rolePermissions[role].includes(permission);
}

/** Whether whoever asks has a permission, where a route tells some of them more than others. */
export function isAllowed(c: AppContext, permission: Permission): boolean {
  const role = c.get('signedIn')?.role ?? null;
  return role !== null && may(role, permission);
}

/** The check itself: `unauthorized` for strangers, `forbidden` for roles that lack the permission. */
export function checkPermission(role: Role | null, permission: Exclude<RoutePermission, ProgramDoor>): void {
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
export function permit<P extends Exclude<RoutePermission, ProgramDoor>>(permission: P) {
  const check: MiddlewareHandler<AppEnv> = async (c, next) => {
    checkPermission(c.get('signedIn')?.role ?? null, permission);
    await next();
  };
  return { middleware: Object.assign(check, { [mark]: permission } satisfies Marked), 'x-permission': permission };
}

/** Declares a route for programs, with the check of its door. Who is signed in does not matter there and is not even looked up. */
export function permitProgram<P extends ProgramDoor>(door: P, check: MiddlewareHandler<AppEnv>) {
  const guard: MiddlewareHandler<AppEnv> = (c, next) => check(c, next);
  return { middleware: Object.assign(guard, { [mark]: door } satisfies Marked), 'x-permission': door };
}

export function isProgramDoor(permission: RoutePermission | null): permission is ProgramDoor {
  return programDoors.some((door) => door === permission);
}

function isMarked(handler: object): handler is Marked {
  return mark in handler;
}

/** What a handler declared by `permit`; null for handlers that declare nothing. */
export function permissionOf(handler: Handler | MiddlewareHandler): RoutePermission | null {
  return isMarked(handler) ? handler[mark] : null;
}
