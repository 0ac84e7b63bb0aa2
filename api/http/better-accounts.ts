// Accounts over the sign-in library: its sessions and passwords, our roles and our errors.
import { isAPIError } from 'better-auth/api';
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import { day } from '#db/model/instant.ts';
import { roles } from '#db/model/role.ts';
import type { Account, Accounts, Cookies } from './accounts.ts';
import type { AppDeps } from './app-env.ts';
import { openBetterAuth } from './better-auth.ts';

const longestSessionMs = 7 * day;

/** The reserved address of the demo manager: nobody can own a mailbox under `.invalid`. */
export const demoEmail = 'manager@demo.invalid';

const userRow = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  disabled: z.boolean(),
  twoFactorEnabled: z.boolean().nullish(),
  createdAt: z.date(),
});

function toAccount(row: unknown, hasPassword: boolean): Account {
  const { id, name, email, role, disabled, twoFactorEnabled, createdAt } = userRow.parse(row);
  return {
    id,
    name,
    email,
    role,
    isDisabled: disabled,
    isDemo: email === demoEmail,
    hasPassword,
    twoFactor: twoFactorEnabled === true,
    createdAt: createdAt.getTime(),
  };
}

const cookiesOf = (headers: Headers): Cookies => headers.getSetCookie();

/** The library's refusals in our words. What is not a refusal goes on as it is, to be logged. */
async function inOurWords<T>(work: Promise<T>, refusal: string): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (isAPIError(error) && error.statusCode >= 400 && error.statusCode < 500) throw new AppError('unauthorized', refusal);
    throw error;
  }
}

export function openAccounts(deps: Pick<AppDeps, 'db' | 'keys' | 'publicUrl' | 'clock'>): Accounts {
  const { clock } = deps;
  const auth = openBetterAuth(deps);
  const wrongPassword = 'e-mail or password is wrong';

  const hasPassword = async (userId: string) => {
    const { internalAdapter } = await auth.$context;
    return (await internalAdapter.findAccounts(userId)).some((one) => one.providerId === 'credential');
  };
  const getAccount = async (id: string): Promise<Account> => {
    const { internalAdapter } = await auth.$context;
    const row = await internalAdapter.findUserById(id);
    if (row === null) throw new AppError('not_found', 'no such user');
    return toAccount(row, await hasPassword(id));
  };

  return {
    whoIs: async (headers) => {
      if (!headers.has('cookie')) return { signedIn: null, cookies: [] };
      const { response, headers: answer } = await auth.api.getSession({ headers, returnHeaders: true });
      if (response === null) return { signedIn: null, cookies: [] };
      const { user, session } = response;
      const account = toAccount(user, true);
      if (account.isDisabled || clock() - session.createdAt.getTime() > longestSessionMs) return { signedIn: null, cookies: [] };
      const { id: userId, name, email, role, isDemo: isDemoUser, twoFactor } = account;
      return { signedIn: { userId, sessionId: session.id, name, email, role, isDemoUser, twoFactor }, cookies: cookiesOf(answer) };
    },
    signIn: async (headers, email, password) => {
      const { response, headers: answer } = await inOurWords(
        auth.api.signInEmail({ body: { email, password }, headers, returnHeaders: true }),
        wrongPassword,
      );
      return { cookies: cookiesOf(answer), needsCode: 'twoFactorRedirect' in response };
    },
    signOut: async (headers) => cookiesOf((await auth.api.signOut({ headers, returnHeaders: true })).headers),
    openSession: async (headers, userId) => {
      const answer = await inOurWords(
        auth.api.openSession({ body: { userId }, headers, returnHeaders: true }),
        'this account is switched off',
      );
      return cookiesOf(answer.headers);
    },
    changePassword: async (headers, currentPassword, newPassword) => {
      const body = { currentPassword, newPassword, revokeOtherSessions: true };
      return cookiesOf(
        (await inOurWords(auth.api.changePassword({ body, headers, returnHeaders: true }), 'the current password is wrong')).headers,
      );
    },
    startTwoFactor: async (headers, password) => {
      const begun = await inOurWords(auth.api.enableTwoFactor({ body: { password }, headers }), 'the password is wrong');
      if (!('totpURI' in begun)) throw new AppError('internal', 'no secret was made');
      return { totpUri: begun.totpURI, recoveryCodes: begun.backupCodes };
    },
    verifyTwoFactor: async (headers, code, kind) => {
      const work =
        kind === 'totp'
          ? auth.api.verifyTOTP({ body: { code }, headers, returnHeaders: true })
          : auth.api.verifyBackupCode({ body: { code }, headers, returnHeaders: true });
      const answer: { headers: Headers } = await inOurWords(Promise.resolve(work), 'the code is wrong or too old');
      return cookiesOf(answer.headers);
    },
    stopTwoFactor: async (headers, password) =>
      cookiesOf(
        (await inOurWords(auth.api.disableTwoFactor({ body: { password }, headers, returnHeaders: true }), 'the password is wrong'))
          .headers,
      ),
    findAccounts: async () => {
      const { adapter } = await auth.$context;
      const [rows, credentials] = await Promise.all([
        adapter.findMany<unknown>({ model: 'user', sortBy: { field: 'name', direction: 'asc' }, limit: 10_000 }),
        adapter.findMany<{ userId: string }>({ model: 'account', where: [{ field: 'providerId', value: 'credential' }], limit: 10_000 }),
      ]);
      const withPassword = new Set(credentials.map((one) => one.userId));
      return rows.map((row) => toAccount(row, withPassword.has(userRow.parse(row).id)));
    },
    getAccount,
    addAccount: async ({ name, email, role, isDemo = false }) => {
      if ((email === demoEmail) !== isDemo) throw new AppError('invalid', 'email: this address is reserved');
      const { internalAdapter } = await auth.$context;
      if ((await internalAdapter.findUserByEmail(email)) !== null)
        throw new AppError('conflict', 'email: somebody has an account with it already');
      const row = await internalAdapter.createUser({ name, email, emailVerified: true, role, disabled: false }, { method: 'admin' });
      return toAccount(row, false);
    },
    setPassword: async (id, password) => {
      const context = await auth.$context;
      const hash = await context.password.hash(password);
      if (await hasPassword(id)) await context.internalAdapter.updatePassword(id, hash);
      else await context.internalAdapter.linkAccount({ userId: id, accountId: id, providerId: 'credential', password: hash });
      await context.internalAdapter.deleteUserSessions(id);
    },
    changeAccount: async (id, { name, role, isDisabled }) => {
      const before = await getAccount(id);
      const { internalAdapter } = await auth.$context;
      const change = {
        ...(name === undefined ? {} : { name }),
        ...(role === undefined ? {} : { role }),
        ...(isDisabled === undefined ? {} : { disabled: isDisabled }),
      };
      if (Object.keys(change).length > 0) await internalAdapter.updateUser(id, change);
      const endsSessions = isDisabled === true || (role !== undefined && role !== before.role);
      if (endsSessions) await internalAdapter.deleteUserSessions(id);
      return await getAccount(id);
    },
    removeAccount: async (id) => {
      const { internalAdapter } = await auth.$context;
      await internalAdapter.deleteUser(id);
    },
  };
}
