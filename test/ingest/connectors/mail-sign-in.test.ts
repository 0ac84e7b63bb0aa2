// Mailboxes that take no password: an application of Microsoft's, a service account of Google's, and what is told where they refuse.
import { generateKeyPairSync } from 'node:crypto';
import { jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { minute } from '#db/model/instant.ts';
import { imap } from '#ingest/connectors/imap.ts';
import { openSignIn, signInFields } from '#ingest/connectors/mail-sign-in.ts';
import { probeOf } from '#test/support/read-source.ts';
import { openSourceHouse } from '#test/support/source-house.ts';
import { type Upstream, virtualHttp, virtualStart } from '#test/support/virtual-http.ts';
import { imapCase } from './vendors/imap.ts';
import { openMailServer } from './vendors/imap-server.ts';

const { password: _password, ...plain } = imapCase.settings;
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const key = JSON.stringify({
  type: 'service_account',
  client_email: 'reader@acme.iam.gserviceaccount.com',
  private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
});
const microsoft = { ...plain, signIn: 'microsoft', tenant: 'acme.onmicrosoft.com', client: 'app-1', clientSecret: 'kept-to-ourselves' };
const google = { ...plain, signIn: 'google', serviceAccount: key };

/** A mailbox that lets nobody in but with the token; `give` answers who asks for one. */
function openHouseWith(
  settings: typeof microsoft | typeof google,
  give: (url: URL, form: URLSearchParams, now: number) => ReturnType<Upstream>,
) {
  const server = openMailServer('Bearer a-token');
  server.deliver('INBOX', { id: 'a@x', from: 'Jo <jo@example.org>', at: virtualStart - 60 * minute, text: 'Where is it?' });
  const upstream: Upstream = (request, now) =>
    request.url.hostname.endsWith('acme.example')
      ? server.upstream(request, now)
      : give(request.url, new URLSearchParams(request.body ?? ''), now);
  return openSourceHouse({ connector: imap, settings, upstream });
}

describe('a mailbox without a password', () => {
  it('is read with a token for an application of Microsoft', async () => {
    const asked: [string, Record<string, string>][] = [];
    const house = await openHouseWith(microsoft, (url, form) => {
      asked.push([url.href, Object.fromEntries(form)]);
      return { body: { token_type: 'Bearer', expires_in: 3599, access_token: 'a-token' } };
    });
    expect(await house.run()).toMatchObject({ fetched: 1, inserted: 1 });
    expect(asked).toEqual([
      [
        'https://login.microsoftonline.com/acme.onmicrosoft.com/oauth2/v2.0/token',
        {
          grant_type: 'client_credentials',
          client_id: 'app-1',
          client_secret: 'kept-to-ourselves',
          scope: 'https://outlook.office365.com/.default',
        },
      ],
    ]);
  });

  it('is read with a token for a service account of Google, which acts for the user of the mailbox', async () => {
    const claims: unknown[] = [];
    const house = await openHouseWith(google, async (_url, form, now) => {
      const { payload } = await jwtVerify(form.get('assertion') ?? '', publicKey, { currentDate: new Date(now) });
      claims.push([payload.iss, payload.sub, payload.scope]);
      return { body: { access_token: 'a-token' } };
    });
    expect(await house.run()).toMatchObject({ fetched: 1, inserted: 1 });
    expect(claims).toEqual([['reader@acme.iam.gserviceaccount.com', 'support@acme.example', 'https://mail.google.com/']]);
  });

  it('says who refused, and nothing of the secret', async () => {
    const house = await openHouseWith(microsoft, () => ({
      status: 401,
      body: { error: 'invalid_client', error_description: 'kept-to-ourselves' },
    }));
    await expect(house.run()).rejects.toThrow(/^Microsoft does not let the application in \(invalid_client\)$/);
    const other = await openHouseWith(microsoft, () => ({ body: { access_token: 'of-somebody-else' } }));
    await expect(other.run()).rejects.toThrow('imap.acme.example: the credentials are wrong or have expired');
  });

  it('asks for another token when the last one has grown old, and not before', async () => {
    let given = 0;
    let late = 0;
    const { access } = virtualHttp(() => {
      given += 1;
      return { body: { access_token: `token-${given}` } };
    });
    const settings = { ...z.object(signInFields).parse({ ...microsoft, host: undefined }), user: 'support@acme.example' };
    const signIn = openSignIn({ ...access, clock: () => virtualStart + late }, settings);
    expect([await signIn(), await signIn()]).toEqual([{ accessToken: 'token-1' }, { accessToken: 'token-1' }]);
    late = 46 * minute;
    expect(await signIn()).toEqual({ accessToken: 'token-2' });
  });

  it('is not saved while something is missing that its way of signing in needs', async () => {
    const { tenant: _tenant, ...rest } = microsoft;
    for (const [settings, message] of [
      [plain, 'password: has to be filled in to sign in with password'],
      [rest, 'tenant: has to be filled in to sign in with microsoft'],
      [{ ...plain, signIn: 'google', password: 'x' }, 'serviceAccount: has to be filled in to sign in with google'],
    ] as const) {
      const problem = await probeOf({ connector: imap, settings }, () => new Error('nobody is asked')).catch(
        (error: Error) => error.message,
      );
      expect(problem).toContain(message);
    }
  });
});
