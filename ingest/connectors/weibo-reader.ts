// Weibo: its answers with ids that stay exact, and its errors in our words.

import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import { type HttpClient, textOf } from '../http/client.ts';
import { type ApiReader, openApiReader, type Query } from './api-reader.ts';

export type WeiboReader = {
  readonly get: (what: string, path: string, query?: Query) => Promise<unknown>;
  readonly serverAt: ApiReader['serverAt'];
};

/** JSON in which whole numbers of more than 15 digits become texts: ids of that size would be rounded. Throws SyntaxError. */
export function parseWithLargeIds(text: string): unknown {
  const quoted = text.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) =>
    /^-?\d{16,}$/.test(token) ? `"${token}"` : token,
  );
  return JSON.parse(quoted);
}

const errorShape = z.looseObject({ error_code: z.union([z.number(), z.string()]).transform(Number), error: z.string().nullish() });
const tooMany: ReadonlySet<number> = new Set([10022, 10023, 10024]);
const noSuch: ReadonlySet<number> = new Set([20003, 20101, 20132, 20201]);
const wrongToken = (code: number): boolean => (code >= 21313 && code <= 21319) || [21301, 21327, 21332].includes(code);

function problemOf(what: string, code: number): AppError {
  if (tooMany.has(code)) return new AppError('unavailable', `${what}: Weibo's limit of requests is reached (${code})`);
  if (noSuch.has(code)) return new AppError('not_found', `${what}: Weibo knows no such thing (${code})`);
  if (wrongToken(code)) return new AppError('unauthorized', `${what}: the credentials are wrong or have expired (${code})`);
  if ([10006, 10013, 10014, 10016, 10017, 20112].includes(code)) {
    return new AppError('forbidden', `${what}: the application lacks the right to read this (${code}); Weibo grants it on approval`);
  }
  return new AppError('invalid', `${what}: Weibo refuses it (${code})`);
}

export function openWeiboReader(http: HttpClient, token: string, base: string): WeiboReader {
  const api = openApiReader(http, { base, headers: { authorization: `OAuth2 ${token}` } });
  return {
    serverAt: api.serverAt,
    get: async (what, path, query = {}) => {
      const answer = await api.ask(what, `${path}.json`, query, [400, 401, 403]);
      let value: unknown;
      try {
        value = parseWithLargeIds(textOf(answer));
      } catch {
        if (answer.status === 401) throw new AppError('unauthorized', `${what}: the credentials are wrong or have expired`);
        throw new AppError('unavailable', `${what}: Weibo answered ${answer.status} with something that is no JSON, or is cut off`);
      }
      const { data } = errorShape.safeParse(value);
      if (data !== undefined) throw problemOf(what, data.error_code);
      if (answer.status !== 200) throw problemOf(what, answer.status === 401 ? 21332 : 0);
      return value;
    },
  };
}
