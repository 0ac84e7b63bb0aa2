// A port of this machine that nobody listens on, and whether somebody does.
import { connect, createServer } from 'node:net';

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

/** Until somebody listens, or `isOver` says that nobody will. */
export async function untilListening(port: number, isOver: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 2000 && !isOver(); attempt += 1) {
    if (await isListening(port)) return;
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error(`nothing listens on port ${port}`);
}
