// A vendor behind a real socket that misbehaves: answers of a stand-in go out as they are, or broken by a fault.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Outgoing } from '#ingest/http/transport.ts';
import type { Random } from '#test/support/random.ts';
import type { Reply, Upstream } from '#test/support/virtual-http.ts';

/** One exchange that is to go wrong. `earlier`: the last good answer to the same path with another query. */
export type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly reply: Reply;
  readonly earlier: Reply | null;
  readonly random: Random;
};

export type Fault = {
  readonly name: string;
  /** How long an answer is waited for, where it never ends. */
  readonly deadlineMs?: number;
  /** Where an answer only has to be too long: how long that is. */
  readonly mostBytes?: number;
  /** Answers in the place of the vendor. */
  readonly answer?: (exchange: Exchange) => void;
  /** Sends the request somewhere else than it was meant for. */
  readonly divert?: (url: URL) => URL;
};

export type FaultServer = { readonly url: string; readonly close: () => Promise<void> };

export const bodyOf = ({ body = '' }: Reply): Buffer =>
  body instanceof Uint8Array ? Buffer.from(body) : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));

/** Sends a reply as a decent server would. */
export function sendWhole(response: ServerResponse, reply: Reply, body: Buffer = bodyOf(reply)): void {
  const { status = 200, headers = {} } = reply;
  // "Not modified" has no body, and says nothing of its kind.
  if (status === 304) {
    response.writeHead(status, headers).end();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json', ...headers, 'content-length': body.length });
  response.end(body);
}

export type FaultServerParts = {
  readonly upstream: Upstream;
  readonly now: () => number;
  readonly random: Random;
  /** Which fault the next answer has; null: none. */
  readonly next: () => Fault | null;
};

export async function openFaultServer({ upstream, now, random, next }: FaultServerParts): Promise<FaultServer> {
  const seen = new Map<string, { readonly query: string; readonly reply: Reply }>();
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const outgoing = await toOutgoing(request);
    const reply = await upstream(outgoing, now());
    if (reply instanceof Error) {
      response.destroy();
      return;
    }
    const { pathname, search } = outgoing.url;
    const last = seen.get(pathname);
    const fault = next();
    if (fault?.answer === undefined) sendWhole(response, reply);
    else fault.answer({ request, response, reply, earlier: last === undefined || last.query === search ? null : last.reply, random });
    seen.set(pathname, { query: search, reply });
  };
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function toOutgoing(request: IncomingMessage): Promise<Outgoing> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  return {
    method: request.method === 'POST' ? 'POST' : 'GET',
    url: new URL(request.url ?? '/', 'http://vendor.example'),
    headers,
    body: chunks.length === 0 ? null : Buffer.concat(chunks).toString('utf8'),
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('no port'));
      else resolve(address.port);
    });
  });
}
