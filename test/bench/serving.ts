// The bench of the running program: how soon it answers questions, and says that it is well, while conversations come in at a steady rate.
import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { seededRandom } from '#ingest/learn/seeded.ts';
import { removeFolder, runCommand, startServer, temporaryFolder } from '#test/support/running-server.ts';

const given = process.argv[2];
const seconds = Number(process.argv[3] ?? 40);
const itemsASecond = Number(process.argv[4] ?? 50);
/** A key may send two requests a second. */
const pushesASecond = 2;
const questionsASecond = 10;
const most = { question: 60, health: 20 };

const texts = [
  'My withdrawal is still pending after two hours, order 48211, what is going on?',
  '提现一直没有到账，已经等了三个小时，请帮我看一下。',
  'Bonjour, je ne peux plus me connecter depuis la mise à jour, aidez-moi.',
  'Die Einzahlung fehlt noch, Transaktion vor einer Stunde bestätigt.',
  'Thanks, all fine now. Great support!',
];
const questions = [
  'first-response-time?groupBy=day',
  'first-response-time?groupBy=channel',
  'answered-within-promise?groupBy=language',
  'arrivals?groupBy=hour-of-week',
  'negative-share?groupBy=category',
];

const random = seededRandom(11);
let sent = 0;
function conversation(now: number): object {
  sent += 1;
  const at = (seconds: number) => new Date(now - seconds * 1000).toISOString();
  const own = { conversation_id: `bench-${sent}`, channel: 'email' };
  const text = texts[Math.floor(random() * texts.length)] ?? '';
  const asked = { at: at(600), role: 'customer', author: `bench-customer-${sent % 500}`, text: `${text} ${sent}` };
  return {
    ...own,
    messages: sent % 2 === 0 ? [asked] : [asked, { at: at(60), role: 'agent', author: 'bench-agent', text: 'We look into it.' }],
  };
}

const quantile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));

/** Does something so many times a second until the end, each in its own time, whether those before have ended or not. */
async function steadily(rate: number, end: number, run: () => Promise<void>): Promise<void> {
  const running: Promise<void>[] = [];
  for (let next = performance.now(); next < end; next += 1000 / rate) {
    await wait(next - performance.now());
    running.push(run());
  }
  await Promise.all(running);
}

const folder = temporaryFolder();
try {
  if (given === undefined) {
    process.stdout.write('loading the demo company: a few minutes; name the folder of a store that has it to save them\n');
    if (runCommand(folder, ['seed']).status !== 0) throw new Error('the demo company could not be loaded');
  } else if (existsSync(path.join(given, 'huiyin.db'))) cpSync(given, folder, { recursive: true });
  else throw new Error(`${given}: holds no huiyin.db; name the folder of a store with the demo company`);
  const key = /^\S{20,}$/m.exec(runCommand(folder, ['sources', 'keys', 'add', 'bench']).stdout)?.[0];
  if (key === undefined) throw new Error('no key for the push API was made');
  const server = await startServer(folder);
  try {
    const session = await fetch(`${server.url}/api/session/demo`, { method: 'POST', headers: { origin: server.url } });
    if (!session.ok) throw new Error(`no demo session: ${session.status}`);
    const cookie = session.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const ask = async (address: string, times: number[] | null): Promise<void> => {
      const began = performance.now();
      const answer = await fetch(`${server.url}${address}`, { headers: { cookie } });
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      times?.push(performance.now() - began);
    };
    let asked = 0;
    const question = () => `/api/metrics/${questions[asked++ % questions.length]}`;
    for (const _ of questions) await ask(question(), null);
    let taken = 0;
    const push = async (): Promise<void> => {
      const conversations = Array.from({ length: itemsASecond / pushesASecond }, () => conversation(Date.now()));
      const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
      const answer = await fetch(`${server.url}/api/push/bench/conversations`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ conversations }),
      });
      if (!answer.ok) throw new Error(`push: ${answer.status} ${await answer.text()}`);
      const { inserted }: { inserted: number } = await answer.json();
      taken += inserted;
    };
    const phase = async (name: string, isIngesting: boolean): Promise<boolean> => {
      const [answers, healths]: [number[], number[]] = [[], []];
      const before = taken;
      const end = performance.now() + seconds * 1000;
      await Promise.all([
        steadily(questionsASecond, end, () => ask(question(), answers)),
        steadily(questionsASecond, end, () => ask('/api/health', healths)),
        ...(isIngesting ? [steadily(pushesASecond, end, push)] : []),
      ]);
      const told = (times: readonly number[]) =>
        `median ${quantile(times, 0.5).toFixed(1)}, 99 % within ${quantile(times, 0.99).toFixed(1)} ms of ${times.length}`;
      process.stdout.write(
        `${name}: ${((taken - before) / seconds).toFixed(1)} conversations a second in; questions ${told(answers)}; health ${told(healths)}\n`,
      );
      return quantile(answers, 0.99) <= most.question && quantile(healths, 0.99) <= most.health;
    };
    await phase('at rest', false);
    if (!(await phase('while ingesting', true))) {
      process.stdout.write(`MISSED  while ingesting: questions within ${most.question} ms, health within ${most.health} ms at 99 %\n`);
      process.exitCode = 1;
    }
  } finally {
    await server.stop();
  }
} finally {
  removeFolder(folder);
}
