// One exchange over the network: guarded address, deadline, capped body, no redirects. Everything that retries is in client.ts.
import type { ReadableStream } from 'node:stream/web';
import { Agent, fetch } from 'undici';
import { AppError } from '#db/model/errors.ts';
import { second } from '#db/model/instant.ts';
import type { AddressGuard } from './address-guard.ts';
import type { HeaderOf } from './retry-delay.ts';

export type Outgoing = {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
};

export type Exchange = { readonly status: number; readonly header: HeaderOf; readonly body: Uint8Array };

/** Sends one request; throws `unavailable` where no whole answer came, `forbidden` where the address may not be reached. */
export type Transport = (outgoing: Outgoing, signal: AbortSignal) => Promise<Exchange>;

export type TransportLimits = {
  /** For the whole exchange: a server that sends a byte a second must not hold a sync for ever. */
  readonly deadlineMs: number;
  /** Unpacked: a small packed answer may grow a thousandfold. */
  readonly mostBytes: number;
};

const limits: TransportLimits = { deadlineMs: 30 * second, mostBytes: 20 * 1024 * 1024 };

/** Reads a body up to its cap; leaving the loop early lets go of the rest. */
async function readCapped(body: ReadableStream<Uint8Array> | null, mostBytes: number): Promise<Uint8Array> {
  if (body === null) return new Uint8Array(0);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > mostBytes) throw new AppError('invalid', `the answer is longer than ${mostBytes / 1024 / 1024} MB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

export function openTransport(
  guard: AddressGuard,
  { deadlineMs, mostBytes } = limits,
): { readonly send: Transport; readonly close: () => Promise<void> } {
  const agent = new Agent({ connect: { lookup: guard.lookup, timeout: 10 * second }, keepAliveTimeout: 10 * second, connections: 8 });
  return {
    send: async ({ method, url, headers, body }, signal) => {
      guard.check(url);
      const bounded = AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]);
      try {
        const init = { method, headers, body, redirect: 'manual' as const, dispatcher: agent, signal: bounded };
        const response = await fetch(url, init);
        return { status: response.status, header: (name) => response.headers.get(name), body: await readCapped(response.body, mostBytes) };
      } catch (error) {
        throw toProblem(error, signal, deadlineMs);
      }
    },
    close: () => agent.close(),
  };
}

/** The reason without the address: what stands behind the host may be a token. */
function toProblem(error: unknown, signal: AbortSignal, deadlineMs: number): unknown {
  if (signal.aborted) return signal.reason;
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof AppError) return cause;
  }
  if (error instanceof Error && error.name === 'TimeoutError') {
    return new AppError('unavailable', `no whole answer within ${deadlineMs / second} s`);
  }
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'network error';
  return new AppError('unavailable', `the connection failed (${code})`);
}
