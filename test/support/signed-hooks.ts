// Webhooks as each vendor signs them, for tests: made independently of the code that checks them.
import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { Instant } from '#db/model/instant.ts';
import type { HookScheme } from '#db/model/push.ts';

export type SignedHook = { readonly headers: Readonly<Record<string, string>>; readonly body: string };

export const standardSecret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

/** The secret that tests give to each scheme. */
export const secretOf = (scheme: HookScheme): string => (scheme === 'standard-webhooks' ? standardSecret : `a long secret of ${scheme}`);

const digest = (algorithm: string, secret: string, text: string, encoding: 'hex' | 'base64') =>
  createHmac(algorithm, secret).update(text).digest(encoding);

/** By the reference library of the specification. */
export function standardHook(body: string, at: Instant, { id = 'msg_1', secret = standardSecret } = {}): SignedHook {
  const seconds = String(Math.floor(at / 1000));
  const signature = new Webhook(secret).sign(id, new Date(at), body);
  return { body, headers: { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signature } };
}

/** A delivery that its vendor would send at this instant. */
export function hookOf(scheme: HookScheme, body: string, at: Instant, secret = secretOf(scheme)): SignedHook {
  const seconds = String(Math.floor(at / 1000));
  const iso = `${new Date(at).toISOString().slice(0, 19)}Z`;
  const made: Record<HookScheme, () => Record<string, string>> = {
    'standard-webhooks': () => ({ ...standardHook(body, at, { secret }).headers }),
    zendesk: () => ({
      'x-zendesk-webhook-signature': digest('sha256', secret, iso + body, 'base64'),
      'x-zendesk-webhook-signature-timestamp': iso,
    }),
    github: () => ({ 'x-github-delivery': 'g-1', 'x-hub-signature-256': `sha256=${digest('sha256', secret, body, 'hex')}` }),
    chatwoot: () => ({
      'x-chatwoot-delivery': 'c-1',
      'x-chatwoot-timestamp': seconds,
      'x-chatwoot-signature': `sha256=${digest('sha256', secret, `${seconds}.${body}`, 'hex')}`,
    }),
    discourse: () => ({ 'x-discourse-event-id': '7', 'x-discourse-event-signature': `sha256=${digest('sha256', secret, body, 'hex')}` }),
    intercom: () => ({ 'x-hub-signature': `sha1=${digest('sha1', secret, body, 'hex')}` }),
    zammad: () => ({ 'x-zammad-delivery': 'z-1', 'x-hub-signature': `sha1=${digest('sha1', secret, body, 'hex')}` }),
    telegram: () => ({ 'x-telegram-bot-api-secret-token': secret }),
  };
  return { body, headers: made[scheme]() };
}
