// A server of somebody else's that a test runs on this machine: waited for until it listens, and stopped to the end.
import type { ChildProcess } from 'node:child_process';
import { connect } from 'node:net';

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

/** Until `isUp`; throws where the server ended before, or is not up after some two minutes. */
export async function untilUp(server: ChildProcess, isUp: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 2000 && !hasEnded(server); attempt += 1) {
    if (await isUp()) return;
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error(`${server.spawnfile} did not come up`);
}

export async function untilListening(server: ChildProcess, port: number): Promise<void> {
  await untilUp(server, () => isListening(port));
}

/** Until the process is gone. */
export async function untilEnded(server: ChildProcess): Promise<void> {
  if (hasEnded(server)) return;
  await new Promise((resolve) => server.once('exit', resolve));
}

/** Stops it and waits until it is gone. One that was started with `detached` is stopped with everything that it started. */
export async function stopServer(server: ChildProcess, signal: NodeJS.Signals, isDetached = false): Promise<void> {
  if (server.pid === undefined || hasEnded(server)) return;
  if (isDetached) process.kill(-server.pid, signal);
  else server.kill(signal);
  await untilEnded(server);
}
