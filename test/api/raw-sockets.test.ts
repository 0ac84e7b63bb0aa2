// What no library would send: chunked floods, two lengths at once, bodies on reads; the server refuses and lives on.
import net from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Listening, listen } from '#api/http/server.ts';
import { openTestApp, type TestApp } from '#test/support/app.ts';

let house: TestApp;
let server: Listening;

beforeAll(async () => {
  house = await openTestApp();
  server = await listen('127.0.0.1', 0);
  server.serveApp(house.app);
});
afterAll(async () => {
  await server.stop();
  await house.close();
});

/** Sends the pieces as they are and gives the first line of the answer; `closed` where there is none. */
function send(pieces: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = net.connect(server.port, '127.0.0.1', () => {
      for (const piece of pieces) socket.write(piece);
    });
    socket.setTimeout(5_000, () => socket.destroy());
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      if (text.includes('\r\n')) socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(text.split('\r\n')[0] || 'closed'));
  });
}

const head = (method: string, path: string, ...lines: string[]) => {
  const host = `127.0.0.1:${server.port}`;
  return [`${method} ${path} HTTP/1.1`, `Host: ${host}`, `Origin: http://${host}`, 'Content-Type: application/json', ...lines, '', ''].join(
    '\r\n',
  );
};
const chunk = (size: number) => `${size.toString(16)}\r\n${'x'.repeat(size)}\r\n`;

describe('raw requests', () => {
  it('are refused where chunks add up to more than a body may have', async () => {
    const flood = Array.from({ length: 20 }, () => chunk(60_000));
    expect(await send([head('PUT', '/api/workspace', 'Transfer-Encoding: chunked'), ...flood, '0\r\n\r\n'])).toBe(
      'HTTP/1.1 413 Payload Too Large',
    );
  });

  it('are refused where the length says more than a body may have', async () => {
    expect(await send([head('PUT', '/api/workspace', 'Content-Length: 99999999'), 'x'])).toBe('HTTP/1.1 413 Payload Too Large');
  });

  it('are refused where they have two lengths', async () => {
    const lines = ['Content-Length: 2', 'Transfer-Encoding: chunked'];
    expect(await send([head('PUT', '/api/workspace', ...lines), '{}'])).toMatch(/^(HTTP\/1\.1 400|closed)/);
  });

  it('are refused in the usual way where they are small and chunked', async () => {
    expect(await send([head('PUT', '/api/workspace', 'Transfer-Encoding: chunked'), '2\r\n{}\r\n0\r\n\r\n'])).toBe(
      'HTTP/1.1 401 Unauthorized',
    );
  });

  it('with a body on a read, broken methods or garbage do not hurt', async () => {
    expect(await send([head('GET', '/api/session', 'Content-Length: 2'), '{}'])).toBe('HTTP/1.1 200 OK');
    expect(await send([head('BREW', '/api/session')])).toMatch(/^(HTTP\/1\.1 4|closed)/);
    expect(await send(['\u0000\u0001garbage\r\n\r\n'])).toMatch(/^(HTTP\/1\.1 400|closed)/);
    expect(await send([head('GET', '/api/health')])).toBe('HTTP/1.1 200 OK');
  });
});
