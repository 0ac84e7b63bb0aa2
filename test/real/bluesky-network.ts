// A Bluesky network on this machine for one test: installed when it is first asked for, with a database and a Redis of its own.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import path from 'node:path';
import readline from 'node:readline';
import { promisify } from 'node:util';
import { z } from 'zod';
import { postgresServer } from '#test/support/postgres-server.ts';
import { freePort } from '#test/support/running-server.ts';
import { openInstalled } from './installed.ts';
import { stopServer, untilEnded } from './own-server.ts';

const here = path.join(import.meta.dirname, 'bluesky');
const run = promisify(execFile);

export type BlueskyNetwork = {
  /** Where accounts live. */
  readonly url: string;
  /** Lets the index take in everything that was written. */
  readonly takeIn: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Either a network, or why there is none. */
export type NetworkStart = { readonly network: BlueskyNetwork } | { readonly reason: string };

/** Lines that the network says, one after the other. */
function linesOf(child: ChildProcess): () => Promise<unknown> {
  const waiting: ((line: unknown) => void)[] = [];
  const said: unknown[] = [];
  const give = (line: unknown) => {
    const next = waiting.shift();
    if (next === undefined) said.push(line);
    else next(line);
  };
  if (child.stdout !== null) {
    readline.createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('huiyin ')) give(JSON.parse(line.slice(7)));
    });
  }
  child.once('exit', () => give(null));
  return async () => (said.length > 0 ? said.shift() : await new Promise((resolve) => waiting.push(resolve)));
}

export async function startBlueskyNetwork(): Promise<NetworkStart> {
  const hasRedis = await run('redis-server', ['--version']).then(
    () => true,
    () => false,
  );
  if (!hasRedis) return { reason: 'no redis-server is installed' };
  // It takes minutes and 362 MB, once.
  const installed = await openInstalled('bluesky', '@atproto/dev-env');
  if (!('folder' in installed)) return installed;
  const postgres = await postgresServer();
  if (!('server' in postgres)) return postgres;
  const database = postgres.server.freshName();
  await postgres.server.run(`create database ${database}`);
  const port = await freePort();
  const redis = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], {
    stdio: 'ignore',
  });
  const script = path.join(here, 'run-network.mjs');
  const env = { ...process.env, REDIS_HOST: `127.0.0.1:${port}`, LOG_ENABLED: 'false' };
  const child = spawn(process.execPath, [script, installed.folder, postgres.server.url(database)], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const nextLine = linesOf(child);
  const close = async () => {
    child.stdin?.end();
    await untilEnded(child);
    await stopServer(redis, 'SIGTERM');
  };
  const first = z.object({ url: z.string() }).safeParse(await nextLine());
  if (!first.success) {
    await close();
    return { reason: 'the Bluesky network did not start' };
  }
  const takeIn = async () => {
    child.stdin?.write('take in\n');
    z.object({ done: z.literal(true) }).parse(await nextLine());
  };
  return { network: { url: first.data.url, takeIn, close } };
}
