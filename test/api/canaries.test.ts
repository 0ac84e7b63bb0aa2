// Secrets that come in over HTTP: by pushes, webhooks, addresses and errors. None is in the store, the log, a backup or an export.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newKeyShape } from '#api/http/shapes/push.ts';
import { canaries, canariesIn, everything } from '#test/support/canaries.ts';
import { type RunningServer, removeFolder, runCommand, startServer, temporaryFolder } from '#test/support/running-server.ts';
import { hookOf, secretOf } from '#test/support/signed-hooks.ts';

const secrets = Object.values(canaries);
const { card, phone, ...inIds } = canaries;
let server: RunningServer;
let folder: string;
let cookie: string;

const record = (id: string, secret: string) => ({
  conversation_id: id,
  channel: 'email',
  subject: `About ${secret}`,
  tags: [secret],
  customer: secret,
  messages: [
    { message_id: `of ${id}`, at: '2026-03-01T09:00:00Z', role: 'customer', author: secret, author_name: secret, text: `It is ${secret}` },
    { at: '2026-03-01T10:00:00Z', role: 'customer', text: `<a title="${secret}">${Buffer.from(`so: ${secret}`).toString('base64')}</a>` },
  ],
});

async function send(path: string, body: string, headers: Record<string, string> = {}): Promise<number> {
  const response = await fetch(`${server.url}${path}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
  answers.push(await response.text());
  return response.status;
}
const answers: string[] = [];
const asManager = async (path: string, body: unknown) =>
  await fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url, cookie },
    body: JSON.stringify(body),
  });

async function newKey(use: string, more: object = {}): Promise<string> {
  const answer = await asManager('/api/sources/desk/keys', { use, label: 'A sender', ...more });
  expect([use, answer.status]).toEqual([use, 201]);
  return newKeyShape.parse(await answer.json()).secret;
}

/** The one-time link that the first start prints makes the admin. */
async function signIn(): Promise<string> {
  const token = /setup\S*[?#/=]([\w-]{20,})/.exec(server.output())?.[1] ?? '';
  const answer = await fetch(`${server.url}/api/setup/${token}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({ name: 'Ana Prieto', email: 'ana@example.com', password: 'correct horse battery 9' }),
  });
  expect([answer.status, token.length > 20]).toEqual([200, true]);
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

beforeAll(async () => {
  folder = temporaryFolder();
  server = await startServer(folder, { HUIYIN_LOG: 'debug' });
  cookie = await signIn();
  expect((await asManager('/api/push-sources', { id: 'desk', label: 'Desk' })).status).toBe(201);
});
afterAll(async () => {
  await server.stop();
  removeFolder(folder);
});

describe('a secret that comes in over HTTP', { timeout: 180_000 }, () => {
  it('is taken by every door, well or ill formed', async () => {
    const bearer = { authorization: `Bearer ${await newKey('push')}` };
    const push = async (body: string, more: Record<string, string> = {}) =>
      await send('/api/push/desk/conversations', body, { ...bearer, ...more });
    const conversations = [
      ...secrets.map((secret, index) => record(`p${index}`, secret)),
      ...Object.values(inIds).map((secret) => record(secret, 'nothing')),
      ...Object.values(inIds).map((secret) => ({ ...record(secret, secret), messages: secret })),
    ];
    expect(await push(JSON.stringify({ conversations }))).toBe(200);
    for (const secret of secrets) {
      expect(await push(`{"conversations": ["${secret}", ${secret}`)).toBe(400);
      expect(await push(JSON.stringify({ [secret]: [] }))).toBe(400);
      // The name of a field that is not known is told to whom sent it, and to nobody else.
      answers.pop();
      expect(await send(`/api/push/desk/${encodeURIComponent(secret)}`, secret)).toBe(404);
      expect(await push('{"conversations": []}', { authorization: `Bearer ${Buffer.from(secret).toString('base64url')}` })).toBe(401);
    }
    await newKey('standard-webhooks', { secret: secretOf('standard-webhooks') });
    const hook = hookOf(
      'standard-webhooks',
      JSON.stringify({ conversations: secrets.map((secret, n) => record(`h${n}`, secret)) }),
      Date.now(),
    );
    expect(await send('/api/hooks/desk', hook.body, { ...hook.headers })).toBe(202);
    expect(await send('/api/hooks/desk', hook.body.replace('h0', 'h9'), { ...hook.headers })).toBe(401);
  });

  it('is asked for and signed in with, and stands in addresses that are nobody’s', async () => {
    for (const secret of secrets) {
      const asked = await fetch(`${server.url}/api/conversations?search=${encodeURIComponent(secret)}`, { headers: { cookie } });
      const wrong = await fetch(`${server.url}/api/conversations?zone=${encodeURIComponent(secret)}`, { headers: { cookie } });
      const nowhere = await fetch(`${server.url}/api/${encodeURIComponent(secret)}`, {
        headers: { cookie, 'user-agent': encodeURIComponent(secret) },
      });
      expect([asked.status, wrong.status, nowhere.status]).toEqual([200, 400, 404]);
      expect(await send('/api/sign-in', JSON.stringify({ email: 'ana@example.com', password: secret }), { origin: server.url })).not.toBe(
        200,
      );
    }
  });

  it('is nowhere afterwards: store, log, answers, backup, export', async () => {
    const detail = await fetch(`${server.url}/api/sources/desk`, { headers: { cookie } });
    answers.push(await detail.text());
    await server.stop();
    const backup = `${folder}/backup.db`;
    const runs = [
      runCommand(folder, ['backup', backup]),
      runCommand(folder, ['export', 'arrivals', '--format', 'csv']),
      runCommand(folder, ['export', 'arrivals', '--format', 'jsonl']),
      runCommand(folder, ['sources', 'list', '--json']),
    ];
    expect(runs.map(({ status }) => status)).toEqual([0, 0, 0, 0]);
    const exported = runs.map(({ stdout }) => stdout).join('\n');
    expect([exported.includes('p0'), exported.includes('h0'), server.output().includes('/api/push')]).toEqual([true, true, true]);
    expect({
      kept: canariesIn(everything(folder)),
      logged: canariesIn(server.output()),
      answered: canariesIn(answers.join('\n')),
      exported: canariesIn(`${exported}${runs.map(({ stderr }) => stderr).join('\n')}`),
    }).toEqual({ kept: [], logged: [], answered: [], exported: [] });
  });
});
