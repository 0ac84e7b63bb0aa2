// Users: who has an account, invites, roles, and switching an account off.
import { createRoute, z } from '@hono/zod-openapi';
import { AppError } from '#db/model/errors.ts';
import { saveAudit } from '#db/store/audit.ts';
import type { Account, Accounts } from '../http/accounts.ts';
import type { AppContext, AppDeps, SignedIn } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { checkGrant } from '../http/grants.ts';
import { openInvite } from '../http/links.ts';
import { permit } from '../http/permission.ts';
import { created, jsonBody, ok, openRouter } from '../http/route-parts.ts';
import { userChangeInput, userCreatedShape, userInput, userShape, usersShape } from '../http/shapes/people.ts';
import { toIso } from '../http/to-iso.ts';

const tags = ['people'];

const listUsers = createRoute({
  method: 'get',
  path: '/api/users',
  tags,
  summary: 'Everybody who has an account',
  ...permit('users:read'),
  responses: ok(usersShape, 'All users, by name.'),
});

const inviteUser = createRoute({
  method: 'post',
  path: '/api/users',
  tags,
  summary: 'Invite somebody: the link is shown once, works once, for 24 hours',
  ...permit('users:write'),
  request: { body: jsonBody(userInput) },
  responses: created(userCreatedShape, 'The account without a password, and its link.'),
});

const changeUser = createRoute({
  method: 'patch',
  path: '/api/users/{id}',
  tags,
  summary: 'Change name or role, or switch the account off; a new role or "off" ends all its sessions',
  ...permit('users:write'),
  request: { params: z.strictObject({ id: z.string().min(1).max(100) }), body: jsonBody(userChangeInput) },
  responses: ok(userShape, 'The user after the change.'),
});

const renewInvite = createRoute({
  method: 'post',
  path: '/api/users/{id}/invite',
  tags,
  summary: 'A new link for somebody who never set a password or lost it; earlier links and all sessions end',
  ...permit('users:write'),
  request: { params: z.strictObject({ id: z.string().min(1).max(100) }) },
  responses: created(userCreatedShape, 'The user and the new link.'),
});

function toUserJson(account: Account, you: SignedIn | null): z.infer<typeof userShape> {
  const { id, name, email, role, isDisabled, hasPassword, isDemo, twoFactor, createdAt } = account;
  const state = isDisabled ? 'disabled' : hasPassword || isDemo ? 'active' : 'invited';
  return { id, name, email, role, state, twoFactor, createdAt: toIso(createdAt), isYou: id === you?.userId };
}

function signedInOf(c: AppContext): SignedIn {
  const who = c.get('signedIn');
  if (who === null) throw new AppError('unauthorized', 'sign in first');
  return who;
}

export function userRoutes(deps: AppDeps, accounts: Accounts) {
  const { db, clock } = deps;
  return openRouter()
    .openapi(listUsers, async (c) => {
      const you = c.get('signedIn');
      return c.json({ users: (await accounts.findAccounts()).map((account) => toUserJson(account, you)) }, 200);
    })
    .openapi(inviteUser, async (c) => {
      const who = signedInOf(c);
      const person = c.req.valid('json');
      checkGrant(who.role, person.role);
      const account = await accounts.addAccount(person);
      const invite = await openInvite(deps, deps.publicUrl ?? new URL(c.req.url).origin, account);
      await saveAudit(db, { at: clock(), ...actorOf(c), action: 'user_invited', subject: account.email, details: { role: account.role } });
      return c.json({ user: toUserJson(account, who), ...invite }, 201);
    })
    .openapi(changeUser, async (c) => {
      const who = signedInOf(c);
      const { id } = c.req.valid('param');
      const { name, role, disabled } = c.req.valid('json');
      const before = await accounts.getAccount(id);
      if (id === who.userId && role !== undefined && role !== before.role)
        throw new AppError('forbidden', 'nobody may change their own role');
      if (id === who.userId && disabled === true) throw new AppError('forbidden', 'nobody may switch off their own account');
      checkGrant(who.role, before.role);
      if (role !== undefined) checkGrant(who.role, role);
      const account = await accounts.changeAccount(id, { name, role, isDisabled: disabled });
      await saveAudit(db, { at: clock(), ...actorOf(c), action: 'user_changed', subject: before.email, details: { name, role, disabled } });
      return c.json(toUserJson(account, who), 200);
    })
    .openapi(renewInvite, async (c) => {
      const who = signedInOf(c);
      const account = await accounts.getAccount(c.req.valid('param').id);
      checkGrant(who.role, account.role);
      if (account.isDemo || account.isDisabled) throw new AppError('conflict', 'this account cannot be signed in to, so it gets no link');
      const invite = await openInvite(deps, deps.publicUrl ?? new URL(c.req.url).origin, account);
      await saveAudit(db, { at: clock(), ...actorOf(c), action: 'user_invited_again', subject: account.email, details: {} });
      return c.json({ user: toUserJson(account, who), ...invite }, 201);
    });
}
