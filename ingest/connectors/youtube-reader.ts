// YouTube: its lists of comment threads and answers, with refusals that are none told apart from those that are.
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import type { HttpAnswer, HttpClient } from '../http/client.ts';
import { answerJson } from './answer-json.ts';
import { type ApiReader, openApiReader, type Query } from './api-reader.ts';
import { jsonOf } from './session-reader.ts';

/** An empty list may leave its items out, but says what it is a list of: what says neither is no list, and must not pass for an empty one. */
const listShape = z
  .object({ kind: z.string().optional(), items: z.array(z.unknown()).optional(), nextPageToken: z.string().nullish() })
  .refine(({ kind, items }) => kind !== undefined || items !== undefined, 'is no list of YouTube');
export type YoutubeList = { readonly items: readonly unknown[]; readonly next: string | null };

export type YoutubeReader = {
  readonly list: (what: string, path: string, query: Query) => Promise<YoutubeList>;
  /** The same; null where the answer is that there is no such thing. */
  readonly find: (what: string, path: string, query: Query) => Promise<YoutubeList | null>;
  readonly serverAt: ApiReader['serverAt'];
};

const errorShape = z.object({ error: z.object({ errors: z.array(z.object({ reason: z.string() })).default([]) }) });
const usedUp = ['quotaExceeded', 'dailyLimitExceeded'];
const tooFast = ['rateLimitExceeded', 'userRateLimitExceeded'];

/** The midnight on the US Pacific coast at which the day's quota begins anew. */
export function quotaReturnsAt(now: Instant): Instant {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('America/Los_Angeles');
  return today.add({ days: 1 }).startOfDay().epochMilliseconds;
}

function refusal(what: string, answer: HttpAnswer, now: Instant): AppError | null {
  const { data } = errorShape.safeParse(jsonOf(answer));
  const reason = data?.error.errors[0]?.reason ?? 'forbidden';
  if (reason === 'commentsDisabled') return null;
  if (usedUp.includes(reason)) {
    return new AppError('unavailable', `${what}: the quota of the day is used up until ${new Date(quotaReturnsAt(now)).toISOString()}`);
  }
  if (tooFast.includes(reason)) return new AppError('unavailable', `${what}: YouTube asks for patience (${reason})`);
  return new AppError('forbidden', `${what}: YouTube refuses it (${reason.slice(0, 60)})`);
}

export function openYoutubeReader(http: HttpClient, key: string, clock: () => Instant): YoutubeReader {
  const api = openApiReader(http, { base: 'https://www.googleapis.com/youtube/v3', headers: { 'x-goog-api-key': key } });
  const find: YoutubeReader['find'] = async (what, path, query) => {
    const answer = await api.ask(what, path, query, [403, 404]);
    if (answer.status === 404) return null;
    if (answer.status === 403) {
      const problem = refusal(what, answer, answer.at ?? clock());
      if (problem !== null) throw problem;
      return { items: [], next: null };
    }
    const { items = [], nextPageToken } = listShape.parse(answerJson(what, answer));
    return { items, next: nextPageToken ?? null };
  };
  return {
    find,
    list: async (what, path, query) => {
      const found = await find(what, path, query);
      if (found === null) throw new AppError('not_found', `${what}: YouTube knows no such thing`);
      return found;
    },
    serverAt: api.serverAt,
  };
}
