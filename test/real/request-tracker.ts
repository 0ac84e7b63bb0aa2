// Starts a real Request Tracker 5 of Debian's packages on a free port, with an empty SQLite store of its own; null where it is not installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePort, temporaryFolder } from '#test/support/running-server.ts';
import { stopServer, untilUp } from './own-server.ts';

// apt-get install -y --no-install-recommends request-tracker5 rt5-db-sqlite rt5-standalone dma dbconfig-no-thanks
const server = '/usr/share/request-tracker5/libexec/rt-server';
const setup = '/usr/sbin/rt-setup-database-5';
const rootPassword = 'password';

export type RequestTracker = {
  readonly url: string;
  readonly host: string;
  /** Name and password of its administrator. */
  readonly token: string;
  /** Asks its REST2 interface; throws where the answer is no success. */
  readonly ask: (method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown) => Promise<unknown>;
  readonly stop: () => Promise<void>;
};

export const isRequestTrackerInstalled = existsSync(server) && existsSync(setup);

export async function startRequestTracker(): Promise<RequestTracker> {
  const folder = temporaryFolder();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const environment = { ...process.env, RT_SITE_CONFIG_DIR: writeConfig(folder, port) };
  const made = spawnSync(setup, ['--action', 'init', '--skip-create'], { env: environment, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`Request Tracker's store could not be made: ${made.stderr}`);
  const log = openSync(path.join(folder, 'server.log'), 'w');
  const child = spawn(server, ['--port', String(port)], { env: environment, stdio: ['ignore', log, log], detached: true });
  const stop = async () => {
    await stopServer(child, 'SIGTERM', true);
    rmSync(folder, { recursive: true, force: true });
  };
  const token = `root:${rootPassword}`;
  const authorization = `Basic ${Buffer.from(token).toString('base64')}`;
  const ask: RequestTracker['ask'] = async (method, where, body) => {
    const headers = { authorization, 'content-type': 'application/json' };
    const answer = await fetch(`${url}/REST/2.0/${where}`, { method, headers, body: body === undefined ? null : JSON.stringify(body) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${where}: ${answer.status} ${text.slice(0, 300)}`);
    return text === '' ? null : JSON.parse(text);
  };
  const isUp = () =>
    ask('GET', 'rt').then(
      () => true,
      () => false,
    );
  await untilUp(child, isUp);
  return { url, host: `127.0.0.1:${port}`, token, ask, stop };
}

function writeConfig(folder: string, port: number): string {
  const config = path.join(folder, 'config.d');
  mkdirSync(config);
  const settings = {
    DatabaseType: 'SQLite',
    DatabaseName: path.join(folder, 'rt5.sqlite'),
    WebDomain: '127.0.0.1',
    WebPort: port,
    WebPath: '',
    // What it calls itself is not where we reach it: addresses in its answers must not be followed.
    WebBaseURL: 'http://rt.invalid',
    rtname: 'example.com',
    Timezone: 'UTC',
    LogToSyslog: '',
    LogToSTDERR: 'error',
    DevelMode: 0,
    MailCommand: 'testfile',
  };
  const lines = Object.entries(settings).map(([name, value]) => `Set($${name}, ${typeof value === 'number' ? value : `'${value}'`});`);
  writeFileSync(path.join(config, '10-test.pm'), `${lines.join('\n')}\n1;\n`);
  return config;
}
