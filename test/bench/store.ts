// The bench of a store: how long the engine takes from a cold start to its first answer, and a search for two Chinese characters.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { openEngine } from '#api/engine/engine.ts';
import { openDb } from '#db/open.ts';
import { findConversations } from '#db/store/conversations.ts';

const folder = process.argv[2] ?? process.env.HUIYIN_DATA ?? './data';
const words = process.argv[3] ?? '提现';
const rounds = 25;
const mostStartMs = 1000;
const mostSearchMs = 1;

const location = path.join(folder, 'huiyin.db');
if (!existsSync(location)) throw new Error(`${location} is not there: name the folder of a store`);

type Time = { readonly wall: number; readonly cpu: number };

async function timed(run: () => Promise<unknown>): Promise<Time> {
  const before = process.cpuUsage();
  const startedAt = performance.now();
  await run();
  const wall = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(before);
  return { wall, cpu: (user + system) / 1000 };
}

function line(name: string, cells: readonly (string | number)[]): void {
  process.stdout.write(`${name.padEnd(50)}${cells.map((cell) => String(cell).padStart(12)).join('')}\n`);
}

/** Loads the columns from the file, in a thread of their own or in this one, answers one question, and closes again. */
async function start(inProcess: boolean): Promise<void> {
  const engine = await openEngine({ location, inProcess });
  const { asOf, lastMessageAt } = await engine.freshness();
  const at = Date.parse(lastMessageAt ?? asOf);
  await engine.ask({
    metric: 'first-response-time',
    range: null,
    zone: 'UTC',
    groupBy: ['month'],
    filters: {},
    clock: 'calendar',
    population: 'arrival',
    compare: null,
    asOf: at,
  });
  await engine.close();
}

function middle(times: readonly Time[], of: (time: Time) => number): string {
  return (times.map(of).toSorted((a, b) => a - b)[times.length >> 1] ?? 0).toFixed(2);
}

const db = await openDb(location, { readonly: true });
const { n: all } = await findConversations(db, { limit: 1 });
const starts: { readonly here: Time[]; readonly thread: Time[] } = { here: [], thread: [] };
for (let round = 0; round < 3; round += 1) {
  starts.here.push(await timed(() => start(true)));
  starts.thread.push(await timed(() => start(false)));
}
const found = await findConversations(db, { search: words, limit: 20 });
const searches: Time[] = [];
for (let round = 0; round < rounds; round += 1) searches.push(await timed(() => findConversations(db, { search: words, limit: 20 })));
await db.close();

const loadMs = Number(middle(starts.here, ({ cpu }) => cpu));
const perMillion = Math.round((loadMs * 1e6) / all);
const searchMs = Number(middle(searches, ({ cpu }) => cpu));
process.stdout.write(`${all} conversations in ${location}; medians in milliseconds\n\n`);
line('', ['wall', 'processor', 'per million']);
line('cold start to the first answer, thread started', [
  middle(starts.thread, ({ wall }) => wall),
  middle(starts.thread, ({ cpu }) => cpu),
  '',
]);
line('columns read, first answer, no thread', [middle(starts.here, ({ wall }) => wall), loadMs, perMillion]);
line(`list for "${words}", newest 20 of ${found.n} found`, [middle(searches, ({ wall }) => wall), searchMs, '']);
if (perMillion > mostStartMs) process.stdout.write(`MISSED  cold start: a million would take more than ${mostStartMs} ms at this rate\n`);
if (searchMs > mostSearchMs) process.stdout.write(`MISSED  search: more than ${mostSearchMs} ms\n`);
if (perMillion > mostStartMs || searchMs > mostSearchMs) process.exitCode = 1;
