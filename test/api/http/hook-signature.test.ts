// Signatures of webhooks: published vectors, the reference library as a second opinion, and every scheme with what it must refuse.
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { toleranceMs, verifyHook } from '#api/http/hook-signature.ts';
import { hour, minute, second } from '#db/model/instant.ts';
import { type HookScheme, hookSchemes } from '#db/model/push.ts';
import { hookOf, type SignedHook, secretOf, standardHook, standardSecret } from '#test/support/signed-hooks.ts';

const now = Date.parse('2026-03-29T01:30:00Z');
const check = ({ headers, body }: SignedHook, scheme: HookScheme, secret = secretOf(scheme), at = now) =>
  verifyHook({ header: (name) => headers[name], body: Buffer.from(body) }, { scheme, secret }, at);
const known = expect.stringMatching(/^[0-9a-f]{64}$/);

describe('signatures of webhooks', () => {
  it('agree with the published vectors of Standard Webhooks and GitHub', () => {
    const standard = {
      body: '{"test": 2432232314}',
      headers: {
        'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
        'webhook-timestamp': '1614265330',
        'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
      },
    };
    expect(check(standard, 'standard-webhooks', standardSecret, 1_614_265_330_000)).toEqual(known);
    expect(check({ ...standard, body: '{"test":2432232314}' }, 'standard-webhooks', standardSecret, 1_614_265_330_000)).toBeNull();
    const github = {
      body: 'Hello, World!',
      headers: { 'x-hub-signature-256': 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17' },
    };
    expect(check(github, 'github', "It's a Secret to Everybody")).toEqual(known);
    expect(check({ ...github, body: 'Hello, World' }, 'github', "It's a Secret to Everybody")).toBeNull();
  });

  it('say the same as the reference library, for any body, id, time and secret, right or spoilt', () => {
    const bytes = fc.uint8Array({ minLength: 24, maxLength: 64 });
    const spoils = fc.constantFrom('nothing', 'body', 'id', 'timestamp', 'signature', 'secret', 'version');
    fc.assert(
      fc.property(fc.string(), fc.stringMatching(/^\w{1,40}$/), bytes, spoils, (body, id, key, spoil) => {
        const secret = `whsec_${Buffer.from(key).toString('base64')}`;
        // The library reads the clock of the machine.
        const at = Math.floor(Date.now() / 1000) * 1000;
        const { headers } = standardHook(body, at, { id, secret });
        const sent = {
          body: spoil === 'body' ? `${body} ` : body,
          headers: {
            'webhook-id': spoil === 'id' ? `${id}x` : id,
            'webhook-timestamp': spoil === 'timestamp' ? String(at / 1000 + 1) : String(at / 1000),
            'webhook-signature': String(headers['webhook-signature'])
              .replace(/^v1/, spoil === 'version' ? 'v2' : 'v1')
              .slice(0, spoil === 'signature' ? -2 : undefined),
          },
        };
        const opened = spoil === 'secret' ? standardSecret : secret;
        const theirs = (() => {
          try {
            new Webhook(opened).verify(sent.body, sent.headers, { jsonParse: false });
            return true;
          } catch {
            return false;
          }
        })();
        expect(check(sent, 'standard-webhooks', opened, at) !== null).toBe(theirs);
        expect(theirs).toBe(spoil === 'nothing');
      }),
      { numRuns: 300 },
    );
  });

  it('of a key pair agree with a vector that was computed by the reference code of RFC 8032, section 6', () => {
    // The pair is the second of section 7.1; the code gives the signature there as well. Message: the published one of Standard Webhooks.
    const publicKey = 'whpk_PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw=';
    const right = 'v1a,7anDmyOh9LNskt5GJUTacHmbvyUkT0/S1jnxFAp+h2hcVXnQLWhtWA2+wP6vO0AUwEYP23IIZVuneGRhNj7hDQ==';
    const at = 1_614_265_330_000;
    const signed = (signature: string, body = '{"test": 2432232314}', id = 'msg_p5jXN8AQM9LWM0D4loKWxJek') => ({
      body,
      headers: { 'webhook-id': id, 'webhook-timestamp': '1614265330', 'webhook-signature': signature },
    });
    const checked = (hook: SignedHook, secret = publicKey, when = at) => check(hook, 'standard-webhooks', secret, when);
    expect(checked(signed(right))).toEqual(known);
    expect(checked(signed(`v1,AAAA ${right}`))).toEqual(known);
    const shared = `v1,${createHmac('sha256', Buffer.from(publicKey.slice(5), 'base64'))
      .update('msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{"test": 2432232314}')
      .digest('base64')}`;
    const refused = [
      signed(right, '{"test": 2432232315}'),
      signed(right, undefined, 'msg_other'),
      signed(right.replace('v1a,', 'v1,')),
      signed('v1a,'),
      signed(`${right.slice(0, -6)}AAAA==`),
      // Whoever knows the public key, and all may, could make this one.
      signed(shared),
    ].map((hook) => checked(hook));
    expect(refused).toEqual(refused.map(() => null));
    expect(checked(signed(right), publicKey, at + toleranceMs + second)).toBeNull();
    expect(checked(signed(right), 'whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=')).toBeNull();
    expect(checked(signed(right), standardSecret)).toBeNull();
    expect(checked(signed(right), `${publicKey.slice(0, -5)}AAAA=`)).toBeNull();
  });

  it('may be one of several, so that a sender can change its secret', () => {
    const hook = standardHook('{}', now);
    const list = (signature: string) => ({ ...hook, headers: { ...hook.headers, 'webhook-signature': signature } });
    const right = hook.headers['webhook-signature'] ?? '';
    expect(check(list(`v1,AAAA v1a,BBBB ${right}`), 'standard-webhooks')).toEqual(known);
    expect(check(list(`v1,AAAA v1a,${right.slice(3)}`), 'standard-webhooks')).toBeNull();
  });

  for (const scheme of hookSchemes) {
    it(`of ${scheme}: the right one is known, a spoilt one is not`, () => {
      const hook = hookOf(scheme, '{"a": 1}', now);
      expect(check(hook, scheme)).toEqual(known);
      // Not longer by zero bytes: a keyed digest is the same under them.
      expect(check(hook, scheme, secretOf(scheme).replace(/.$/, 'g'))).toBeNull();
      expect(check({ ...hook, headers: {} }, scheme)).toBeNull();
      expect(check({ ...hook, headers: Object.fromEntries(Object.keys(hook.headers).map((name) => [name, ''])) }, scheme)).toBeNull();
      // Telegram shows a word and signs nothing, so its body proves nothing: the control of this line is every other scheme.
      expect(check({ ...hook, body: '{"a":1}' }, scheme) === null).toBe(scheme !== 'telegram');
    });
  }

  it('are too old after five minutes and too new before, where they carry a time', () => {
    const timed = hookSchemes.filter((scheme) => check(hookOf(scheme, '{}', now), scheme, secretOf(scheme), now + hour) === null);
    expect(timed).toEqual(['standard-webhooks', 'zendesk', 'chatwoot']);
    for (const scheme of timed) {
      const hook = hookOf(scheme, '{}', now);
      const at = (moved: number) => check(hook, scheme, secretOf(scheme), now + moved) !== null;
      expect([at(toleranceMs), at(-toleranceMs), at(toleranceMs + second), at(-toleranceMs - second)]).toEqual([true, true, false, false]);
    }
    expect(toleranceMs).toBe(5 * minute);
  });

  it('never open with a secret that is empty or could be guessed', () => {
    for (const scheme of hookSchemes.filter((one) => one !== 'standard-webhooks')) {
      for (const secret of ['', 'short']) expect(check(hookOf(scheme, '{}', now, secret), scheme, secret)).toBeNull();
    }
    expect(check(standardHook('{}', now), 'standard-webhooks', 'whsec_')).toBeNull();
    expect(check(standardHook('{}', now), 'standard-webhooks', 'whsec_----------------')).toBeNull();
  });

  it('are known again by what they cover, not by headers that anybody may change', () => {
    for (const scheme of hookSchemes) {
      const hook = hookOf(scheme, '{"a": 1}', now);
      const renamed = {
        ...hook,
        headers: { ...hook.headers, 'x-github-delivery': 'other', 'x-zammad-delivery': 'other', 'x-chatwoot-delivery': 'o' },
      };
      expect(check(renamed, scheme)).toBe(check(hook, scheme));
    }
    expect(check(hookOf('github', '{"a": 2}', now), 'github')).not.toBe(check(hookOf('github', '{"a": 1}', now), 'github'));
    // A sender that tries again signs anew, with a later time and the same id.
    expect(check(standardHook('{}', now - minute), 'standard-webhooks')).toBe(check(standardHook('{}', now), 'standard-webhooks'));
  });
});
