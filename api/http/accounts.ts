// Accounts as the routes see them: who is asking, signing in and out, and the changes that end sessions.
import type { Instant } from '#db/model/instant.ts';
import type { Role } from '#db/model/role.ts';
import type { SignedIn } from './app-env.ts';

/** Cookies to set on the answer. */
export type Cookies = readonly string[];

export type Account = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly isDisabled: boolean;
  readonly isDemo: boolean;
  readonly hasPassword: boolean;
  readonly twoFactor: boolean;
  readonly createdAt: Instant;
};

export type NewAccount = { readonly name: string; readonly email: string; readonly role: Role; readonly isDemo?: boolean };
export type AccountChange = { readonly name?: string; readonly role?: Role; readonly isDisabled?: boolean };

export type Accounts = {
  /** The person of the session cookie, null for strangers, disabled people and sessions past their time; cookies where the session was prolonged. */
  whoIs(headers: Headers): Promise<{ readonly signedIn: SignedIn | null; readonly cookies: Cookies }>;
  /** `unauthorized` with one text for a wrong password, an unknown and a disabled person. */
  signIn(headers: Headers, email: string, password: string): Promise<{ readonly cookies: Cookies; readonly needsCode: boolean }>;
  signOut(headers: Headers): Promise<Cookies>;
  /** A session without a password: the demo, and after a set-up link. */
  openSession(headers: Headers, accountId: string): Promise<Cookies>;
  /** Ends every other session of the person; the cookies are those of the one that stays. */
  changePassword(headers: Headers, currentPassword: string, newPassword: string): Promise<Cookies>;
  startTwoFactor(headers: Headers, password: string): Promise<{ readonly totpUri: string; readonly recoveryCodes: readonly string[] }>;
  verifyTwoFactor(headers: Headers, code: string, kind: 'totp' | 'recovery'): Promise<Cookies>;
  stopTwoFactor(headers: Headers, password: string): Promise<Cookies>;
  findAccounts(): Promise<readonly Account[]>;
  getAccount(id: string): Promise<Account>;
  /** Without a password nobody can sign in to it yet. `conflict` for an address that is taken. */
  addAccount(account: NewAccount): Promise<Account>;
  setPassword(id: string, password: string): Promise<void>;
  /** A new role or a disabled account ends all sessions of the person. */
  changeAccount(id: string, change: AccountChange): Promise<Account>;
  removeAccount(id: string): Promise<void>;
};
