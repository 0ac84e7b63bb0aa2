// A client over a scripted other side, with a clock that only moves when somebody waits.
import type { Instant } from '#db/model/instant.ts';
import type { Access } from '#ingest/connectors/connector.ts';
import { openHostBreakers } from '#ingest/http/breaker.ts';
import { type HttpClient, openHttpClient } from '#ingest/http/client.ts';
import { openRateBudget } from '#ingest/http/rate-budget.ts';
import type { Exchange, Outgoing, Transport } from '#ingest/http/transport.ts';

export type Reply = { readonly status?: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown };
/** What the other side does with a request; an error is a broken connection. */
export type Upstream = (request: Outgoing, now: Instant) => Reply | Error | Promise<Reply | Error>;

export type VirtualHttp = {
  readonly http: HttpClient;
  /** What a run lends to a connector; there is no mail server. */
  readonly access: Access;
  readonly clock: () => Instant;
  /** Every request with its virtual time. */
  readonly requests: readonly {
    readonly at: Instant;
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
  }[];
  readonly pauses: readonly number[];
  readonly abort: () => void;
  readonly signal: AbortSignal;
};

export const virtualStart: Instant = Date.UTC(2026, 10, 2, 8);

export function toExchange({ status = 200, headers = {}, body = '' }: Reply): Exchange {
  const named = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const bytes = body instanceof Uint8Array ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  return { status, header: (name) => named.get(name.toLowerCase()) ?? null, body: bytes };
}

export type VirtualOptions = { readonly perMinute?: number; readonly random?: () => number; readonly start?: Instant };

export function virtualHttp(
  upstream: Upstream,
  { perMinute = 6000, random = () => 1, start = virtualStart }: VirtualOptions = {},
): VirtualHttp {
  let now = start;
  const clock = () => now;
  const requests: { at: Instant; method: string; url: string; headers: Readonly<Record<string, string>> }[] = [];
  const pauses: number[] = [];
  const stop = new AbortController();
  const send: Transport = async (outgoing, signal) => {
    signal.throwIfAborted();
    requests.push({ at: now, method: outgoing.method, url: outgoing.url.href, headers: outgoing.headers });
    const reply = await upstream(outgoing, now);
    if (reply instanceof Error) throw reply;
    return toExchange(reply);
  };
  const pause = async (ms: number, signal: AbortSignal) => {
    signal.throwIfAborted();
    pauses.push(ms);
    now += ms;
  };
  const http = openHttpClient({
    send,
    clock,
    pause,
    random,
    breakers: openHostBreakers(clock),
    budget: openRateBudget(perMinute, clock),
    signal: stop.signal,
    userAgent: 'Huiyin test',
  });
  const mail = () => {
    throw new Error('no mail server');
  };
  const access = { http, clock, signal: stop.signal, mail };
  return { http, access, clock, requests, pauses, signal: stop.signal, abort: () => stop.abort(new Error('stopped')) };
}
