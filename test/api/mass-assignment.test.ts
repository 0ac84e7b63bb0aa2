// Mass assignment: a key that a write does not know is refused, and changes nothing.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openAdminLink } from '#api/http/links.ts';
import { defaultSurveySettings } from '#db/model/survey.ts';
import { openTestApp, password, type TestApp } from '#test/support/app.ts';

const extra: readonly (readonly [string, unknown])[] = [
  ['isAdmin', true],
  ['is_admin', true],
  ['workspaceId', 'x'],
  ['workspace_id', 'x'],
  ['id', 'x'],
  ['createdAt', 0],
  ['created_at', 0],
  ['passwordHash', 'x'],
  ['password_hash', 'x'],
  ['emailVerified', true],
  ['twoFactorEnabled', false],
  ['constructor', { prototype: { role: 'admin' } }],
];

const documentShape = z.object({ paths: z.record(z.string(), z.record(z.string(), z.object({ requestBody: z.unknown().optional() }))) });

let house: TestApp;
let cookie: string;
/** What opens the push API, beside the cookie that opens everything else. */
let door: Readonly<Record<string, string>>;
let writes: readonly (readonly [method: string, path: string, body: Record<string, unknown>])[];

const week = [[{ open: 480, close: 1200 }], [], [], [], [], [], []];
const version = { validFrom: null, zone: 'UTC', week, exceptions: [] };
const terms = { validFrom: null, type: 'calendar', durationMs: 1000, workingDays: null, calendarId: 'business' };

const newSource = {
  id: 'another',
  label: 'Another',
  connector: 'request-tracker',
  settings: { url: 'https://rt.example.com', token: 'secret' },
  readFrom: '2026-01-01T00:00:00Z',
};

const clientKey = 'k'.repeat(20);
const conversations = ['1'];
const sevenOf = (one: number) => ({
  speed: one,
  language: one,
  attitude: one,
  expertise: one,
  initiative: one,
  safety: one,
  solved: one,
});

/** Of people at work: labels, issues and staffing. */
const workWrites: typeof writes = [
  ['POST', '/api/staffing/settings/chat', { handlingMs: 60_000, concurrency: 1, shrinkage: 0, patienceMs: null }],
  ['POST', '/api/annotation-campaigns', { name: 'New', field: 'sentiment', size: 10 }],
  ['PATCH', '/api/annotation-campaigns/1', { name: 'Changed' }],
  ['POST', '/api/annotation-campaigns/1/leases', { limit: 1 }],
  ['POST', '/api/annotation-campaigns/1/gold', { conversationId: '1', label: 'neg' }],
  ['POST', '/api/annotations', { clientKey, taskId: 1, label: 'neg' }],
  ['POST', '/api/annotations/undo', { clientKey }],
  ['PUT', '/api/annotation-tasks/1/adjudication', { label: 'neg' }],
  ['PUT', '/api/conversations/1/labels', { clientKey, field: 'sentiment', label: 'neg' }],
  ['POST', '/api/learning/runs', { field: 'category' }],
  ['PUT', '/api/learning/in-force', { field: 'category', version: 1 }],
  ['PATCH', '/api/issues/issue-1', { label: 'Changed' }],
  ['POST', '/api/issues/issue-1/merge', { into: 'issue-2' }],
  ['POST', '/api/issues/issue-1/split', { conversations }],
  ['POST', '/api/issue-moves', { conversations, to: 'issue-1' }],
  ['PUT', '/api/issue-cost', { minutesPerReply: 6 }],
  ['POST', '/api/issue-regroupings', { isPreview: true }],
  ['PUT', '/api/issue-alerts/1/verdict', { verdict: 'real' }],
  ['POST', '/api/quality/rounds', { name: 'New', size: 10 }],
  ['POST', '/api/quality/rounds/1/leases', { limit: 1 }],
  ['POST', '/api/quality/replies', { conversationId: '1', message: 'm' }],
  ['POST', '/api/quality/reviews', { clientKey, taskId: 1, marks: sevenOf(2) }],
  ['PATCH', '/api/quality/reviews/1', { marks: sevenOf(2) }],
  ['PUT', '/api/quality/tasks/1/agreed', { marks: sevenOf(2) }],
  ['POST', '/api/quality/weights', { weights: sevenOf(10), passMark: 0.7, basedOn: 1 }],
  ['PUT', '/api/quality/owners/1', { agent: null }],
  ['POST', '/api/issues/issue-1/told', { conversations }],
  ['POST', '/api/complaints/1/reviews', { kind: 'rung', value: 'none' }],
  ['PUT', '/api/issues/issue-1/templates/en', { body: 'It is fixed.' }],
  ['PUT', '/api/issues/issue-1/faq', { state: 'dismissed' }],
  ['PUT', '/api/issues/issue-1/faq/en', { question: 'Why?', answer: 'So.' }],
  ['POST', '/api/issues/issue-1/ticket', { title: 'No sync' }],
];

beforeAll(async () => {
  house = await openTestApp();
  cookie = await house.signInAs('admin');
  await house.signInAs('viewer');
  const viewer = (await house.accounts.findAccounts()).find((account) => account.role === 'viewer')?.id ?? '';
  await openAdminLink(house.db, 'token', house.deps.clock());
  await house.deps.push.addSource({ id: 'app', label: 'App' });
  const { secret } = await house.deps.push.addKey({ sourceId: 'app', use: 'push', label: 'x', secret: null, createdBy: 'a test' });
  door = { authorization: `Bearer ${secret}` };
  const event = { kind: 'release', label: 'x', from: '2026-03-01T00:00:00Z' };
  writes = [
    ['PUT', '/api/workspace', { name: 'Changed' }],
    ['POST', '/api/own-addresses', { value: 'help@acme.example', label: 'Support' }],
    ['POST', '/api/calendars', { id: 'new', label: 'New', version }],
    ['POST', '/api/calendars/business/versions', { ...version, validFrom: '2026-06-01' }],
    ['POST', '/api/promises', { id: 'new', label: 'New', stage: 'reply', channels: ['x'], version: terms }],
    ['POST', '/api/promises/email/versions', { ...terms, validFrom: '2026-06-01' }],
    ['POST', '/api/promises/preview', { promiseId: 'email' }],
    ['PUT', '/api/notices', { isOn: false }],
    ['PUT', '/api/notices/overrides/chat', { waitMinutes: { min: 0, max: 5 }, texts: { en: 'Busy' }, expiresAt: '2099-01-01T00:00:00Z' }],
    ['PUT', '/api/staff/x', { name: 'Changed' }],
    ['POST', '/api/users', { email: 'new@example.com', name: 'New', role: 'viewer' }],
    ['PATCH', `/api/users/${viewer}`, { name: 'Changed' }],
    ['POST', '/api/restatements', { reason: 'x' }],
    ['POST', '/api/scoring/runs', { all: false }],
    ['PUT', '/api/taxonomy/draft', { text: 'id: shop' }],
    ['POST', '/api/taxonomy/draft/application', { basedOn: 0, savedAt: '2026-01-01T00:00:00.000Z', moves: [] }],
    ['POST', '/api/auth/sign-in', { email: 'admin@example.com', password }],
    ['POST', '/api/auth/password', { currentPassword: password, newPassword: 'another long password' }],
    ['POST', '/api/auth/two-factor/start', { password }],
    ['POST', '/api/auth/two-factor/verify', { code: '123456' }],
    ['POST', '/api/auth/two-factor/stop', { password }],
    ['POST', '/api/sources', newSource],
    ['POST', '/api/sources/test', { connector: 'request-tracker', settings: newSource.settings, source: null }],
    ['PATCH', '/api/sources/desk', { label: 'Changed' }],
    ['POST', '/api/sources/desk/runs', { window: null }],
    ['POST', '/api/sources/app/keys', { use: 'push', label: 'x' }],
    ['POST', '/api/push-sources', { id: 'new', label: 'New' }],
    ['POST', '/api/push/app/conversations', { conversations: [{}] }],
    ['POST', '/api/push/app/survey-links', { conversationId: 'x' }],
    ['PUT', '/api/survey', { ...defaultSurveySettings }],
    ['POST', '/api/events', event],
    ['PUT', '/api/events/x', event],
    ['PUT', '/api/ticket-place', { repository: 'acme/wallet', token: 'secret' }],
    ['POST', '/api/setup/token', { name: 'A', email: 'a@example.com', password }],
    ...workWrites,
  ];
});
afterAll(() => house.close());

const dump = async () => {
  const { tables, query } = house.db;
  const { user, calendarVersion, promiseVersion, setting, setupLink, sourceKey, event, deadLetter } = tables;
  return JSON.stringify(
    await Promise.all(
      [user, calendarVersion, promiseVersion, setting, setupLink, sourceKey, event, deadLetter].map((table) => query.select().from(table)),
    ),
  );
};

describe('a write with a key too many', () => {
  it('is refused on every route that takes a body, and changes nothing', async () => {
    const before = await dump();
    const accepted: string[] = [];
    for (const [method, path, body] of writes) {
      for (const [key, value] of extra) {
        if (key in body) continue;
        const { status } = await house.ask(path, { method, cookie, headers: door, body: { ...body, [key]: value } });
        if (status !== 400) accepted.push(`${method} ${path} ${key}: ${status}`);
      }
      const raw = `{"__proto__":{"role":"admin"},${JSON.stringify(body).slice(1)}`;
      const headers = { host: 'localhost', origin: 'http://localhost', 'content-type': 'application/json', cookie, ...door };
      const { status } = await house.app.request(`http://localhost${path}`, { method, headers, body: raw });
      if (status !== 400) accepted.push(`${method} ${path} __proto__: ${status}`);
    }
    expect(accepted).toEqual([]);
    expect(await dump()).toBe(before);
  });

  it('would have been taken without that key', async () => {
    const [[method, path, body] = ['', '', {}]] = writes;
    expect((await house.ask(path, { method, cookie, headers: door, body })).status).toBe(200);
  });

  it('is refused for that key and for nothing else', async () => {
    const refused: string[] = [];
    for (const [method, path, body] of workWrites) {
      const answer = await house.ask(path, { method, cookie, body });
      if (answer.status === 400) refused.push(`${method} ${path}: ${await answer.text()}`);
    }
    // In an empty house there is nothing to draw a campaign or a round from; that is the route speaking, not the key.
    expect(refused).toEqual([
      expect.stringMatching(/^POST \/api\/annotation-campaigns: (?!.*"details")/),
      expect.stringMatching(/^POST \/api\/quality\/rounds: (?!.*"details")/),
    ]);
  });

  it('covers every route that takes a body', async () => {
    const document = documentShape.parse(await (await house.ask('/api/openapi.json')).json());
    const withBody = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).flatMap(([method, operation]) =>
        operation.requestBody === undefined ? [] : [`${method.toUpperCase()} ${path}`],
      ),
    );
    const tried = writes.map(([method, path]) => `${method} ${path}`);
    const isTried = (route: string) => tried.some((one) => new RegExp(`^${route.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(one));
    expect(withBody.filter((route) => !isTried(route))).toEqual([]);
    expect(withBody.length).toBe(writes.length);
  });
});
