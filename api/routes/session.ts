// The session: who the visitor is and may do; and the demo sign-in, on loopback only.
import { createRoute } from '@hono/zod-openapi';
import { AppError } from '#db/model/errors.ts';
import { rolePermissions } from '#db/model/role.ts';
import { saveAudit } from '#db/store/audit.ts';
import { getWorkspace } from '#db/store/workspace.ts';
import type { Accounts } from '../http/accounts.ts';
import type { AppContext, AppDeps } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { setCookies } from '../http/cookies.ts';
import { isLoopbackRequest } from '../http/loopback.ts';
import { permit } from '../http/permission.ts';
import { ok, openRouter } from '../http/route-parts.ts';
import { doneShape } from '../http/shapes/operations.ts';
import { sessionShape } from '../http/shapes/people.ts';

const readSession = createRoute({
  method: 'get',
  path: '/api/session',
  tags: ['sign-in'],
  summary: 'Who am I, what may I do, and is this the demo?',
  ...permit('anyone'),
  responses: ok(sessionShape, 'The session; `signedIn: false` for strangers.'),
});

const signInToDemo = createRoute({
  method: 'post',
  path: '/api/session/demo',
  tags: ['sign-in'],
  summary: 'Sign in as the manager of the demo company; exists only on loopback and only with the demo',
  ...permit('anyone'),
  responses: ok(doneShape, 'Signed in by cookie.'),
});

const demoManager = { name: 'Demo manager', email: 'manager@demo.invalid', role: 'support_manager', isDemo: true } as const;

export function sessionRoutes({ db, clock, isLoopback, version }: AppDeps, accounts: Accounts) {
  const canSignInAsDemo = (c: AppContext, isDemo: boolean) => isDemo && isLoopback && isLoopbackRequest(c.req.raw.headers);
  return openRouter()
    .openapi(readSession, async (c) => {
      const [workspace, all] = await Promise.all([getWorkspace(db), accounts.findAccounts()]);
      const who = c.get('signedIn');
      return c.json(
        {
          signedIn: who !== null,
          user: who === null ? null : { id: who.userId, name: who.name, email: who.email, twoFactor: who.twoFactor },
          role: who?.role ?? null,
          permissions: who === null ? [] : rolePermissions[who.role],
          isDemo: workspace.isDemo,
          canSignInAsDemo: canSignInAsDemo(c, workspace.isDemo),
          isDemoUser: who?.isDemoUser ?? false,
          needsSetup: !all.some((account) => !account.isDemo),
          workspace: { name: workspace.name, zone: workspace.zone },
          version,
        },
        200,
      );
    })
    .openapi(signInToDemo, async (c) => {
      const { isDemo } = await getWorkspace(db);
      if (!canSignInAsDemo(c, isDemo)) throw new AppError('not_found', 'there is nothing here');
      const known = (await accounts.findAccounts()).find((account) => account.isDemo);
      const account = known ?? (await accounts.addAccount(demoManager));
      setCookies(c, await accounts.openSession(c.req.raw.headers, account.id));
      await saveAudit(db, { at: clock(), ...actorOf(c), action: 'signed_in_to_demo', subject: account.email, details: {} });
      return c.json({ done: true as const }, 200);
    });
}
