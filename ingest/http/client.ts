// The guarded client: the only way out. Retries with patience, keeps to a budget, follows redirects within the host, never further.
import { AppError } from '#db/model/errors.ts';
import { type Instant, minute } from '#db/model/instant.ts';
import type { HostBreakers } from './breaker.ts';
import type { RateBudget } from './rate-budget.ts';
import { type HeaderOf, jitterMs, resetMs, retryAfterMs } from './retry-delay.ts';
import type { Exchange, Outgoing, Transport } from './transport.ts';

export type HttpRequest = {
  /** For people, in errors: `the page of tickets`. Addresses are not told, they may hold tokens. */
  readonly what: string;
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Statuses besides 2xx that are an answer and no failure, such as 304 or 404. */
  readonly accept?: readonly number[];
  /** The pause in milliseconds that a body asks for: a 403 (GitHub's secondary limit), a 429 (Discourse, Telegram). Null for a 403: a real refusal. */
  readonly asksForPatience?: (answer: HttpAnswer) => number | null;
  /** Never tried again by itself: for what must not be done twice where its answer was lost. */
  readonly isOnce?: boolean;
};

export type HttpAnswer = {
  readonly status: number;
  readonly header: HeaderOf;
  readonly bytes: Uint8Array;
  /** The server's own clock (`Date` header); null where it does not tell. */
  readonly at: Instant | null;
};

export type HttpClient = {
  /** Throws AppError: `unauthorized` 401, `forbidden` 403, `not_found` 404 and 410, `invalid` other 4xx, `unavailable` all that patience could mend. */
  readonly request: (request: HttpRequest) => Promise<HttpAnswer>;
  /** The same, parsed as JSON. A body that is cut off is asked for again, twice. */
  readonly json: (request: HttpRequest) => Promise<{ readonly value: unknown; readonly answer: HttpAnswer }>;
};

export type HttpClientParts = {
  readonly send: Transport;
  readonly clock: () => Instant;
  /** Resolves after the pause, rejects with the signal's reason. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly random: () => number;
  readonly breakers: HostBreakers;
  readonly budget: RateBudget;
  readonly signal: AbortSignal;
  readonly userAgent: string;
};

const mostTries = 6;
const mostParseTries = 3;
const mostRedirects = 5;
/** A source that asks for more patience than this is left for the next run; the cursor stays where it is. */
const longestPause = 15 * minute;
const patientStatuses: ReadonlySet<number> = new Set([408, 409, 425, 429, 500, 502, 503, 504, 507, 509, 520, 521, 522, 523, 524]);
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

export function openHttpClient(parts: HttpClientParts): HttpClient {
  const request = async (asked: HttpRequest): Promise<HttpAnswer> => {
    for (let attempt = 1; ; attempt += 1) {
      parts.signal.throwIfAborted();
      const outcome = await tryOnce(parts, asked);
      if ('answer' in outcome) return outcome.answer;
      const openUntil = parts.breakers.of(hostOf(asked.url)).openUntil();
      if (asked.isOnce === true || attempt >= mostTries || openUntil !== null) throw outcome.problem;
      const pauseMs = outcome.pauseMs ?? jitterMs(attempt, parts.random);
      if (pauseMs > longestPause) {
        const until = new Date(parts.clock() + Math.min(pauseMs, 8.64e15 - parts.clock())).toISOString();
        throw new AppError('unavailable', `${asked.what}: ${hostOf(asked.url)} asks to wait until ${until}`);
      }
      await parts.pause(pauseMs, parts.signal);
    }
  };
  return { request, json: (asked) => readJson(asked, request) };
}

type Outcome = { readonly answer: HttpAnswer } | { readonly problem: AppError; readonly pauseMs: number | null };

/** One try: an answer, or a problem that patience may mend. Every other problem is thrown. */
async function tryOnce(parts: HttpClientParts, asked: HttpRequest): Promise<Outcome> {
  const { breakers, budget, signal } = parts;
  const breaker = breakers.of(hostOf(asked.url));
  const openUntil = breaker.openUntil();
  if (openUntil !== null) {
    throw new AppError('unavailable', `${hostOf(asked.url)} failed too often; it is left alone until ${new Date(openUntil).toISOString()}`);
  }
  const budgetPause = budget.takeMs();
  if (budgetPause > 0) await parts.pause(budgetPause, signal);
  try {
    const answer = toAnswer(await follow(parts, asked));
    const patience = patienceOf(parts, asked, answer);
    if (patience !== null) {
      breaker.fail();
      return patience;
    }
    breaker.succeed();
    return { answer: settled(asked, answer) };
  } catch (error) {
    if (signal.aborted || !(error instanceof AppError) || error.code !== 'unavailable') throw error;
    breaker.fail();
    return { problem: new AppError('unavailable', `${asked.what}: ${hostOf(asked.url)}: ${error.message}`), pauseMs: null };
  }
}

function patienceOf({ clock }: HttpClientParts, asked: HttpRequest, answer: HttpAnswer): Outcome | null {
  const { status, header } = answer;
  if (asked.accept?.includes(status)) return null;
  const asksFor = status === 403 || status === 429 ? (asked.asksForPatience?.(answer) ?? null) : null;
  if (asksFor === null && !patientStatuses.has(status)) return null;
  const now = answer.at ?? clock();
  const limited = status === 429 ? (retryAfterMs(header, now) ?? resetMs(header, now)) : retryAfterMs(header, now);
  return { problem: new AppError('unavailable', `${asked.what}: ${hostOf(asked.url)} answered ${status}`), pauseMs: asksFor ?? limited };
}

/** Sends, and follows redirects as long as they stay with the host: credentials never go anywhere else. */
async function follow({ send, signal, userAgent }: HttpClientParts, asked: HttpRequest): Promise<Exchange> {
  const headers = { 'user-agent': userAgent, 'accept-encoding': 'gzip, deflate, br', ...asked.headers };
  let outgoing: Outgoing = { method: asked.method ?? 'GET', url: parseUrl(asked), headers, body: asked.body ?? null };
  for (let step = 0; ; step += 1) {
    const exchange = await send(outgoing, signal);
    const location = redirects.has(exchange.status) ? exchange.header('location') : null;
    if (location === null || asked.accept?.includes(exchange.status)) return exchange;
    if (step >= mostRedirects) throw new AppError('invalid', `${asked.what}: redirected more than ${mostRedirects} times`);
    outgoing = redirected(asked, outgoing, { status: exchange.status, location });
  }
}

function redirected(asked: HttpRequest, from: Outgoing, { status, location }: { status: number; location: string }): Outgoing {
  const url = URL.canParse(location, from.url) ? new URL(location, from.url) : null;
  const isUpgrade = url?.protocol === 'https:' && from.url.protocol === 'http:' && url.hostname === from.url.hostname;
  if (url === null || (url.origin !== from.url.origin && !isUpgrade)) {
    throw new AppError('invalid', `${asked.what}: ${from.url.host} redirects to another host or scheme, which is not followed`);
  }
  const keepsBody = status === 307 || status === 308;
  return { ...from, url, method: keepsBody ? from.method : 'GET', body: keepsBody ? from.body : null };
}

function toAnswer({ status, header, body }: Exchange): HttpAnswer {
  const at = Date.parse(header('date') ?? '');
  return { status, header, bytes: body, at: Number.isNaN(at) ? null : at };
}

/** The answer where its status is one that was asked for; else the error that it means. */
function settled(asked: HttpRequest, answer: HttpAnswer): HttpAnswer {
  const { status } = answer;
  if ((status >= 200 && status < 300) || asked.accept?.includes(status)) return answer;
  const said = `${asked.what}: ${hostOf(asked.url)} answered ${status}`;
  if (status === 401) throw new AppError('unauthorized', `${said}: the credentials are wrong or have expired`);
  if (status === 403) throw new AppError('forbidden', `${said}: the account lacks the right to read this`);
  if (status === 404 || status === 410) throw new AppError('not_found', said);
  throw new AppError('invalid', said);
}

async function readJson(asked: HttpRequest, request: HttpClient['request']): ReturnType<HttpClient['json']> {
  const headers = { accept: 'application/json', ...asked.headers };
  for (let attempt = 1; ; attempt += 1) {
    const answer = await request({ ...asked, headers });
    const text = textOf(answer);
    try {
      return { value: JSON.parse(text), answer };
    } catch {
      if (attempt < mostParseTries && !isPage(text)) continue;
      const got = isPage(text) ? 'a web page' : text.trim() === '' ? 'nothing' : 'something that is no JSON, or is cut off';
      throw new AppError('unavailable', `${asked.what}: ${hostOf(asked.url)} answered ${got} instead of JSON; is the address right?`);
    }
  }
}

const isPage = (text: string): boolean => /^\s*<(?:!doctype html|html)/i.test(text);

/** The body as UTF-8, without a byte order mark. */
export function textOf(answer: HttpAnswer): string {
  return new TextDecoder('utf-8').decode(answer.bytes);
}

function parseUrl({ what, url }: HttpRequest): URL {
  if (!URL.canParse(url)) throw new AppError('invalid', `${what}: not an address`);
  return new URL(url);
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : 'the source');
