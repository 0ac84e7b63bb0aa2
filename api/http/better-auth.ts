// The sign-in library, set up for this house: sessions, passwords and second factors over our own tables.

import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { betterAuth } from 'better-auth/minimal';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { z } from 'zod';
import { hour, minute, second } from '#db/model/instant.ts';
import type { AppDeps } from './app-env.ts';
import { leastPasswordLength, mostPasswordLength } from './shapes/people.ts';

const idleSeconds = (12 * hour) / second;
const renewSeconds = (15 * minute) / second;

/** Opens a session without a password, for the demo and after a one-time link. Only code can call it: no request reaches the library's own router. */
const openSession = createAuthEndpoint('/house/open-session', { method: 'POST', body: z.object({ userId: z.string() }) }, async (ctx) => {
  const user = await ctx.context.internalAdapter.findUserById(ctx.body.userId);
  if (user === null) throw new APIError('NOT_FOUND');
  const session = await ctx.context.internalAdapter.createSession(user.id);
  await setSessionCookie(ctx, { session, user });
  return ctx.json({ done: true });
});

/**
 * Session tokens are stored as they are: a cookie also carries their signature with the secret of the keys file,
 * so whoever reads the database alone cannot make one.
 */
export function openBetterAuth({ db, keys, publicUrl }: Pick<AppDeps, 'db' | 'keys' | 'publicUrl'>) {
  const { user, session, account, verification, twoFactor: second } = db.tables;
  return betterAuth({
    appName: 'Huiyin',
    baseURL: publicUrl ?? 'http://localhost',
    basePath: '/api/auth',
    secret: keys.authSecret,
    database: drizzleAdapter(db.query, {
      provider: db.dialect === 'sqlite' ? 'sqlite' : 'pg',
      schema: { user, session, account, verification, twoFactor: second },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: leastPasswordLength,
      maxPasswordLength: mostPasswordLength,
    },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        disabled: { type: 'boolean', required: true, input: false },
      },
    },
    // Twelve hours without a request end a session; seven days end it in any case (see `whoIs`).
    session: { expiresIn: idleSeconds, updateAge: renewSeconds, cookieCache: { enabled: false } },
    advanced: {
      cookiePrefix: 'huiyin',
      useSecureCookies: publicUrl?.startsWith('https://') ?? false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      // Our own guard checks origins of every write before a route runs, and it knows the Host header.
      disableCSRFCheck: true,
      disableOriginCheck: true,
      ipAddress: { disableIpTracking: true },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    databaseHooks: {
      session: {
        create: {
          before: async (fresh, context) => {
            const owner = await context?.context.internalAdapter.findUserById(fresh.userId);
            // The same words as for a wrong password: who guesses does not learn that the account exists.
            if (owner === null || owner === undefined || ('disabled' in owner && owner.disabled === true))
              throw new APIError('UNAUTHORIZED');
          },
        },
      },
    },
    plugins: [twoFactor({ issuer: 'Huiyin' }), { id: 'house', endpoints: { openSession } }],
  });
}

export type BetterAuth = ReturnType<typeof openBetterAuth>;
