// Reads a JSON interface whose tokens expire: a token is fetched when it is first needed, and once more when the other side says that it ran out.
import { z } from 'zod';
import { type HttpAnswer, type HttpClient, textOf } from '../http/client.ts';
import { type ApiReader, type ApiSettings, openApiReader, type Query } from './api-reader.ts';

export type SessionSettings = Omit<ApiSettings, 'headers'> & {
  readonly headers?: Readonly<Record<string, string>>;
  /** A fresh token. `renews`: the one before has run out. Throws `unauthorized` where the credentials are wrong. */
  readonly token: (renews: boolean) => Promise<string>;
  /** Statuses with which an expired token is refused. */
  readonly expiredStatuses: readonly number[];
  /** Whether an answer with such a status means that, and not something else. */
  readonly isExpired: (answer: HttpAnswer) => boolean;
};

/** As `ApiReader`, only for reading. A refusal that no new token mends is an error as everywhere. */
export type SessionReader = Omit<ApiReader, 'post'>;

export function openSessionReader(http: HttpClient, settings: SessionSettings): SessionReader {
  const { base, headers = {}, asksForPatience, token, expiredStatuses, isExpired } = settings;
  const patience = asksForPatience === undefined ? {} : { asksForPatience };
  const openWith = (bearer: string) =>
    openApiReader(http, { base, headers: { ...headers, authorization: `Bearer ${bearer}` }, ...patience });
  let api: ApiReader | null = null;
  const ready = async (): Promise<ApiReader> => {
    api ??= openWith(await token(false));
    return api;
  };
  const ask: SessionReader['ask'] = async (what, path, query, accept = []) => {
    const answer = await (await ready()).ask(what, path, query, [...accept, ...expiredStatuses]);
    const isSuspect = expiredStatuses.includes(answer.status);
    if (isSuspect && isExpired(answer)) api = openWith(await token(true));
    else if (!isSuspect || accept.includes(answer.status)) return answer;
    // Asked as it is: what is refused now is no matter of the token, and the client says it in its own words.
    return await (await ready()).ask(what, path, query, accept);
  };
  return {
    ask,
    get: async (what, path, query?: Query) => {
      const answer = await ask(what, path, query);
      const value = jsonOf(answer);
      // A body that was cut off is asked for again by the client.
      return value === undefined ? await (await ready()).get(what, path, query) : value;
    },
    serverAt: () => api?.serverAt() ?? null,
  };
}

/** The JSON of an answer; undefined where it is none. */
export function jsonOf(answer: HttpAnswer): unknown {
  try {
    return JSON.parse(textOf(answer));
  } catch {
    return undefined;
  }
}

const errorShape = z.object({ error: z.string() });

/** The word by which an answer names its error; null where it has none. */
export function errorName(answer: HttpAnswer): string | null {
  return errorShape.safeParse(jsonOf(answer)).data?.error ?? null;
}
