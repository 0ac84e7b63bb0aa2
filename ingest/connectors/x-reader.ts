// X: its search and look-up, asked by the names of the present interface, or by the former ones where the server knows only those.
import { z } from 'zod';
import { type HttpClient, textOf } from '../http/client.ts';
import { answerJson } from './answer-json.ts';
import { type ApiReader, openApiReader, type Query } from './api-reader.ts';
import type { Malformed } from './connector.ts';
import { idOfRaw, readEach } from './read-each.ts';
import { type XPost, type XUser, xPostShape } from './x-post.ts';

const userShape = z.object({ id: z.string(), username: z.string(), name: z.string().catch('') });
/** An answer without posts says why, or counts none: one that says nothing at all is no page, and must not pass for an empty one. */
const pageShape = z
  .object({
    data: z.array(z.unknown()).nullish(),
    includes: z.object({ users: z.array(z.unknown()).nullish() }).nullish(),
    errors: z
      .array(z.looseObject({ resource_id: z.string().nullish(), value: z.string().nullish(), type: z.string().nullish() }))
      .nullish(),
    meta: z.object({ next_token: z.string().nullish(), newest_id: z.string().nullish(), oldest_id: z.string().nullish() }).nullish(),
  })
  .refine(({ data, errors, meta }) => data != null || errors != null || meta != null, 'holds no posts, and does not say why');

export type XPage = {
  readonly posts: readonly XPost[];
  readonly malformed: readonly Malformed[];
  readonly users: readonly XUser[];
  /** Ids that were asked for and are deleted or protected. */
  readonly gone: readonly string[];
  readonly next: string | null;
};

export type XReader = {
  readonly search: (query: Query) => Promise<XPage>;
  /** At most a hundred. */
  readonly lookUp: (ids: readonly string[]) => Promise<XPage>;
  readonly userByName: (username: string) => Promise<XUser | null>;
  readonly serverAt: ApiReader['serverAt'];
};

const present = {
  'post.fields': 'conversation_id,created_at,lang,entities,note_post,text',
  expansions: 'author_id,referenced_posts,edit_history_post_ids',
  'user.fields': 'username,name',
};
const former = {
  'tweet.fields': 'conversation_id,created_at,lang,entities,note_tweet,text,author_id,referenced_tweets,edit_history_tweet_ids',
  expansions: 'author_id,referenced_tweets.id',
  'user.fields': 'username,name',
};

const goneTypes = ['resource-not-found', 'not-authorized-for-resource'];

export function openXReader(http: HttpClient, token: string): XReader {
  const api = openApiReader(http, { base: 'https://api.x.com', headers: { authorization: `Bearer ${token}` } });
  let fields: Query = present;
  const ask = async (what: string, path: string, query: Query): Promise<XPage> => {
    if (fields === present) {
      const answer = await api.ask(what, path, { ...query, ...fields }, [400]);
      // A server that does not know the present names says which parameter it refuses.
      if (answer.status === 400 && /post\.fields|referenced_posts|edit_history_post_ids/.test(textOf(answer))) fields = former;
      else if (answer.status !== 400) return await toPage(answerJson(what, answer));
    }
    return await toPage(await api.get(what, path, { ...query, ...fields }));
  };
  return {
    search: (query) => ask('the search', '2/tweets/search/recent', { max_results: 100, sort_order: 'recency', ...query }),
    lookUp: (ids) => ask('posts by id', '2/tweets', { ids: ids.join(',') }),
    userByName: async (username) => {
      const value = await api.get('the account', `2/users/by/username/${encodeURIComponent(username)}`);
      return z.object({ data: userShape.nullish() }).parse(value).data ?? null;
    },
    serverAt: api.serverAt,
  };
}

async function toPage(value: unknown): Promise<XPage> {
  const { data, includes, errors, meta } = pageShape.parse(value);
  const { items, malformed } = await readEach(data ?? [], conversationOf, (raw) => xPostShape.parse(raw));
  const isGone = (type: string | null | undefined) => goneTypes.some((end) => type?.endsWith(end) === true);
  return {
    posts: items,
    malformed,
    users: (includes?.users ?? []).flatMap((raw) => userShape.safeParse(raw).data ?? []),
    gone: (errors ?? []).flatMap(({ type, resource_id, value: asked }) => (isGone(type) ? (resource_id ?? asked ?? []) : [])),
    next: meta?.next_token ?? null,
  };
}

/** What cannot be read is written down under its conversation, so that its letter closes when the conversation comes in. */
function conversationOf(raw: unknown): string {
  const { data } = z.looseObject({ conversation_id: z.string() }).safeParse(raw);
  return data?.conversation_id ?? idOfRaw(raw);
}
