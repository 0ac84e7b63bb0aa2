// Webhooks in: only what is signed counts, once, and is on disk before it is answered; then the source is read soon.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hookAnswerShape, newKeyShape } from '#api/http/shapes/push.ts';
import { day, minute, second } from '#db/model/instant.ts';
import { type HookScheme, hookSchemes } from '#db/model/push.ts';
import { findConversations } from '#db/store/conversations.ts';
import { changeConnection, getConnection } from '#db/store/source-connections.ts';
import { openTestApp, readAs, type TestApp } from '#test/support/app.ts';
import { hookOf, type SignedHook, secretOf, standardHook, standardSecret } from '#test/support/signed-hooks.ts';
import { requestTrackerCase } from '../../ingest/connectors/vendors/request-tracker.ts';

const now = Date.parse('2026-03-29T01:30:00Z');
let house: TestApp;
let admin: string;

beforeEach(async () => {
  house = await openTestApp({ now, upstream: requestTrackerCase.open().upstream });
  admin = await house.signInAs('admin');
  const source = { id: 'desk', label: 'Desk', connector: 'request-tracker', settings: requestTrackerCase.settings };
  expect((await ask('/api/sources', { ...source, intervalMinutes: 60, readFrom: '2026-01-01T00:00:00Z' })).status).toBe(201);
  await changeConnection(house.db, 'desk', { nextRunAt: now + 60 * minute, lastDoneAt: now - 30 * minute });
  for (const scheme of hookSchemes) await addSecret(scheme);
});
afterEach(() => house.close());

const ask = (url: string, body: unknown, method = 'POST') => house.ask(url, { method, body, cookie: admin });
const addSecret = async (use: HookScheme, secret = secretOf(use)) =>
  (await readAs(newKeyShape, await ask('/api/sources/desk/keys', { use, label: use, secret }))).id;

async function send({ headers, body }: SignedHook, source = 'desk'): Promise<Response> {
  return await house.app.request(`http://localhost/api/hooks/${source}`, { method: 'POST', headers, body });
}
const answerTo = async (hook: SignedHook) => await readAs(hookAnswerShape, await send(hook));
const deliveries = async () => (await house.db.query.select().from(house.db.tables.hookDelivery)).length;
const dueAt = async () => (await getConnection(house.db, 'desk')).nextRunAt;

const body = '{"event": "ticket.changed", "id": 4711}';
const record = {
  conversation_id: '77',
  channel: 'chat',
  messages: [{ at: '2026-03-01T09:00:00Z', role: 'customer', text: 'call me on 4111 1111 1111 1111' }],
};

describe('webhooks', () => {
  for (const scheme of hookSchemes) {
    it(`of ${scheme} make their source due soon, once for each delivery`, async () => {
      const hook = hookOf(scheme, body, now);
      expect([(await send(hook)).status, await deliveries(), await dueAt()]).toEqual([202, 1, now + 10 * second]);
      expect(await answerTo(hook)).toEqual({ duplicate: true, dueAt: null, taken: null });
      expect(await deliveries()).toBe(1);
    });
  }

  it('come in bursts and are one run: later ones neither hasten nor delay it', async () => {
    await send(hookOf('github', '{"n": 1}', now));
    house.setClock(now + 5 * second);
    await send(hookOf('github', '{"n": 2}', now));
    expect([await deliveries(), await dueAt()]).toEqual([2, now + 10 * second]);
  });

  it('never make a source run more than once a minute, nor wake one that fails or is paused', async () => {
    await changeConnection(house.db, 'desk', { lastDoneAt: now - 20 * second });
    await send(hookOf('github', '{"n": 1}', now));
    expect(await dueAt()).toBe(now + 40 * second);
    await changeConnection(house.db, 'desk', { nextRunAt: now + 60 * minute, failures: 2 });
    await send(hookOf('github', '{"n": 2}', now));
    expect(await dueAt()).toBe(now + 60 * minute);
    await changeConnection(house.db, 'desk', { failures: 0, isPaused: true });
    expect(await answerTo(hookOf('github', '{"n": 3}', now))).toEqual({ duplicate: false, dueAt: null, taken: null });
  });

  it('are known again after three days of tries, and a month later are forgotten', async () => {
    await send(standardHook(body, now));
    house.setClock(now + 3 * day);
    expect(await answerTo(standardHook(body, now + 3 * day))).toMatchObject({ duplicate: true });
    house.setClock(now + 31 * day);
    expect(await answerTo(standardHook(body, now + 31 * day))).toMatchObject({ duplicate: false });
  });

  it('are taken with the old and the new secret until the old one is revoked', async () => {
    const fresh = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    const id = await addSecret('standard-webhooks', fresh);
    expect((await send(standardHook(body, now, { id: 'a' }))).status).toBe(202);
    expect((await send(standardHook(body, now, { id: 'b', secret: fresh }))).status).toBe(202);
    expect((await ask(`/api/source-keys/${id}`, {}, 'DELETE')).status).toBe(200);
    expect((await send(standardHook(body, now, { id: 'c', secret: fresh }))).status).toBe(401);
    expect((await send(standardHook(body, now, { id: 'd' }))).status).toBe(202);
  });

  it('carry conversations of our own systems, which are taken in by the same transaction, redacted, and once', async () => {
    const payload = JSON.stringify({ type: 'conversation.closed', data: { conversations: [record, { nothing: true }] } });
    const taken = await answerTo(standardHook(payload, now));
    expect(taken.taken).toEqual({
      fetched: 2,
      inserted: 1,
      updated: 0,
      unchanged: 0,
      rejected: 1,
      rejects: [{ place: 1, conversationId: null, reason: 'conversation_id is missing, expected an id' }],
    });
    expect(await answerTo(standardHook(payload, now))).toEqual({ duplicate: true, dueAt: null, taken: null });
    const { conversations } = await findConversations(house.db, { limit: 10 });
    expect(conversations.map(({ externalId }) => externalId)).toEqual(['77']);
    expect(JSON.stringify(await house.db.query.select().from(house.db.tables.message))).not.toContain('4111 1111');
    // A vendor's payload of the same form is a hint: only our own systems speak the shape of the push API.
    expect(
      (await answerTo(hookOf('github', JSON.stringify({ conversations: [{ ...record, conversation_id: '78' }] }), now))).taken,
    ).toBeNull();
  });

  it('that cannot be kept are answered 5xx, leave no trace, and are taken when they come again', async () => {
    const { take } = house.deps.push;
    const broken = openBrokenDesk(house, take);
    const hook = standardHook(JSON.stringify({ conversations: [record] }), now);
    broken.isBroken = true;
    expect((await send(hook)).status).toBe(500);
    expect([await deliveries(), (await findConversations(house.db, { limit: 10 })).n]).toEqual([0, 0]);
    broken.isBroken = false;
    expect(await answerTo(hook)).toMatchObject({ duplicate: false, taken: { inserted: 1 } });
  });

  it('are too large past a megabyte, and too many past 600 a minute', async () => {
    expect((await send(hookOf('github', 'x'.repeat(1_000_001), now))).status).toBe(413);
    for (let turn = 0; turn < 600; turn += 1) await send(hookOf('github', body, now));
    expect((await send(hookOf('github', body, now))).status).toBe(429);
    expect((await send(hookOf('github', body, now, 'a wrong secret of github'))).status).toBe(401);
  });
});

/** A desk whose store fails after everything was written, until it is mended. */
function openBrokenDesk({ deps }: TestApp, take: TestApp['deps']['push']['take']) {
  const state = { isBroken: false };
  Object.assign(deps.push, {
    take: (request: Parameters<typeof take>[0]) =>
      take({
        ...request,
        alongside: async (tx, answer) => {
          await request.alongside?.(tx, answer);
          if (state.isBroken) throw new Error('the disk is full');
        },
      }),
  });
  return state;
}

type Forgery = readonly [why: string, hook: SignedHook, source?: string];
const lowered = (hook: SignedHook, name: string, value: string): SignedHook => ({ ...hook, headers: { ...hook.headers, [name]: value } });

function forgeries(): Forgery[] {
  const standard = standardHook(body, now);
  const signature = standard.headers['webhook-signature'] ?? '';
  const spaced = JSON.stringify(JSON.parse(body));
  const stranger = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
  const without = (name: string): SignedHook => ({
    ...standard,
    headers: Object.fromEntries(Object.entries(standard.headers).filter(([key]) => key !== name)),
  });
  const ofStandard: Forgery[] = [
    ['no headers at all', { body, headers: {} }],
    ['no signature', without('webhook-signature')],
    ['no id', without('webhook-id')],
    ['no time', without('webhook-timestamp')],
    ['an empty signature', lowered(standard, 'webhook-signature', '')],
    ['a signature without its version', lowered(standard, 'webhook-signature', signature.slice(3))],
    ['a version and nothing', lowered(standard, 'webhook-signature', 'v1,')],
    ['the signature cut short', lowered(standard, 'webhook-signature', signature.slice(0, -1))],
    ['the signature and more', lowered(standard, 'webhook-signature', `${signature}A`)],
    ['a signature of another version', lowered(standard, 'webhook-signature', signature.replace('v1,', 'v1a,'))],
    ['the signature in other case', lowered(standard, 'webhook-signature', signature.toLowerCase())],
    ['many wrong signatures', lowered(standard, 'webhook-signature', Array(50).fill('v1,AAAA').join(' '))],
    ['another id', lowered(standard, 'webhook-id', 'msg_2')],
    ['another time', lowered(standard, 'webhook-timestamp', String(now / 1000 + 1))],
    ['a time that is no number', lowered(standard, 'webhook-timestamp', 'now')],
    ['a time with a fraction', lowered(standard, 'webhook-timestamp', `${now / 1000}.0`)],
    ['a negative time', lowered(standard, 'webhook-timestamp', '-1')],
    ['a time in milliseconds', lowered(standard, 'webhook-timestamp', String(now))],
    ['a dot in the id, so that parts can be moved', standardHook(body, now, { id: 'msg.1' })],
    ['signed six minutes ago', standardHook(body, now - 6 * minute)],
    ['signed in six minutes', standardHook(body, now + 6 * minute)],
    ['another body', { ...standard, body: `${body} ` }],
    ['the same JSON written anew', { ...standard, body: spaced }],
    ['an empty body', { ...standard, body: '' }],
    ['a secret of somebody else', standardHook(body, now, { secret: stranger })],
    ['the name of the secret as the secret', standardHook(body, now, { secret: 'whsec_d2hzZWNf' })],
    ['for another source', standard, 'other'],
    ['for a source that is not there', standard, 'nowhere'],
  ];
  const ofVendors = hookSchemes
    .filter((scheme) => scheme !== 'standard-webhooks')
    .flatMap((scheme): Forgery[] => [
      [`${scheme}: a wrong secret`, hookOf(scheme, body, now, 'a secret that nobody gave us')],
      [`${scheme}: no headers`, { body: `${body} of ${scheme}`, headers: {} }],
      ...(scheme === 'telegram' ? [] : ([[`${scheme}: another body`, { ...hookOf(scheme, body, now), body: spaced }]] as const)),
    ]);
  const old: Forgery[] = [
    ['zendesk: signed six minutes ago', hookOf('zendesk', body, now - 6 * minute)],
    ['chatwoot: signed six minutes ago', hookOf('chatwoot', body, now - 6 * minute)],
    ['zendesk with the secret of chatwoot', hookOf('zendesk', body, now, secretOf('chatwoot'))],
    ['sha1 where sha256 is due', hookOf('zammad', body, now, secretOf('github'))],
    ['a session of an admin instead', { body, headers: { cookie: admin, origin: 'http://localhost' } }],
  ];
  return [...ofStandard, ...ofVendors, ...old];
}

describe('forged webhooks', () => {
  it('are refused, all of them, with one answer that tells nothing, and leave no trace', async () => {
    await ask('/api/push-sources', { id: 'other', label: 'Other' });
    await ask('/api/sources/other/keys', {
      use: 'standard-webhooks',
      label: 'x',
      secret: `whsec_${Buffer.alloc(32, 3).toString('base64')}`,
    });
    const tried = forgeries();
    const accepted: string[] = [];
    const said = new Set<string>();
    for (const [why, hook, source] of tried) {
      const answer = await send(hook, source);
      if (answer.status !== 401) accepted.push(`${why}: ${answer.status}`);
      said.add(JSON.stringify({ ...(await answer.json()).error, requestId: '' }));
    }
    expect(accepted).toEqual([]);
    expect(tried.length).toBeGreaterThanOrEqual(40);
    expect([...said]).toEqual([JSON.stringify({ code: 'unauthorized', message: 'not accepted', requestId: '' })]);
    expect([await deliveries(), await dueAt()]).toEqual([0, now + 60 * minute]);
  });

  it('would have been seen if one were taken: the same deliveries, rightly signed, are', async () => {
    for (const scheme of hookSchemes) expect((await send(hookOf(scheme, body, now))).status).toBe(202);
    expect((await send(standardHook(body, now, { id: 'x', secret: standardSecret }))).status).toBe(202);
    expect(await deliveries()).toBe(hookSchemes.length + 1);
  });
});
