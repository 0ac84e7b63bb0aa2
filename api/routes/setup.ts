// Set-up links: how the first admin and everybody invited come to an account; each works once.
import { createRoute, z } from '@hono/zod-openapi';
import { AppError } from '#db/model/errors.ts';
import { saveAudit } from '#db/store/audit.ts';
import { takeSetupLink } from '#db/store/setup-links.ts';
import type { Accounts } from '../http/accounts.ts';
import type { AppDeps } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { setCookies } from '../http/cookies.ts';
import { getOpenLink } from '../http/links.ts';
import { permit } from '../http/permission.ts';
import { jsonBody, ok, openRouter } from '../http/route-parts.ts';
import { doneShape } from '../http/shapes/operations.ts';
import { leastPasswordLength, setupInput, setupShape } from '../http/shapes/people.ts';
import { toIso } from '../http/to-iso.ts';
import { checkPassword } from '../http/weak-password.ts';

const tokenParam = z.strictObject({ token: z.string().min(1).max(200) });

const readSetup = createRoute({
  method: 'get',
  path: '/api/setup/{token}',
  tags: ['sign-in'],
  summary: 'What a one-time link is for; 404 once it is used or older than 24 hours',
  ...permit('anyone'),
  request: { params: tokenParam },
  responses: ok(setupShape, 'The link still works.'),
});

const finishSetup = createRoute({
  method: 'post',
  path: '/api/setup/{token}',
  tags: ['sign-in'],
  summary: 'Set name and password; the link is dead afterwards and the person signed in',
  ...permit('anyone'),
  request: { params: tokenParam, body: jsonBody(setupInput) },
  responses: ok(doneShape, 'Signed in by cookie.'),
});

export function setupRoutes({ db, clock }: AppDeps, accounts: Accounts) {
  return openRouter()
    .openapi(readSetup, async (c) => {
      const link = await getOpenLink(db, c.req.valid('param').token, clock());
      const account = link.userId === null ? null : await accounts.getAccount(link.userId);
      return c.json(
        {
          kind: link.purpose === 'setup' ? ('admin' as const) : ('invite' as const),
          role: account?.role ?? link.role,
          email: account?.email ?? null,
          name: account?.name ?? null,
          expiresAt: toIso(link.expiresAt),
          leastPasswordLength,
        },
        200,
      );
    })
    .openapi(finishSetup, async (c) => {
      const { name, email, password } = c.req.valid('json');
      const link = await getOpenLink(db, c.req.valid('param').token, clock());
      if (link.userId === null && email === undefined) throw new AppError('invalid', 'email: is needed');
      // An account is found by the link alone: an address in the body must not reach somebody else's.
      const account = link.userId === null ? null : await accounts.getAccount(link.userId);
      if (account?.isDisabled === true) throw new AppError('not_found', 'this link does not work, or not any more');
      checkPassword(password, account?.email ?? email ?? '');
      // Of two people who come at the same time one gets the link, the other is told that it does not work.
      await takeSetupLink(db, link.tokenHash, clock());
      const { id, email: address } = account ?? (await accounts.addAccount({ name, email: email ?? '', role: link.role }));
      await accounts.setPassword(id, password);
      if (account !== null) await accounts.changeAccount(id, { name });
      setCookies(c, await accounts.openSession(c.req.raw.headers, id));
      await saveAudit(db, { at: clock(), ...actorOf(c), action: 'link_used', subject: address, details: { purpose: link.purpose } });
      return c.json({ done: true as const }, 200);
    });
}
