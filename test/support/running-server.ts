// The real program on a free port with its own data folder: what a visitor of `npm start` would meet.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { root } from './source-files.ts';

const command = path.join(root, 'api', 'huiyin.js');

export type RunningServer = {
  readonly url: string;
  readonly dataFolder: string;
  readonly output: () => string;
  readonly stop: () => Promise<void>;
  /** Ends it at once, without a chance to finish anything: a crash. */
  readonly kill: () => Promise<void>;
};

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address === null || typeof address === 'string' ? reject(new Error('no port')) : resolve(address.port)));
    });
  });
}

/** Runs one command of the product to its end in the given data folder. */
export function runCommand(
  dataFolder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): { status: number | null; stdout: string; stderr: string } {
  const result = spawnSync(process.execPath, [command, ...args], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: '', ...environment, HUIYIN_DATA: dataFolder },
    input: '',
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  return { status: result.status, stdout: result.stdout, stderr: result.stderr };
}

export function temporaryFolder(): string {
  return mkdtempSync(path.join(os.tmpdir(), 'huiyin-'));
}

async function isUp(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/health`)).ok;
  } catch {
    return false;
  }
}

async function waitUntilUp(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) break;
    if (await isUp(url)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the server did not come up:\n${output()}`);
}

/** Starts `huiyin serve` on the data folder and waits until it answers. */
export async function startServer(
  dataFolder: string,
  environment: Readonly<Record<string, string>> = {},
  /** To come back where it was before. */
  knownPort: number | null = null,
): Promise<RunningServer> {
  const port = knownPort ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [command, 'serve'], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: '', ...environment, HUIYIN_DATA: dataFolder, HOST: '127.0.0.1', PORT: String(port) },
  });
  let text = '';
  const keep = (chunk: Buffer) => {
    text += chunk.toString('utf8');
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  await waitUntilUp(url, child, () => text);
  const end = (signal: 'SIGTERM' | 'SIGKILL') =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once('exit', () => resolve());
      child.kill(signal);
    });
  return { url, dataFolder, output: () => text, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
