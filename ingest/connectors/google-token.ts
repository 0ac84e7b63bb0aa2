// A token of a Google service account: a signed claim for one scope, exchanged for an hour of reading.
import { importPKCS8, SignJWT } from 'jose';
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import { hour, type Instant, second } from '#db/model/instant.ts';
import { textOf } from '../http/client.ts';
import type { Access } from './connector.ts';

// The key file names an address as well; a signed claim goes to Google alone.
const tokenUrl = 'https://oauth2.googleapis.com/token';
const farOff = 5 * second;

const fileShape = z.object({
  type: z.literal('service_account'),
  client_email: z.string(),
  private_key: z.string(),
  private_key_id: z.string().nullish(),
});
export type ServiceAccount = z.infer<typeof fileShape>;

/** Reads the JSON file that Google gives for a service account; the reason tells nothing of it. */
export const serviceAccountSchema = z
  .string()
  .min(1)
  .max(10_000)
  .transform((text, context): ServiceAccount => {
    try {
      return fileShape.parse(JSON.parse(text));
    } catch {
      context.addIssue({ code: 'custom', message: 'not the JSON key of a service account' });
      return z.NEVER;
    }
  });

/** `subject`: the user of the company for whom the account acts. */
export type GoogleClaim = { readonly scope: string; readonly subject?: string };

async function signClaim({ client_email, private_key, private_key_id }: ServiceAccount, claim: GoogleClaim, now: Instant): Promise<string> {
  const at = Math.floor(now / second);
  const header = { alg: 'RS256', typ: 'JWT', ...(private_key_id == null ? {} : { kid: private_key_id }) };
  try {
    const key = await importPKCS8(private_key, 'RS256');
    const { scope, subject } = claim;
    return await new SignJWT({ scope, ...(subject === undefined ? {} : { sub: subject }) })
      .setProtectedHeader(header)
      .setIssuer(client_email)
      .setAudience(tokenUrl)
      .setIssuedAt(at)
      .setExpirationTime(at + hour / second)
      .sign(key);
  } catch {
    throw new AppError('invalid', 'the private key of the service account cannot be used');
  }
}

const refusal = z.object({ error: z.string().optional() });

/** Throws `unauthorized` where Google does not take the claim. Where our clock is off, the claim is made again by Google's. */
export async function fetchGoogleToken({ http, clock }: Access, account: ServiceAccount, claim: GoogleClaim): Promise<string> {
  let now = clock();
  for (let attempt = 1; ; attempt += 1) {
    const body = new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: await signClaim(account, claim, now),
    });
    const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
    const answer = await http.request({ what: 'the token', url: tokenUrl, method: 'POST', headers, body: body.toString(), accept: [400] });
    const value: unknown = JSON.parse(textOf(answer));
    if (answer.status !== 400) return z.object({ access_token: z.string() }).parse(value).access_token;
    const reason = refusal.safeParse(value).data?.error ?? 'no reason';
    const isClock = attempt === 1 && reason === 'invalid_grant' && answer.at !== null && Math.abs(answer.at - now) > farOff;
    if (!isClock || answer.at === null)
      throw new AppError('unauthorized', `Google does not take the key of the service account (${reason})`);
    now = answer.at;
  }
}
