// The server: tells a taken port at once, shows a waiting page, then the app, and stops without cutting an answer.
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { listen } from '#api/http/server.ts';

const get = async (port: number, path: string) => {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`);
  return [answer.status, await answer.text()] as const;
};

describe('the server', () => {
  it('answers from the first moment, and with the app once that is ready', async () => {
    const server = await listen('127.0.0.1', 0);
    server.say('loading <demo>: 5 %');
    expect(await get(server.port, '/')).toEqual([503, expect.stringContaining('loading &lt;demo>: 5 %')]);
    expect(await get(server.port, '/api/health')).toEqual([503, '{"error":{"code":"unavailable","message":"loading <demo>: 5 %"}}']);
    server.serveApp(new Hono().get('*', (c) => c.text('ready')));
    expect(await get(server.port, '/')).toEqual([200, 'ready']);
    await server.stop();
  });

  it('says in one sentence that a port is taken', async () => {
    const first = await listen('127.0.0.1', 0);
    await expect(listen('127.0.0.1', first.port)).rejects.toMatchObject({
      code: 'unavailable',
      message: `port ${first.port} is taken by another program: stop it or set PORT`,
    });
    await first.stop();
  });

  it('says in one sentence that a host is not of this machine', async () => {
    await expect(listen('192.0.2.1', 0)).rejects.toMatchObject({
      code: 'unavailable',
      message: 'HOST 192.0.2.1 is no address of this machine',
    });
  });

  it('finishes what it began to answer before it stops', async () => {
    const server = await listen('127.0.0.1', 0);
    const release: (() => void)[] = [];
    server.serveApp(
      new Hono().get('*', async (c) => {
        await new Promise<void>((resolve) => release.push(resolve));
        return c.text('whole');
      }),
    );
    const answer = get(server.port, '/');
    while (release.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const stopped = server.stop();
    release[0]?.();
    expect([await answer, await stopped]).toEqual([[200, 'whole'], undefined]);
  });
});
