// Reads a JSON interface of one host: addresses under one base, the same headers each time, the server's clock remembered.
import type { Instant } from '#db/model/instant.ts';
import type { HttpAnswer, HttpClient, HttpRequest } from '../http/client.ts';

export type Query = Readonly<Record<string, string | number | readonly string[] | null>>;

export type ApiReader = {
  /** The JSON at a path below the base; `what` names it in errors. A query value of null is left out. */
  readonly get: (what: string, path: string, query?: Query) => Promise<unknown>;
  /** The same with status and headers; statuses of `accept` are answers and no failures. */
  readonly ask: (what: string, path: string, query?: Query, accept?: readonly number[]) => Promise<HttpAnswer>;
  readonly post: (what: string, path: string, body: unknown) => Promise<unknown>;
  /** The server's own clock at its last answer. */
  readonly serverAt: () => Instant | null;
};

export type ApiSettings = {
  /** Without a slash at its end. */
  readonly base: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly asksForPatience?: HttpRequest['asksForPatience'];
};

/** Addresses are always built on our base: those in answers follow the server's own idea of its name. */
export function openApiReader(http: HttpClient, { base, headers, asksForPatience }: ApiSettings): ApiReader {
  let serverAt: Instant | null = null;
  const urlOf = (path: string, query: Query = {}): string => {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      if (value === null) continue;
      for (const one of Array.isArray(value) ? value : [value]) parameters.append(name, String(one));
    }
    const tail = parameters.size === 0 ? '' : `?${parameters}`;
    return `${base}/${path}${tail}`;
  };
  const patience = asksForPatience === undefined ? {} : { asksForPatience };
  const json = async (request: HttpRequest): Promise<unknown> => {
    const { value, answer } = await http.json({ ...patience, ...request, headers: { ...headers, ...request.headers } });
    serverAt = answer.at ?? serverAt;
    return value;
  };
  return {
    get: (what, path, query) => json({ what, url: urlOf(path, query) }),
    post: (what, path, body) =>
      json({ what, url: urlOf(path), method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    ask: async (what, path, query, accept = []) => {
      const answer = await http.request({
        ...patience,
        what,
        url: urlOf(path, query),
        headers: { accept: 'application/json', ...headers },
        accept,
      });
      serverAt = answer.at ?? serverAt;
      return answer;
    },
    serverAt: () => serverAt,
  };
}

/** An address that a person typed, without the slashes at its end. */
export function toBase(url: string): string {
  return url.replace(/\/+$/, '');
}

/** Ids that the source answers with "not found" or "gone" when each is asked for. */
export async function goneOf(
  externalIds: readonly string[],
  statusOf: (externalId: string) => Promise<number>,
): Promise<readonly string[]> {
  const gone: string[] = [];
  for (const id of externalIds) {
    const status = await statusOf(id);
    if (status === 404 || status === 410) gone.push(id);
  }
  return gone;
}
