// Our own survey over HTTP: links for help desks, a page that only its button answers, and tokens that cannot be made up.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { surveyLinkShape, surveySettingsShape } from '#api/http/shapes/surveys.ts';
import { day, hour, minute } from '#db/model/instant.ts';
import { defaultSurveySettings } from '#db/model/survey.ts';
import { findAudit } from '#db/store/audit.ts';
import { saveConversations } from '#db/store/conversations.ts';
import { saveSource } from '#db/store/sources.ts';
import { findOffer } from '#db/store/surveys.ts';
import { surveyToken, surveyTokenHash } from '#db/survey-token.ts';
import { openTestApp, readAs, type TestApp } from '#test/support/app.ts';
import { incoming, monday, plainSettings } from '#test/support/incoming.ts';

const now = monday + 5 * hour;
let house: TestApp;
let admin: string;
let key: string;

beforeEach(async () => {
  house = await openTestApp({ now });
  admin = await house.signInAs('admin');
  await saveSource(house.db, { id: 'mail', label: 'Mail', kind: 'file' });
  const solved = (id: string, language: string) =>
    incoming(id, { language, status: 'solved', statusChanges: [{ at: monday + 20 * minute, status: 'solved', by: 'agent' }] });
  const conversations = [solved('a', 'de'), incoming('b'), solved('c', 'en')];
  await saveConversations(house.db, { sourceId: 'mail', conversations, now: monday, settings: plainSettings });
  const made: unknown = await (
    await house.ask('/api/sources/mail/keys', { method: 'POST', body: { use: 'push', label: 'Desk' }, cookie: admin })
  ).json();
  key = typeof made === 'object' && made !== null && 'secret' in made ? String(made.secret) : '';
});
afterEach(() => house.close());

const turnOn = (changed: object = {}) =>
  house.ask('/api/survey', { method: 'PUT', body: { ...defaultSurveySettings, isOn: true, ...changed }, cookie: admin });
const askLink = (conversationId: string, rest: object = {}, bearer = key) =>
  house.app.request('http://localhost/api/push/mail/survey-links', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
    body: JSON.stringify({ conversationId, ...rest }),
  });
const linkOf = async (conversationId: string) => new URL((await readAs(surveyLinkShape, await askLink(conversationId))).url).pathname;
const open = (path: string, headers: Record<string, string> = {}) => house.app.request(`http://localhost${path}`, { headers });
const send = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  house.app.request(`http://localhost${path}`, { method: 'POST', body: new URLSearchParams(fields), headers });
const stored = async (path: string) => await findOffer(house.db, surveyTokenHash(path.replace('/s/', '')) ?? '');

describe('links of surveys', () => {
  it('are given to the key of the source, the same each time, and to nobody else', async () => {
    await turnOn();
    const first = await readAs(surveyLinkShape, await askLink('a'));
    expect(first).toEqual({
      url: expect.stringMatching(/^http:\/\/localhost\/s\/[A-Za-z0-9_-]{32}$/),
      kind: 'csat',
      language: 'de',
      episode: 1,
      offeredAt: new Date(now).toISOString(),
      expiresAt: new Date(now + 14 * day).toISOString(),
      reminders: 0,
      isAnswered: false,
    });
    expect(await readAs(surveyLinkShape, await askLink('a'))).toEqual(first);
    expect((await askLink('a', {}, 'hy_push_something-else')).status).toBe(401);
    expect((await askLink('a', {}, '')).status).toBe(401);
  });

  it('are refused while the survey is off, for what is open, and for what the source does not have', async () => {
    expect((await askLink('a')).status).toBe(409);
    await turnOn();
    expect([(await askLink('b')).status, (await askLink('x')).status, (await askLink('a', { remind: true })).status]).toEqual([
      409, 404, 409,
    ]);
    expect((await askLink('a')).status).toBe(200);
  });
});

describe('settings of the survey', () => {
  it('are off at first, changed by managers and put into the audit', async () => {
    const read = async () => await readAs(surveySettingsShape, await house.ask('/api/survey', { cookie: admin }));
    expect(await read()).toEqual(defaultSurveySettings);
    expect((await turnOn({ kind: 'nps', questions: { fr: 'Alors ?' } })).status).toBe(200);
    expect(await read()).toEqual({ ...defaultSurveySettings, isOn: true, kind: 'nps', questions: { fr: 'Alors ?' } });
    expect((await findAudit(house.db, { limit: 1 }))[0]?.action).toBe('survey_changed');
    for (const wrong of [{ kind: 'stars' }, { reminderCap: 9 }, { questions: { tlh: 'nuqneH' } }, { questions: { de: '' } }])
      expect((await turnOn(wrong)).status).toBe(400);
  });
});

describe('the page of the survey', () => {
  it('speaks the language of the customer, preselects what the link says, needs no script, and answers nothing by being opened', async () => {
    await turnOn();
    const path = await linkOf('a');
    for (let visit = 0; visit < 3; visit += 1) {
      const page = await open(`${path}?v=4`, { 'user-agent': 'LinkPreview/1.0' });
      const text = await page.text();
      expect([page.status, page.headers.get('cache-control'), page.headers.get('referrer-policy')]).toEqual([
        200,
        'no-store',
        'no-referrer',
      ]);
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(text).toContain('<html lang="de">');
      expect(text).toContain('Wie zufrieden sind Sie mit unserer Hilfe?');
      expect(text.match(/value="(\d+)"[^>]*checked/)?.[1]).toBe('4');
      expect(text).not.toContain('<script');
    }
    expect((await house.app.request(`http://localhost${path}`, { method: 'HEAD' })).status).toBe(200);
    expect(await stored(path)).toMatchObject({ answeredAt: null, value: null });
    expect(await (await open(`${path}?lang=zh`)).text()).toContain('您对我们的帮助满意吗？');
  });

  it('is answered by its button, keeps the comment without secrets, and can be changed for a day', async () => {
    await turnOn();
    const path = await linkOf('c');
    const answered = await send(path, { v: '2', comment: 'I paid with 4111 1111 1111 1111 <b>and</b> nothing came' });
    expect([answered.status, (await answered.text()).includes('Your answer has arrived')]).toEqual([200, true]);
    const offer = await stored(path);
    expect(offer).toMatchObject({ value: 2, answeredAt: now, changedAt: null, commentRedactions: ['CARD'] });
    expect(offer?.comment).not.toContain('4111');
    expect(await (await open(path)).text()).toContain('&lt;b&gt;and&lt;/b&gt;');
    house.setClock(now + hour);
    expect((await send(path, { v: '5' })).status).toBe(200);
    expect(await stored(path)).toMatchObject({ value: 5, comment: null, answeredAt: now, changedAt: now + hour });
    house.setClock(now + 2 * day);
    expect((await send(path, { v: '1' })).status).toBe(409);
    expect(await stored(path)).toMatchObject({ value: 5 });
    // Replaying the answer that stands is no change.
    expect((await send(path, { v: '5' })).status).toBe(200);
  });

  it('uses the question of the company where there is one', async () => {
    await turnOn({ questions: { de: 'War <alles> gut?' } });
    const text = await (await open(await linkOf('a'))).text();
    expect([text.includes('War &lt;alles&gt; gut?'), text.includes('War <alles>')]).toEqual([true, false]);
  });

  it('refuses what is forged, of another conversation, off the scale, or past its end; the good one is taken', async () => {
    await turnOn();
    const path = await linkOf('a');
    const token = path.replace('/s/', '');
    const flipped = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    // A signature that is right, over an episode that nobody was asked about.
    const unasked = surveyToken(house.deps.keys, 1, 2);
    for (const wrong of [flipped, unasked, token.slice(1), `${token}A`, 'x'.repeat(32), '%00'])
      expect([wrong, (await open(`/s/${wrong}`)).status, (await send(`/s/${wrong}`, { v: '5' })).status]).toEqual([wrong, 404, 404]);
    for (const v of ['0', '6', '4.5', '-1', '', 'five', '05x']) expect([v, (await send(path, { v })).status]).toEqual([v, 400]);
    expect((await send(path, {})).status).toBe(400);
    expect(await stored(path)).toMatchObject({ value: null });
    house.setClock(now + minute);
    expect((await send(path, { v: '5' })).status).toBe(200);
    const other = await linkOf('c');
    house.setClock(now + 15 * day);
    expect([(await open(other)).status, (await send(other, { v: '5' })).status]).toEqual([410, 409]);
    expect(await stored(other)).toMatchObject({ value: null });
  });

  it('slows down who tries too often, and takes no flood of words', async () => {
    await turnOn();
    const path = await linkOf('a');
    const tries: number[] = [];
    for (let time = 0; time < 13; time += 1) tries.push((await send(path, { v: '9' }, { 'x-test-address': '198.51.100.7' })).status);
    expect([tries.slice(0, 12).every((status) => status === 400), tries[12]]).toEqual([true, 429]);
    const guesses: number[] = [];
    for (let time = 0; time < 121; time += 1)
      guesses.push((await open(`/s/${String(time).padStart(32, 'g')}`, { 'x-test-address': '203.0.113.9' })).status);
    expect([guesses.slice(0, 120).every((status) => status === 404), guesses[120]]).toEqual([true, 429]);
    expect((await send(path, { v: '5', comment: 'x'.repeat(40_000) }, { 'x-test-address': '203.0.113.10' })).status).toBe(413);
  });

  it('leaves neither the token nor the comment in the log', async () => {
    await turnOn();
    const path = await linkOf('a');
    await send(path, { v: '3', comment: 'a very private remark' });
    const log = house.logged.join('\n');
    expect([log.includes(path.replace('/s/', '')), log.includes('private remark'), log.includes('/s/:token')]).toEqual([
      false,
      false,
      true,
    ]);
  });
});
