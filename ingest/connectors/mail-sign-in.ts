// How a mailbox is signed in to: with a password, or with a token that Microsoft or Google give an application without anybody at a screen.
import { z } from 'zod';
import type { Said } from '#db/model/connector.ts';
import { AppError } from '#db/model/errors.ts';
import { type Instant, minute } from '#db/model/instant.ts';
import { textOf } from '../http/client.ts';
import type { MailServer } from '../mail/mailbox.ts';
import { type Access, settingNotes } from './connector.ts';
import { optionalTextField } from './fields.ts';
import { fetchGoogleToken, serviceAccountSchema } from './google-token.ts';

const ways = ['password', 'microsoft', 'google'] as const;

const withWay = (value: (typeof ways)[number]) => ({ name: 'signIn', value });
const secretFor = (way: (typeof ways)[number], label: Said) =>
  z
    .string()
    .min(1)
    .max(5000)
    .optional()
    .register(settingNotes, { label, isSecret: true, neededWith: withWay(way) });

export const signInFields = {
  signIn: z
    .enum(ways)
    .default('password')
    .register(settingNotes, {
      label: { en: 'Signs in with', zh: '登录方式' },
      help: {
        en: 'Microsoft 365 (microsoft) and Google Workspace (google) take no passwords any more: an application signs in for the mailbox.',
        zh: 'Microsoft 365（microsoft）和 Google Workspace（google）已不再接受密码：由应用程序代表该邮箱登录。',
      },
    }),
  password: secretFor('password', { en: 'Password, or app password', zh: '密码或应用专用密码' }),
  tenant: optionalTextField(
    { en: 'Microsoft: tenant', zh: 'Microsoft：租户' },
    {
      help: { en: 'The id or a domain of the directory.', zh: '目录的 ID 或其域名。' },
      placeholder: 'example.onmicrosoft.com',
      neededWith: withWay('microsoft'),
    },
  ),
  client: optionalTextField(
    { en: 'Microsoft: application id', zh: 'Microsoft：应用程序 ID' },
    {
      help: {
        en: 'An application with the permission IMAP.AccessAsApp, known to Exchange and with rights on this mailbox alone.',
        zh: '具有 IMAP.AccessAsApp 权限、已在 Exchange 中注册且仅对此邮箱有权限的应用程序。',
      },
      neededWith: withWay('microsoft'),
    },
  ),
  clientSecret: secretFor('microsoft', { en: 'Microsoft: client secret', zh: 'Microsoft：客户端密码' }),
  serviceAccount: serviceAccountSchema.optional().register(settingNotes, {
    label: { en: 'Google: key of the service account', zh: 'Google：服务账号密钥' },
    help: {
      en: 'The whole JSON file; the account may act for this user in the scope https://mail.google.com/.',
      zh: '整个 JSON 文件；该账号须获准在 https://mail.google.com/ 范围内代表此用户。',
    },
    isSecret: true,
    neededWith: withWay('google'),
  }),
};

const fieldsShape = z.object(signInFields);
export type SignIn = z.infer<typeof fieldsShape>;

/** The settings that a way of signing in cannot do without, and that are not filled in. */
export function missingFor(settings: SignIn): readonly string[] {
  return Object.entries(signInFields).flatMap(([name, schema]) => {
    const isNeeded = settingNotes.get(schema)?.neededWith?.value === settings.signIn;
    return isNeeded && Reflect.get(settings, name) === undefined ? name : [];
  });
}

// Both live for an hour at least; a line that breaks late in a run is not to meet one that has just run out.
const freshFor = 45 * minute;
const microsoftScope = 'https://outlook.office365.com/.default';
const googleScope = 'https://mail.google.com/';
const grantShape = z.object({ access_token: z.string() });
const refusalShape = z.object({ error: z.string().optional() });

async function fetchMicrosoftToken({ http }: Access, { tenant = '', client = '', clientSecret = '' }: SignIn): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: client,
    client_secret: clientSecret,
    scope: microsoftScope,
  });
  const answer = await http.request({
    what: 'the token',
    url: `https://login.microsoftonline.com/${encodeURIComponent(tenant)}/oauth2/v2.0/token`,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: body.toString(),
    accept: [400, 401],
  });
  const value: unknown = JSON.parse(textOf(answer));
  if (answer.status === 200) return grantShape.parse(value).access_token;
  throw new AppError(
    'unauthorized',
    `Microsoft does not let the application in (${refusalShape.safeParse(value).data?.error ?? 'no reason'})`,
  );
}

/** What the mail server is shown each time somebody connects; a token is asked for again when it has grown old. */
export function openSignIn(access: Access, settings: SignIn & { readonly user: string }): MailServer['signIn'] {
  const { signIn, password = '', serviceAccount, user } = settings;
  if (signIn === 'password') return async () => ({ pass: password });
  let kept: { readonly token: string; readonly at: Instant } | null = null;
  const fetchToken = async (): Promise<string> => {
    if (signIn === 'microsoft') return await fetchMicrosoftToken(access, settings);
    if (serviceAccount === undefined) throw new AppError('invalid', 'serviceAccount: is not set');
    return await fetchGoogleToken(access, serviceAccount, { scope: googleScope, subject: user });
  };
  return async () => {
    const now = access.clock();
    if (kept === null || now - kept.at > freshFor) kept = { token: await fetchToken(), at: now };
    return { accessToken: kept.token };
  };
}
