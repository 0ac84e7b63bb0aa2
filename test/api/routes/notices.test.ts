// Notices over the API: who may change them, what the public door gives to strangers, and what it never gives.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noticeGradesShape, noticeKeyShape, noticesShape, noticeTrackShape, publicNoticeShape } from '#api/http/shapes/notices.ts';
import { hour, minute } from '#db/model/instant.ts';
import { findAudit } from '#db/store/audit.ts';
import { findNotices } from '#db/store/notices.ts';
import { openTestApp, readAs, type TestApp } from '#test/support/app.ts';
import { seededRandom } from '#test/support/random.ts';

const now = Date.parse('2026-03-29T01:30:00Z');
let house: TestApp;
let manager: string;
let productManager: string;
let viewer: string;

beforeAll(async () => {
  house = await openTestApp({ now });
  manager = await house.signInAs('support_manager');
  productManager = await house.signInAs('product_manager');
  viewer = await house.signInAs('viewer');
});
afterAll(() => house.close());

const ask = (method: string, path: string, body?: unknown, cookie: string | undefined = manager) =>
  house.ask(path, { method, cookie, body });
const state = async () => await readAs(noticesShape, await ask('GET', '/api/notices', undefined, viewer));
const stranger = (path: string, address = '198.51.100.7') => house.ask(path, { headers: { 'x-test-address': address } });
const keyNow = async () => (await state()).key ?? '';
const log = async () =>
  (await findNotices(house.db, 'email', { from: 0, to: now + 100 * hour })).map(({ origin, maxMs }) => [origin, maxMs / minute]);
const later = (at: number) => new Date(at).toISOString();

describe('before anybody decided', () => {
  it('customers are told nothing, and there is no door', async () => {
    expect(await state()).toEqual({
      isOn: false,
      key: null,
      isReplayed: false,
      channels: [{ channel: 'email', conversations: 7, isTold: false }],
      overrides: [],
      notice: null,
    });
    for (const key of ['', 'x', 'undefined', 'null']) expect((await stranger(`/api/public/notices/${key}`)).status).toBe(404);
    expect((await ask('POST', '/api/notices/key')).status).toBe(409);
  });

  it('only support managers and admins switch, set by hand and change the key', async () => {
    const range = { waitMinutes: { min: 0, max: 5 }, texts: {}, expiresAt: later(now + hour) };
    for (const cookie of [viewer, productManager]) {
      const answers = [
        await ask('PUT', '/api/notices', { isOn: true }, cookie),
        await ask('POST', '/api/notices/key', undefined, cookie),
        await ask('PUT', '/api/notices/overrides/email', range, cookie),
        await ask('DELETE', '/api/notices/overrides/email', undefined, cookie),
      ];
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    }
    expect((await state()).isOn).toBe(false);
  });
});

describe('switched on', () => {
  beforeAll(async () => {
    expect((await ask('PUT', '/api/notices', { isOn: true, channels: ['email'] })).status).toBe(200);
  });

  it('strangers are told the wait of the chosen channels, from any page, without cookies, for a minute', async () => {
    const answer = await stranger(`/api/public/notices/${await keyNow()}`);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60');
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await readAs(publicNoticeShape, answer)).toEqual({
      asOf: '2026-03-29T01:30:00.000Z',
      zone: 'Asia/Shanghai',
      channels: [{ channel: 'email', waitMinutes: { min: 0, max: 5 }, isPeak: false, isOpen: null, quiet: [], open: null, texts: {} }],
    });
    expect(await log()).toEqual([['predicted', 5]]);
  });

  it('the widget comes from the same door', async () => {
    const answer = await stranger('/api/public/notice.js');
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cross-origin-resource-policy')]).toEqual([
      200,
      'text/javascript; charset=utf-8',
      'cross-origin',
    ]);
    expect(await answer.text()).toContain("customElements.define('huiyin-notice'");
  });

  it('ten thousand made-up query strings change nothing: the same body, or a refusal', async () => {
    const random = seededRandom(2026);
    const path = `/api/public/notices/${await keyNow()}`;
    const body = await (await stranger(path)).text();
    const pieces = [
      ...['channel=', 'from=', 'groupBy=agent', 'filter[agent]=', 'asOf=2020-01-01', 'k=1', 'zone=', 'only=hit', '__proto__[x]=', 'key='],
      ...[
        '&',
        '&&',
        '=',
        '%',
        '%00',
        '%zz',
        "'",
        '" or 1=1--',
        '<script>',
        '../',
        '%2e%2e%2f',
        '[]',
        '{}',
        '🙂',
        '\u0000',
        ';',
        '#',
        '?',
        '+',
      ],
      ...['chat', 'email', '9'.repeat(300), 'limit=0', 'offset=-1', 'callback=alert', 'format=csv'],
    ] as const;
    const seen = new Map<string, number>();
    for (let round = 0; round < 10_000; round += 1) {
      const query = Array.from({ length: random.int(0, 6) }, () => random.pick(pieces)).join('');
      // Each round from another address: the limit on calls has a test of its own.
      const answer = await stranger(`${path}?${query}`, `a${round}`);
      const text = await answer.text();
      if (answer.status === 200) expect(text).toBe(body);
      else expect([query, answer.status, text.includes('"invalid"')]).toEqual([query, 400, true]);
      seen.set(String(answer.status), (seen.get(String(answer.status)) ?? 0) + 1);
    }
    // Both have to have happened, else the fuzz would prove nothing.
    expect([...seen.keys()].sort()).toEqual(['200', '400']);
    expect(Math.min(...seen.values())).toBeGreaterThan(100);
  });

  it('so do made-up keys, which learn nothing', async () => {
    const right = await keyNow();
    const answers = await Promise.all(
      [right.slice(0, -1), `${right}x`, right.toUpperCase(), 'a'.repeat(200)].map((key) => stranger(`/api/public/notices/${key}`)),
    );
    const bodies = await Promise.all(answers.map(async (answer) => (await answer.text()).replace(/"requestId":"[^"]*"/, '')));
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(new Set(bodies).size).toBe(1);
  });

  it('an address has 600 calls a minute, and another address its own', async () => {
    const path = `/api/public/notices/${await keyNow()}`;
    const statuses = [];
    for (let call = 0; call < 602; call += 1) statuses.push((await stranger(path, 'busy')).status);
    expect(statuses.slice(598)).toEqual([200, 200, 429, 429]);
    const refused = await stranger(path, 'busy');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await stranger(path, 'calm')).status).toBe(200);
    house.setClock(now + minute);
    expect((await stranger(path, 'busy')).status).toBe(200);
    house.setClock(now);
  });

  it('people set a range and texts until they expire, and all of it is written down', async () => {
    const byHand = {
      waitMinutes: { min: 30, max: 120 },
      texts: { en: 'We are moving house', zh: '正在搬迁' },
      expiresAt: later(now + hour),
    };
    expect((await ask('PUT', '/api/notices/overrides/email', byHand)).status).toBe(200);
    const [told] = (await readAs(publicNoticeShape, await stranger(`/api/public/notices/${await keyNow()}`))).channels;
    expect(told).toMatchObject({ waitMinutes: { min: 30, max: 120 }, texts: byHand.texts });
    expect((await state()).overrides).toEqual([{ channel: 'email', ...byHand, setBy: 'A support_manager', setAt: later(now) }]);
    house.setClock(now + hour + 6 * minute);
    const [after] = (await readAs(publicNoticeShape, await stranger(`/api/public/notices/${await keyNow()}`))).channels;
    expect(after).toMatchObject({ waitMinutes: { min: 0, max: 5 }, texts: {} });
    expect(await log()).toEqual([
      ['manual', 120],
      ['predicted', 5],
    ]);
    expect((await ask('DELETE', '/api/notices/overrides/email')).status).toBe(404);
    const [entry] = await findAudit(house.db, { limit: 1 });
    expect(entry).toMatchObject({
      action: 'notice_set_by_hand',
      subject: 'email',
      role: 'support_manager',
      details: { waitMinutes: byHand.waitMinutes },
    });
  });

  it.each([
    [{ waitMinutes: { min: 0, max: 7 }, texts: {}, expiresAt: '2099-01-01T00:00:00Z' }],
    [{ waitMinutes: { min: 60, max: 30 }, texts: {}, expiresAt: '2099-01-01T00:00:00Z' }],
    [{ waitMinutes: null, texts: {}, expiresAt: '2099-01-01T00:00:00Z' }],
    [{ waitMinutes: null, texts: { xx: 'x' }, expiresAt: '2099-01-01T00:00:00Z' }],
    [{ waitMinutes: null, texts: { en: 'two\nlines' }, expiresAt: '2099-01-01T00:00:00Z' }],
    [{ waitMinutes: null, texts: { en: 'x' }, expiresAt: '2020-01-01T00:00:00Z' }],
  ])('%j is refused', async (body) => {
    expect((await ask('PUT', '/api/notices/overrides/email', body)).status).toBe(400);
  });

  it('a new key shuts the old address', async () => {
    const before = await keyNow();
    const { key } = await readAs(noticeKeyShape, await ask('POST', '/api/notices/key'));
    expect([key === before, await keyNow()]).toEqual([false, key]);
    expect([(await stranger(`/api/public/notices/${before}`)).status, (await stranger(`/api/public/notices/${key}`)).status]).toEqual([
      404, 200,
    ]);
  });

  it('grades and days are answered, empty where nothing was told', async () => {
    const grades = await readAs(noticeGradesShape, await ask('GET', '/api/notices/grades?from=2026-03-01', undefined, viewer));
    expect(grades.channels).toEqual([]);
    const track = await readAs(noticeTrackShape, await ask('GET', '/api/notices/track?channel=email&from=2026-03-01', undefined, viewer));
    expect(track).toEqual({ channel: 'email', zone: 'Asia/Shanghai', days: [] });
  });

  it('switched off, the door is shut and what stood has ended', async () => {
    const key = await keyNow();
    expect((await ask('PUT', '/api/notices', { isOn: false })).status).toBe(200);
    expect((await stranger(`/api/public/notices/${key}`)).status).toBe(404);
    expect((await state()).notice).toBeNull();
    const standing = (await findNotices(house.db, 'email', { from: 0, to: now + 100 * hour })).filter(
      ({ untilAt }) => untilAt > house.deps.clock(),
    );
    expect(standing).toEqual([]);
    expect((await findAudit(house.db, { limit: 1 }))[0]).toMatchObject({
      action: 'notice_changed',
      details: { isOn: false, channels: ['email'] },
    });
  });
});
