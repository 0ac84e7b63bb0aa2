// JSON of people: the session, users, invite and set-up links, and the limits of passwords.
import { z } from '@hono/zod-openapi';
import { permissions, roles } from '#db/model/role.ts';
import { instantText, lineInput, zoneText } from './scalars.ts';

export const leastPasswordLength = 12;
export const mostPasswordLength = 128;

export const passwordInput = z.string().min(leastPasswordLength).max(mostPasswordLength);
export const emailInput = z.email().max(254).toLowerCase();

export const sessionShape = z
  .object({
    signedIn: z.boolean(),
    user: z.object({ id: z.string(), name: z.string(), email: z.string(), twoFactor: z.boolean() }).nullable(),
    role: z.enum(roles).nullable(),
    permissions: z.array(z.enum(permissions)).readonly(),
    isDemo: z.boolean().openapi({ description: 'The store holds the demo company.' }),
    canSignInAsDemo: z
      .boolean()
      .openapi({ description: 'POST /api/session/demo would sign this visitor in: demo company, loopback only.' }),
    isDemoUser: z.boolean(),
    needsSetup: z.boolean().openapi({ description: 'Nobody has an account yet; the one-time link was printed at the start.' }),
    workspace: z.object({ name: z.string(), zone: zoneText }),
    version: z.string(),
  })
  .openapi('Session');

export const signInInput = z.strictObject({ email: emailInput, password: z.string().min(1).max(mostPasswordLength) }).openapi('SignIn');
export const signInShape = z
  .object({
    signedIn: z.boolean(),
    twoFactorNeeded: z.boolean().openapi({ description: 'The password was right; now send the code to /api/auth/two-factor/verify.' }),
  })
  .openapi('SignInAnswer');

export const setupShape = z
  .object({
    kind: z.enum(['admin', 'invite']),
    role: z.enum(roles),
    email: z.string().nullable().openapi({ description: 'Fixed for invites; null where the visitor chooses it.' }),
    name: z.string().nullable(),
    expiresAt: instantText,
    leastPasswordLength: z.number().int(),
  })
  .openapi('Setup');

export const setupInput = z
  .strictObject({ name: lineInput(120), email: emailInput.optional(), password: passwordInput })
  .openapi('SetupInput');

export const userStates = ['active', 'disabled', 'invited'] as const;

export const userShape = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: z.enum(roles),
    state: z.enum(userStates),
    twoFactor: z.boolean(),
    createdAt: instantText,
    isYou: z.boolean(),
  })
  .openapi('User');
export const usersShape = z.object({ users: z.array(userShape) }).openapi('Users');

export const userInput = z.strictObject({ email: emailInput, name: lineInput(120), role: z.enum(roles) }).openapi('UserInput');
export const userCreatedShape = z
  .object({
    user: userShape,
    inviteLink: z.string().openapi({ description: 'Shown once. Works once, for 24 hours.' }),
    expiresAt: instantText,
  })
  .openapi('UserCreated');

export const userChangeInput = z
  .strictObject({ name: lineInput(120).optional(), role: z.enum(roles).optional(), disabled: z.boolean().optional() })
  .openapi('UserChange');

export const passwordChangeInput = z
  .strictObject({ currentPassword: z.string().min(1).max(mostPasswordLength), newPassword: passwordInput })
  .openapi('PasswordChange');

const code = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z-]{6,16}$/, 'the code of six digits, or one of the recovery codes');
export const twoFactorPasswordInput = z.strictObject({ password: z.string().min(1).max(mostPasswordLength) }).openapi('TwoFactorPassword');
export const twoFactorCodeInput = z.strictObject({ code, kind: z.enum(['totp', 'recovery']).default('totp') }).openapi('TwoFactorCode');
export const twoFactorStartShape = z
  .object({
    totpUri: z.string().openapi({ description: 'For the authenticator app; shown once.' }),
    recoveryCodes: z.array(z.string()).openapi({ description: 'Each works once; shown once.' }),
  })
  .openapi('TwoFactorStart');
