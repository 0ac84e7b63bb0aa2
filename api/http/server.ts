// The server: listens at once, prepares the store behind a waiting page, then serves the app until it is told to stop.
import type { Server } from 'node:http';
import { type Http2Bindings, type HttpBindings, serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { AppError } from '#db/model/errors.ts';
import { closedPolicy } from './security-headers.ts';

const longestStopMs = 8_000;

export type Listening = {
  readonly port: number;
  /** From now on the app answers. */
  serveApp(app: Pick<Hono, 'fetch'>): void;
  /** Says on the waiting page how far the preparation is. */
  say(words: string): void;
  /** Lets running requests end, then closes; after eight seconds it closes anyway. */
  stop(): Promise<void>;
};

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function waitingAnswer(request: Request, words: string): Response {
  const headers = {
    'Cache-Control': 'no-store',
    'Retry-After': '2',
    'Content-Security-Policy': closedPolicy,
    'X-Content-Type-Options': 'nosniff',
  };
  if (new URL(request.url).pathname.startsWith('/api/')) {
    return Response.json({ error: { code: 'unavailable', message: words } }, { status: 503, headers });
  }
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>Huiyin</title><p>${escaped(words)}</p></html>`;
  return new Response(page, { status: 503, headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' } });
}

function toAppError(error: NodeJS.ErrnoException, host: string, port: number): AppError {
  if (error.code === 'EADDRINUSE') return new AppError('unavailable', `port ${port} is taken by another program: stop it or set PORT`);
  if (error.code === 'EACCES') return new AppError('unavailable', `port ${port} may not be used by this user: set PORT to 1024 or more`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new AppError('unavailable', `HOST ${host} is no address of this machine`);
  return new AppError('unavailable', `the server could not start (${error.code ?? error.name})`, error);
}

/** Begins to listen. A taken port is told before anything else is done. */
export async function listen(host: string, port: number): Promise<Listening> {
  let app: Pick<Hono, 'fetch'> | null = null;
  let words = 'Huiyin is starting.';
  const fetch = (request: Request, env: HttpBindings | Http2Bindings) => app?.fetch(request, env) ?? waitingAnswer(request, words);
  const server = await new Promise<Server>((resolve, reject) => {
    const started = serve({ fetch, hostname: host, port }, () => resolve(asHttp(started)));
    started.once('error', (error: NodeJS.ErrnoException) => reject(toAppError(error, host, port)));
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    serveApp: (ready) => {
      app = ready;
    },
    say: (text) => {
      words = text;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        const patience = setTimeout(() => server.closeAllConnections(), longestStopMs);
        // A browser keeps its connection open after the answer; it is let go as soon as nothing is under way on it.
        const sweep = setInterval(() => server.closeIdleConnections(), 50);
        server.close(() => {
          clearTimeout(patience);
          clearInterval(sweep);
          resolve();
        });
      }),
  };
}

function asHttp(server: ReturnType<typeof serve>): Server {
  if ('closeIdleConnections' in server) return server;
  throw new AppError('internal', 'the server speaks a protocol that it should not');
}
