// The whole product on a real PostgreSQL: import, demo, server, sign-in, metrics and search, beside the same on SQLite.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { postgresServer } from '#test/support/postgres-server.ts';
import { type RunningServer, removeFolder, runCommand, startServer, temporaryFolder } from '#test/support/running-server.ts';

const started = await postgresServer();
const missing = 'reason' in started ? started.reason : null;

type House = { readonly folder: string; readonly environment: Readonly<Record<string, string>> };
const folders: string[] = [];
const servers: RunningServer[] = [];

afterAll(async () => {
  for (const server of servers) await server.stop();
  for (const folder of folders) removeFolder(folder);
});

async function openHouse(database: 'sqlite' | 'postgres'): Promise<House> {
  const folder = temporaryFolder();
  folders.push(folder);
  if (database === 'sqlite' || 'reason' in started) return { folder, environment: {} };
  const name = started.server.freshName();
  await started.server.run(`create database ${name}`);
  return { folder, environment: { DATABASE_URL: started.server.url(name) } };
}

function command({ folder, environment }: House, ...args: string[]): string {
  const { status, stdout, stderr } = runCommand(folder, args, environment);
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
}

const said = (at: string, role: string, text: string) => ({ at, role, author: `${role}-1`, text });

/** One conversation that was answered, one that waits, one line that is none. */
function writeFile({ folder }: House): string {
  const file = path.join(folder, 'two.jsonl');
  const lines = [
    {
      conversation_id: '1',
      channel: 'email',
      messages: [
        said('2026-03-02T02:00:00Z', 'customer', '我的钱包打不开，提现一直失败。'),
        said('2026-03-02T03:00:00Z', 'agent', '您好，已经修复。'),
      ],
    },
    { conversation_id: '2', channel: 'chat', messages: [said('2026-03-02T02:00:00Z', 'customer', 'My withdrawal FAILED twice')] },
    { conversation_id: '3' },
  ];
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
  return file;
}

async function signIn(server: RunningServer): Promise<string> {
  const token = /setup#token=(\S+)/.exec(server.output())?.[1] ?? '';
  const body = JSON.stringify({ name: 'Ada', email: 'ada@example.com', password: 'a long and quiet sentence 7' });
  const use = () =>
    fetch(`${server.url}/api/setup/${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url },
      body,
    });
  const answer = await use();
  expect([answer.status, (await use()).status]).toEqual([200, 404]);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

const metrics = ['arrivals', 'answered-within-promise', 'first-response-time', 'backlog', 'csat', 'reopen-rate'];
const searches = ['打不开', '提现', 'withdrawal', 'failed', 'nothing of the kind'];

/** Everything that a visitor of this house is told, without the instants at which it was told. */
async function tour(house: House): Promise<unknown> {
  const file = writeFile(house);
  const counts = ['first', 'second'].map(() =>
    command(house, 'import', file, '--format', 'conversations-jsonl', '--source', 'desk', '--json'),
  );
  const server = await startServer(house.folder, house.environment);
  servers.push(server);
  const cookie = await signIn(server);
  const ask = async (place: string): Promise<Record<string, unknown>> => {
    const answer: unknown = await (await fetch(server.url + place, { headers: { cookie } })).json();
    return Object.fromEntries(Object.entries(answer ?? {}));
  };
  const figures: unknown[] = [];
  for (const metric of metrics) {
    const { n, value, quantiles, groups } = await ask(`/api/metrics/${metric}?from=2026-02-01&to=2026-03-31&groupBy=channel`);
    figures.push({ metric, n, value, quantiles, groups });
  }
  const found: unknown[] = [];
  for (const words of searches) {
    const { conversations } = await ask(`/api/conversations?search=${encodeURIComponent(words)}`);
    found.push([words, Array.isArray(conversations) ? conversations.map((one) => [one.externalId, one.channel, one.snippet]) : null]);
  }
  const people = command(house, 'users', 'list', '--json');
  const nobody = (await fetch(`${server.url}/api/conversations`)).status;
  await server.stop();
  return {
    counts: counts.map((text) => {
      const { read, inserted, updated, unchanged, rejected } = JSON.parse(text);
      return { read, inserted, updated, unchanged, rejected };
    }),
    figures,
    found,
    nobody,
    isAdmin: people.includes('"admin"'),
    verified: command(house, 'verify').includes('unbroken'),
  };
}

describe.skipIf(missing !== null)(`the product on PostgreSQL${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  it('imports, signs in, measures and finds as it does on SQLite', async () => {
    const onPostgres = await tour(await openHouse('postgres'));
    expect(onPostgres).toMatchObject({
      counts: [
        { read: 3, inserted: 2, updated: 0, unchanged: 0, rejected: 1 },
        { read: 3, inserted: 0, updated: 0, unchanged: 2, rejected: 1 },
      ],
      found: [
        ['打不开', [['1', 'email', expect.any(String)]]],
        ['提现', [['1', 'email', expect.any(String)]]],
        ['withdrawal', [['2', 'chat', expect.any(String)]]],
        ['failed', [['2', 'chat', expect.any(String)]]],
        ['nothing of the kind', []],
      ],
      nobody: 401,
      isAdmin: true,
      verified: true,
    });
    expect(onPostgres).toEqual(await tour(await openHouse('sqlite')));
  }, 240_000);

  it('takes the demo company in and out', async () => {
    const house = await openHouse('postgres');
    const args = ['seed', '--conversations', '300', '--months', '1'];
    expect(command(house, ...args)).toBe('300 demo conversations; remove them with: huiyin demo remove\n');
    expect(JSON.parse(command(house, 'metric', 'arrivals', '--json')).n).toBeGreaterThan(250);
    command(house, 'demo', 'remove');
    expect(JSON.parse(command(house, 'metric', 'arrivals', '--json')).n).toBe(0);
  }, 240_000);
});
