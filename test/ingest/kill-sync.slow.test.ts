// A sync that is killed at any moment, fifty times over: what was stored stays, nothing is read twice into two, nothing is lost.
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openDb } from '#db/open.ts';
import { getConversation } from '#db/store/conversations.ts';
import { findJobRuns } from '#db/store/job-runs.ts';
import { seededRandom } from '#test/support/random.ts';
import { removeFolder, runCommand, temporaryFolder } from '#test/support/running-server.ts';
import { root } from '#test/support/source-files.ts';
import { virtualStart } from '#test/support/virtual-http.ts';
import { requestTrackerCase } from './connectors/vendors/request-tracker.ts';
import { openFaultServer } from './faults/fault-server.ts';

const folder = temporaryFolder();
afterAll(() => removeFolder(folder));

const kills = 50;
const random = seededRandom(7);

type End = { readonly code: number | null; readonly problem: string };

/** Runs `huiyin sync`; its code is null where it was killed. */
function openSync(environment: Readonly<Record<string, string>>): { readonly child: ChildProcess; readonly ended: Promise<End> } {
  const child = spawn(process.execPath, [path.join(root, 'api', 'huiyin.js'), 'sync', 'desk'], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: '', ...environment, HUIYIN_DATA: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let problem = '';
  child.stderr.on('data', (part: Buffer) => {
    problem += part.toString();
  });
  return { child, ended: new Promise((resolve) => child.once('close', (code) => resolve({ code, problem }))) };
}

it(`loses nothing and doubles nothing over ${kills} kills`, async () => {
  const vendor = requestTrackerCase.open();
  const aim: { at: number; child: ChildProcess | null } = { at: 0, child: null };
  let asked = 0;
  const next = () => {
    asked += 1;
    if (asked === aim.at) aim.child?.kill('SIGKILL');
    return null;
  };
  const server = await openFaultServer({ upstream: vendor.upstream, now: () => virtualStart, random, next });
  const environment = { HUIYIN_ALLOW_HOSTS: new URL(server.url).host };
  const since = new Date(virtualStart - 90 * 86_400_000).toISOString();
  const settings = ['--set', `url=${server.url}`, '--set', 'token=a-secret-token', '--since', since];
  const added = runCommand(folder, ['sources', 'add', 'request-tracker', 'desk', ...settings], environment);
  expect([added.status, added.stderr]).toEqual([0, '']);

  let killed = 0;
  let waiting = vendor.ids().length;
  while (killed < kills) {
    asked = 0;
    // About seven requests a ticket: somewhere in what there is to read, or a little behind it.
    aim.at = random.int(1, 8 * waiting);
    const { child, ended } = openSync(environment);
    aim.child = child;
    const { code, problem } = await ended;
    expect([problem, code === null || code === 0]).toEqual(['', true]);
    if (code === null) killed += 1;
    else waiting = 0;
    // There is always something to read on, or the kill would meet an idle process.
    for (let n = 0; n < 12; n += 1) vendor.add();
    waiting += 12;
  }
  aim.at = 0;
  expect(await openSync(environment).ended).toEqual({ code: 0, problem: '' });
  await server.close();

  const db = await openDb(path.join(folder, 'huiyin.db'));
  const { conversation } = db.tables;
  const rows = await db.query.select({ id: conversation.id, externalId: conversation.externalId }).from(conversation);
  expect(rows.map(({ externalId }) => externalId).sort()).toEqual([...vendor.ids()].sort());
  for (const { id, externalId } of rows) {
    const { messages } = await getConversation(db, id);
    expect(messages.map(({ actor, body }) => [actor, body])).toEqual([
      ['customer', `Where is withdrawal number ${externalId}?`],
      ['agent', `We are looking into number ${externalId}.`],
    ]);
  }
  const runs = await findJobRuns(db, { sourceId: 'desk', limit: 1000 });
  expect(runs.filter(({ state }) => state === 'running')).toEqual([]);
  expect(runs.filter(({ reason }) => reason === 'the process ended in the middle').length).toBeGreaterThan(kills / 2);
  await db.close();
  expect(runCommand(folder, ['verify']).status).toBe(0);
}, 1_500_000);
