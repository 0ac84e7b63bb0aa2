// Signing in and out, passwords and second factors.
import { createRoute } from '@hono/zod-openapi';
import { saveAudit } from '#db/store/audit.ts';
import type { Accounts } from '../http/accounts.ts';
import type { AppContext, AppDeps } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { setCookies } from '../http/cookies.ts';
import { permit } from '../http/permission.ts';
import { jsonBody, ok, openRouter } from '../http/route-parts.ts';
import { doneShape } from '../http/shapes/operations.ts';
import {
  passwordChangeInput,
  signInInput,
  signInShape,
  twoFactorCodeInput,
  twoFactorPasswordInput,
  twoFactorStartShape,
} from '../http/shapes/people.ts';
import type { SignInLimit } from '../http/sign-in-limit.ts';
import { checkPassword } from '../http/weak-password.ts';

const tags = ['sign-in'];

const signIn = createRoute({
  method: 'post',
  path: '/api/auth/sign-in',
  tags,
  summary: 'Sign in with e-mail and password',
  ...permit('anyone'),
  request: { body: jsonBody(signInInput) },
  responses: ok(signInShape, 'Signed in by cookie, or a code is needed.'),
});

const signOut = createRoute({
  method: 'post',
  path: '/api/auth/sign-out',
  tags,
  summary: 'Sign out',
  ...permit('signed-in'),
  responses: ok(doneShape, 'Signed out.'),
});

const changePassword = createRoute({
  method: 'post',
  path: '/api/auth/password',
  tags,
  summary: 'Change the own password; all other sessions end',
  ...permit('signed-in'),
  request: { body: jsonBody(passwordChangeInput) },
  responses: ok(doneShape, 'Changed.'),
});

const startTwoFactor = createRoute({
  method: 'post',
  path: '/api/auth/two-factor/start',
  tags,
  summary: 'Begin with a second factor; it counts from the first right code on',
  ...permit('signed-in'),
  request: { body: jsonBody(twoFactorPasswordInput) },
  responses: ok(twoFactorStartShape, 'What the authenticator app needs, and recovery codes.'),
});

const verifyTwoFactor = createRoute({
  method: 'post',
  path: '/api/auth/two-factor/verify',
  tags,
  summary: 'Give the code: at sign-in, or to confirm the start',
  ...permit('anyone'),
  request: { body: jsonBody(twoFactorCodeInput) },
  responses: ok(doneShape, 'Right.'),
});

const stopTwoFactor = createRoute({
  method: 'post',
  path: '/api/auth/two-factor/stop',
  tags,
  summary: 'Do without the second factor',
  ...permit('signed-in'),
  request: { body: jsonBody(twoFactorPasswordInput) },
  responses: ok(doneShape, 'Off.'),
});

export function signInRoutes(
  { db, clock }: AppDeps,
  accounts: Accounts,
  { limit, codeLimit }: { readonly limit: SignInLimit; readonly codeLimit: SignInLimit },
) {
  const note = (c: AppContext, action: string, subject: string) =>
    saveAudit(db, { at: clock(), ...actorOf(c), action, subject, details: {} });
  return openRouter()
    .openapi(signIn, async (c) => {
      const { email, password } = c.req.valid('json');
      const key = `${email} ${c.get('address')}`;
      limit.check(key);
      try {
        const { cookies, needsCode } = await accounts.signIn(c.req.raw.headers, email, password);
        limit.forget(key);
        setCookies(c, cookies);
        await note(c, needsCode ? 'sign_in_code_asked' : 'signed_in', email);
        return c.json({ signedIn: !needsCode, twoFactorNeeded: needsCode }, 200);
      } catch (error) {
        limit.count(key);
        await note(c, 'sign_in_failed', email);
        throw error;
      }
    })
    .openapi(signOut, async (c) => {
      setCookies(c, await accounts.signOut(c.req.raw.headers));
      await note(c, 'signed_out', c.get('signedIn')?.email ?? '');
      return c.json({ done: true as const }, 200);
    })
    .openapi(changePassword, async (c) => {
      const { currentPassword, newPassword } = c.req.valid('json');
      checkPassword(newPassword, c.get('signedIn')?.email ?? '');
      const key = `password ${c.get('signedIn')?.userId ?? ''}`;
      limit.check(key);
      limit.count(key);
      setCookies(c, await accounts.changePassword(c.req.raw.headers, currentPassword, newPassword));
      limit.forget(key);
      await note(c, 'password_changed', c.get('signedIn')?.email ?? '');
      return c.json({ done: true as const }, 200);
    })
    .openapi(startTwoFactor, async (c) => {
      const { totpUri, recoveryCodes } = await accounts.startTwoFactor(c.req.raw.headers, c.req.valid('json').password);
      return c.json({ totpUri, recoveryCodes: [...recoveryCodes] }, 200);
    })
    .openapi(verifyTwoFactor, async (c) => {
      const { code, kind } = c.req.valid('json');
      const key = `code ${c.get('address')}`;
      codeLimit.check(key);
      codeLimit.count(key);
      setCookies(c, await accounts.verifyTwoFactor(c.req.raw.headers, code, kind));
      codeLimit.forget(key);
      await note(c, 'second_factor_given', c.get('signedIn')?.email ?? '');
      return c.json({ done: true as const }, 200);
    })
    .openapi(stopTwoFactor, async (c) => {
      setCookies(c, await accounts.stopTwoFactor(c.req.raw.headers, c.req.valid('json').password));
      await note(c, 'second_factor_stopped', c.get('signedIn')?.email ?? '');
      return c.json({ done: true as const }, 200);
    });
}
