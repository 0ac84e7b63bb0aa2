// The push API: keys open one source only, requests count once, and every record has its outcome.
import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newKeyShape, pushAnswerShape } from '#api/http/shapes/push.ts';
import { sourceDetailShape } from '#api/http/shapes/sources.ts';
import { hour, minute } from '#db/model/instant.ts';
import { findAudit } from '#db/store/audit.ts';
import { findConversations } from '#db/store/conversations.ts';
import { openTestApp, readAs, type TestApp } from '#test/support/app.ts';

let house: TestApp;
let admin: string;
let key: string;
let keyId: number;

const now = Date.parse('2026-03-29T01:30:00Z');

beforeEach(async () => {
  house = await openTestApp({ now });
  admin = await house.signInAs('admin');
  expect((await ask('POST', '/api/push-sources', { id: 'wallet app', label: 'Wallet app' })).status).toBe(201);
  ({ secret: key, id: keyId } = await newKey('push'));
});
afterEach(() => house.close());

const ask = (method: string, url: string, body?: unknown, cookie = admin) => house.ask(url, { method, body, cookie });
const newKey = async (use: string, source = 'wallet app') =>
  await readAs(newKeyShape, await ask('POST', `/api/sources/${encodeURIComponent(source)}/keys`, { use, label: 'A sender' }));

const record = (id: string, text = 'Where is my money?') => ({
  conversation_id: id,
  channel: 'email',
  messages: [{ message_id: 'm1', at: '2026-03-01T09:00:00Z', role: 'customer', author: 'u-88', text }],
});

type Sent = { readonly key?: string | null; readonly name?: string; readonly source?: string; readonly headers?: Record<string, string> };

/** As a program sends it: no cookie, no Origin. */
async function push(body: unknown, { key: shown = key, name, source = 'wallet app', headers = {} }: Sent = {}): Promise<Response> {
  return await house.app.request(`http://localhost/api/push/${encodeURIComponent(source)}/conversations`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(shown === null ? {} : { authorization: `Bearer ${shown}` }),
      ...(name === undefined ? {} : { 'idempotency-key': name }),
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

const stored = async () => (await findConversations(house.db, { limit: 100 })).conversations.map(({ externalId }) => externalId).sort();

describe('the push API', () => {
  it('takes conversations through redaction and counts each, with a reason for what it rejects', async () => {
    const answer = await push({
      conversations: [record('1', 'my card is 4111 1111 1111 1111'), { ...record('2'), channel: undefined }, 'nonsense', record('3')],
    });
    expect([answer.status, await readAs(pushAnswerShape, answer)]).toEqual([
      200,
      {
        fetched: 4,
        inserted: 2,
        updated: 0,
        unchanged: 0,
        rejected: 2,
        rejects: [
          { place: 1, conversationId: '2', reason: 'channel is missing, expected the name of a channel' },
          { place: 2, conversationId: null, reason: 'the record is a text of 8 characters, expected an object' },
        ],
      },
    ]);
    expect(await stored()).toEqual(['1', '3']);
    const detail = await readAs(sourceDetailShape, await ask('GET', '/api/sources/wallet%20app'));
    expect(detail.deadLetters.map(({ item, stage }) => [item, stage])).toEqual([
      ['2', 'parse'],
      ['push of 2026-03-29T01:30:00.000Z, record 2', 'parse'],
    ]);
    expect(detail.runs).toMatchObject([{ kind: 'push', state: 'done', fetched: 4, inserted: 2, rejected: 2 }]);
    const list = JSON.stringify(await findConversations(house.db, { limit: 10, search: 'card' }));
    expect(list).toContain('my card is');
    expect(list).not.toContain('4111');
  });

  it('leaves what did not change, updates what did, and closes the dead letter of what came through after all', async () => {
    await push({ conversations: [record('1'), { ...record('2'), channel: undefined }] });
    const answer = await push({ conversations: [record('1'), record('2')] });
    expect(await answer.json()).toMatchObject({ fetched: 2, inserted: 1, updated: 0, unchanged: 1, rejected: 0 });
    expect(await (await push({ conversations: [record('1', 'changed')] })).json()).toMatchObject({ updated: 1 });
    const { deadLetters, runs } = await readAs(sourceDetailShape, await ask('GET', '/api/sources/wallet%20app'));
    expect(deadLetters).toEqual([]);
    expect(runs).toMatchObject([{ fetched: 5, inserted: 2, updated: 1, unchanged: 1, rejected: 1 }]);
  });

  it('has one effect for a hundred requests under one idempotency key, and one answer', async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => push({ conversations: [record('1'), 'nonsense'] }, { name: 'order 7' })),
    );
    const bodies = new Set(await Promise.all(answers.map(async (answer) => `${answer.status} ${await answer.text()}`)));
    expect(bodies.size).toBe(1);
    expect([...bodies][0]).toMatch(/^200 .*"inserted":1/);
    expect(answers.filter((answer) => answer.headers.get('idempotent-replay') === null)).toHaveLength(1);
    const { runs, deadLetters } = await readAs(sourceDetailShape, await ask('GET', '/api/sources/wallet%20app'));
    expect(runs).toMatchObject([{ fetched: 2, inserted: 1, unchanged: 0, rejected: 1 }]);
    expect(deadLetters).toMatchObject([{ attempts: 1 }]);
  });

  it('without the key each request counts by itself: the control of the test above', async () => {
    for (let turn = 0; turn < 3; turn += 1) await push({ conversations: [record('1'), 'nonsense'] });
    const { runs } = await readAs(sourceDetailShape, await ask('GET', '/api/sources/wallet%20app'));
    expect(runs).toMatchObject([{ fetched: 6, inserted: 1, unchanged: 2, rejected: 3 }]);
  });

  it('refuses a used idempotency key with another body, for at least a day, and keeps sources apart', async () => {
    await push({ conversations: [record('1')] }, { name: 'k' });
    house.setClock(now + 25 * hour);
    const refused = await push({ conversations: [record('2')] }, { name: 'k' });
    expect([refused.status, await refused.json()]).toMatchObject([409, { error: { code: 'conflict' } }]);
    await ask('POST', '/api/push-sources', { id: 'other', label: 'Other' });
    const { secret } = await newKey('push', 'other');
    expect((await push({ conversations: [record('2')] }, { name: 'k', source: 'other', key: secret })).status).toBe(200);
    house.setClock(now + 100 * hour);
    await push({ conversations: [record('3')] });
    expect((await push({ conversations: [record('4')] }, { name: 'another' })).status).toBe(200);
    expect((await push({ conversations: [record('2')] }, { name: 'k' })).status).toBe(200);
  });

  it('takes nothing of a request that cannot be taken as a whole', async () => {
    const refused = async (body: unknown, sent: Sent = {}) => (await push(body, sent)).status;
    expect(await refused({ conversations: [] })).toBe(400);
    expect(await refused({ conversations: [record('1')], more: true })).toBe(400);
    expect(await refused({ conversations: [record('1'), record('2'), record('1')] })).toBe(400);
    expect(await refused({ conversations: Array.from({ length: 201 }, (_, index) => record(String(index))) })).toBe(400);
    const message = record('1').messages[0];
    const long = Array.from({ length: 2_001 }, (_, index) => ({ ...message, message_id: String(index) }));
    expect(await refused({ conversations: [{ ...record('1'), messages: long }] })).toBe(400);
    expect(await refused('{"conversations": [')).toBe(400);
    expect(await refused(`${'['.repeat(40)}${']'.repeat(40)}`)).toBe(400);
    expect(await refused({ conversations: [record('1', 'x'.repeat(5_000_000))] })).toBe(413);
    expect(await refused({ conversations: [record('1')] }, { headers: { 'content-type': 'text/plain' } })).toBe(415);
    expect(await refused({ conversations: [record('1')] }, { name: 'x'.repeat(256) })).toBe(400);
    expect(await stored()).toEqual([]);
    expect(await refused({ conversations: Array.from({ length: 200 }, (_, index) => record(String(index))) })).toBe(200);
  });

  it('leaves no secret on the disk, whichever field it comes in, taken or rejected', async () => {
    const card = '4111 1111 1111 1111';
    const taken = {
      ...record('1', `card ${card}`),
      subject: card,
      tags: [card],
      messages: [{ ...record('1').messages[0], text: card, author: card }],
    };
    // Digits alone make many a lawful id; an address makes none.
    const rejected = { ...record('jo@example.org'), channel: undefined };
    const answer = await push(
      { conversations: [taken, rejected, { ...record('2'), messages: card }] },
      { name: `for jo@example.org ${card}` },
    );
    const said = await answer.text();
    const secrets = ['4111', 'jo@example'];
    expect([answer.status, ...secrets.map((secret) => said.includes(secret))]).toEqual([200, false, false]);
    const files = ['', '-wal'].map((ending) => `${house.location}${ending}`).filter((file) => existsSync(file));
    const bytes = files.map((file) => readFileSync(file, 'latin1')).join('') + house.logged.join('');
    expect(secrets.map((secret) => bytes.includes(secret))).toEqual([false, false]);
    // The control: what is no secret is found there by the same look.
    expect(bytes.includes('Nightly-control-word')).toBe(false);
    await push({ conversations: [record('3', 'Nightly-control-word')] });
    expect(
      files
        .map((file) => readFileSync(file, 'latin1'))
        .join('')
        .includes('Nightly-control-word'),
    ).toBe(true);
  });

  it('answers 429 with the time to wait past 120 requests a minute, and works again after it', async () => {
    for (let turn = 0; turn < 120; turn += 1) expect((await push('no json')).status).toBe(400);
    const slowed = await push({ conversations: [record('1')] });
    expect([slowed.status, slowed.headers.get('retry-after')]).toEqual([429, '60']);
    expect((await push({ conversations: [record('1')] }, { key: (await newKey('push')).secret })).status).toBe(200);
    house.setClock(now + minute);
    expect((await push({ conversations: [record('2')] })).status).toBe(200);
  });
});

describe('keys of the push API', () => {
  it('open their own source only, until they are revoked; whatever else is shown is 401 without a reason', async () => {
    await ask('POST', '/api/push-sources', { id: 'other', label: 'Other' });
    const { secret: ofOther } = await newKey('push', 'other');
    const { secret: ofHooks } = await newKey('github');
    const body = { conversations: [record('1')] };
    const said = new Set<string>();
    const tries: (Sent & { readonly why: string })[] = [
      { why: 'no key', key: null },
      { why: 'an empty one', key: '' },
      { why: 'cut short', key: key.slice(0, -1) },
      { why: 'one letter more', key: `${key}x` },
      { why: 'other case', key: key.toUpperCase() },
      { why: 'of another source', key: ofOther },
      { why: 'a signing secret', key: ofHooks },
      { why: 'a source that is not there', source: 'nowhere' },
      { why: 'another way to show it', key: null, headers: { authorization: `Basic ${key}` } },
      { why: 'as a cookie of an admin', key: null, headers: { cookie: admin, origin: 'http://localhost' } },
    ];
    for (const one of tries) {
      const answer = await push(body, one);
      expect([one.why, answer.status]).toEqual([one.why, 401]);
      said.add(JSON.stringify({ ...(await answer.json()).error, requestId: '' }));
    }
    expect(said).toEqual(new Set([JSON.stringify({ code: 'unauthorized', message: 'not accepted', requestId: '' })]));
    expect(await stored()).toEqual([]);
    expect((await push(body)).status).toBe(200);
    expect((await ask('DELETE', `/api/source-keys/${keyId}`, {})).status).toBe(200);
    expect((await ask('DELETE', `/api/source-keys/${keyId}`, {})).status).toBe(404);
    expect((await push(body)).status).toBe(401);
  });

  it('are shown once, kept as a hash, and made and revoked by admins only, which is written down', async () => {
    const manager = await house.signInAs('support_manager');
    expect((await ask('POST', '/api/sources/wallet%20app/keys', { use: 'push', label: 'x' }, manager)).status).toBe(403);
    expect((await ask('DELETE', `/api/source-keys/${keyId}`, {}, manager)).status).toBe(403);
    expect((await ask('POST', '/api/push-sources', { id: 'mine', label: 'Mine' }, manager)).status).toBe(403);
    const shown = await (await ask('GET', '/api/sources/wallet%20app', undefined, manager)).text();
    expect(shown).toContain(`…${key.slice(-4)}`);
    const rows = JSON.stringify(await house.db.query.select().from(house.db.tables.sourceKey));
    const audit = await findAudit(house.db, { limit: 50 });
    for (const text of [shown, rows, JSON.stringify(audit), house.logged.join()]) expect(text).not.toContain(key);
    expect(audit.map(({ action }) => action)).toContain('source_key_added');
    expect(key).toMatch(/^hy_push_[\w-]{32}$/);
  });

  it('are not made for the demo, for a source that is not there, or out of a chosen word', async () => {
    const tried = async (source: string, body: unknown) => (await ask('POST', `/api/sources/${source}/keys`, body)).status;
    expect(await tried('nowhere', { use: 'push', label: 'x' })).toBe(404);
    expect(await tried('wallet%20app', { use: 'push', label: 'x', secret: 'chosen by a person 1' })).toBe(400);
    expect(await tried('wallet%20app', { use: 'zendesk', label: 'x' })).toBe(400);
    expect(await tried('wallet%20app', { use: 'zendesk', label: 'x', secret: 'made by the vendor' })).toBe(201);
    expect(await tried('wallet%20app', { use: 'standard-webhooks', label: 'x', secret: 'whsec_c2hvcnQ=' })).toBe(400);
  });
});
