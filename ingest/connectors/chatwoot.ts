// Chatwoot: conversations in the order of their beginning, then again and again those that changed since, each with all its messages.
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import { day, hour, type Instant, minute, second } from '#db/model/instant.ts';
import { type ApiReader, goneOf, openApiReader, toBase } from './api-reader.ts';
import {
  type ChatwootItem,
  type ChatwootMessage,
  chatwootHeadShape,
  chatwootMessageShape,
  type ReportingEvent,
  reportingEventShape,
  surveyAnswerOf,
  toChatwootConversation,
} from './chatwoot-conversation.ts';
import { type ConnectorContext, defineConnector, type FetchPlan, parseCursor, type SourcePage } from './connector.ts';
import { secretField, textField, urlField } from './fields.ts';
import { idOfRaw, type ReadItems, readEach, unreadOf } from './read-each.ts';
import { epochTime } from './vendor-shapes.ts';

const settingsSchema = z.strictObject({
  url: urlField('https://app.chatwoot.com'),
  account: textField(
    { en: 'Account number', zh: '账户编号' },
    { placeholder: '1', help: { en: 'The number behind /app/accounts/ in the address.', zh: '网址中 /app/accounts/ 后面的数字。' } },
  ).regex(/^\d+$/, 'a number'),
  token: secretField({ en: 'Access token', zh: '访问令牌' }),
});
type Settings = z.infer<typeof settingsSchema>;

const cursorSchema = z.strictObject({
  version: z.literal(1),
  /** The next page of the first reading; null when that is done. */
  page: z.number().int().min(1).nullable(),
  /** Up to when changes have been read, by the server's clock. */
  mark: z.number(),
  /** When a whole day was last read again. */
  sweptAt: z.number(),
});
type Place = z.infer<typeof cursorSchema>;

const listShape = z.object({ data: z.object({ payload: z.array(z.unknown()) }) });
const messagesShape = z.object({ payload: z.array(chatwootMessageShape) });
const ratingShape = z.object({
  message_id: z.number(),
  created_at: epochTime,
  conversation_id: z.union([z.number(), z.string()]).nullish(),
});
const stampShape = z.looseObject({ updated_at: epochTime.nullish() });

const messagesPage = 100;
const chunkSize = 25;
const overlap = 5 * minute;
/** Editing a message does not count as a change of its conversation: a whole day is read again so often. */
const sweepEvery = 6 * hour;
/** Answers to surveys come soon after they were asked for; further than this nobody looks. */
const mostRatingPages = 8;

type Reader = { readonly api: ApiReader; readonly account: string };

function openReader({ http, settings }: ConnectorContext<Settings>): Reader {
  const base = `${toBase(settings.url)}/api/v1/accounts/${settings.account}`;
  return { api: openApiReader(http, { base, headers: { api_access_token: settings.token } }), account: settings.account };
}

async function list(api: ApiReader, query: Readonly<Record<string, string | number>>): Promise<readonly unknown[]> {
  const value = await api.get('the list of conversations', 'conversations', { status: 'all', assignee_type: 'all', ...query });
  return listShape.parse(value).data.payload;
}

async function readMessages(api: ApiReader, id: string): Promise<ChatwootMessage[]> {
  const found = new Map<number, ChatwootMessage>();
  for (let after = 0; ; ) {
    const { payload } = messagesShape.parse(await api.get('the messages of a conversation', `conversations/${id}/messages`, { after }));
    for (const message of payload) found.set(message.id, message);
    const last = Math.max(after, ...payload.map((message) => message.id));
    if (payload.length < messagesPage || last === after) return [...found.values()].sort((a, b) => a.id - b.id);
    after = last;
  }
}

/** Older servers do not tell them. */
async function readEvents(api: ApiReader, id: string): Promise<ReportingEvent[]> {
  const path = `conversations/${id}/reporting_events`;
  const answer = await api.ask('the events of a conversation', path, {}, [403, 404]);
  if (answer.status !== 200) return [];
  return z.array(reportingEventShape).parse(JSON.parse(new TextDecoder().decode(answer.bytes)));
}

type Rating = z.infer<typeof ratingShape>;

async function ratingsSince(api: ApiReader, since: Instant, page: number): Promise<readonly Rating[]> {
  const query = { sort: 'created_at', since: Math.floor(since / second), page };
  const answer = await api.ask('the answers to surveys', 'csat_survey_responses', query, [403, 404]);
  return answer.status === 200 ? z.array(ratingShape).parse(JSON.parse(new TextDecoder().decode(answer.bytes))) : [];
}

/** When a survey was answered: its message only says that it was. */
async function ratedAtOf(api: ApiReader, { id, created_at: askedAt }: ChatwootMessage): Promise<Instant | null> {
  for (let page = 1; page <= mostRatingPages; page += 1) {
    const ratings = await ratingsSince(api, askedAt, page);
    const found = ratings.find((rating) => rating.message_id === id);
    if (found !== undefined) return found.created_at;
    if (ratings.length === 0) return null;
  }
  return null;
}

async function readConversation({ api, account }: Reader, raw: unknown): Promise<ChatwootItem> {
  const head = chatwootHeadShape.parse(raw);
  const messages = await readMessages(api, head.id);
  const hasNotes = messages.some(({ message_type }) => message_type === 2);
  const ratedAt = new Map<number, Instant>();
  for (const message of messages) {
    const at = surveyAnswerOf(message) === null ? null : await ratedAtOf(api, message);
    if (at !== null) ratedAt.set(message.id, at);
  }
  return { account, head, messages, ratedAt, events: hasNotes ? await readEvents(api, head.id) : [] };
}

const idOf =
  ({ account }: Reader) =>
  (raw: unknown) =>
    `${account}:${idOfRaw(raw)}`;

type Pages = AsyncGenerator<SourcePage<ChatwootItem>, void, undefined>;

/** Whether a conversation had any life since an instant. */
function isSince(raw: unknown, since: Instant): boolean {
  const parsed = chatwootHeadShape.safeParse(raw);
  // What cannot be read is read, so that it is told.
  if (!parsed.success) return true;
  const { created_at, last_activity_at, updated_at } = parsed.data;
  return Math.max(created_at, last_activity_at ?? 0, updated_at ?? 0) >= since;
}

/** In the order of their beginning, so that nothing shifts while pages are turned. */
async function* readFirst(reader: Reader, plan: { readonly since: Instant; readonly to: Instant | null }, start: Place): Pages {
  const { api } = reader;
  const seen = new Set<string>();
  for (let page = start.page ?? 1; ; page += 1) {
    const heads = await list(api, { sort_by: 'created_at_asc', page });
    const fresh = heads.filter((raw) => !seen.has(idOfRaw(raw)));
    if (fresh.length === 0) return;
    for (const raw of fresh) seen.add(idOfRaw(raw));
    const wanted = fresh.filter((raw) => isSince(raw, plan.since) && (plan.to === null || beganBefore(raw, plan.to)));
    const read = await readEach(wanted, idOf(reader), (raw) => readConversation(reader, raw));
    yield { ...read, cursor: JSON.stringify({ ...start, page: page + 1 }), serverAt: api.serverAt() };
    if (plan.to !== null && !fresh.some((raw) => beganBefore(raw, plan.to ?? 0))) return;
  }
}

function beganBefore(raw: unknown, to: Instant): boolean {
  const parsed = chatwootHeadShape.safeParse(raw);
  return !parsed.success || parsed.data.created_at < to;
}

/** Conversations whose survey was answered since: the answer alone may not count as a change of the conversation. */
async function readRated(reader: Reader, since: Instant, known: ReadonlySet<string>): Promise<ReadItems<unknown>> {
  const { api } = reader;
  const ids = new Set<string>();
  for (let page = 1; page <= mostRatingPages; page += 1) {
    const ratings = await ratingsSince(api, since, page);
    for (const { conversation_id: id } of ratings) if (id != null && !known.has(String(id))) ids.add(String(id));
    if (ratings.length === 0) break;
  }
  return await readEach(
    [...ids],
    (id) => `${reader.account}:${id}`,
    (id) => readHead(reader, id),
  );
}

const readHead = ({ api }: Reader, id: string): Promise<unknown> => api.get('a conversation', `conversations/${encodeURIComponent(id)}`);

const updatedAt = (raw: unknown): Instant => stampShape.safeParse(raw).data?.updated_at ?? 0;

/** What changed since the mark. The server gives it whole and as of one moment, so that it may be ordered here and the mark moved on. */
async function* readChanges(reader: Reader, { mark, sweptAt }: Place, clock: () => Instant): Pages {
  const { api } = reader;
  await probeClock(api);
  const now = api.serverAt() ?? clock() + hour;
  const isSweep = now - sweptAt >= sweepEvery;
  const from = mark - (isSweep ? day : overlap);
  const heads = await list(api, { updated_within: Math.ceil((now - from) / second) });
  const ordered = [...heads].sort((a, b) => updatedAt(a) - updatedAt(b));
  const oldest = ordered.map(updatedAt).find((at) => at > 0) ?? now;
  if (oldest < from - hour) throw new AppError('invalid', 'this Chatwoot does not tell what has changed; it needs 4.0 or later');
  const rated = await readRated(reader, mark - day, new Set(heads.map((raw) => idOfRaw(raw))));
  const all = [...ordered, ...rated.items];
  // A clock that runs ahead for a while must not take the mark along: what changes until then would never be asked for.
  const reached = Math.min(now, clock() + hour);
  const end: Place = { version: 1, page: null, mark: reached, sweptAt: isSweep ? reached : sweptAt };
  for (let begin = 0; begin < Math.max(1, all.length); begin += chunkSize) {
    const chunk = all.slice(begin, begin + chunkSize);
    const read = await readEach(chunk, idOf(reader), (raw) => readConversation(reader, raw));
    const isLast = begin + chunkSize >= all.length;
    const place = isLast ? end : { ...end, sweptAt, mark: Math.min(reached, Math.max(mark, ...chunk.map(updatedAt))) };
    const unread = begin === 0 ? unreadOf(rated, read) : read;
    yield { ...unread, items: read.items, cursor: JSON.stringify(place), serverAt: api.serverAt() };
  }
}

/** Any answer tells the server's time. */
async function probeClock(api: ApiReader): Promise<void> {
  await api.get('the number of conversations', 'conversations/meta', { status: 'all' });
}

async function* readPages(context: ConnectorContext<Settings>, { cursor, since, window }: FetchPlan): Pages {
  const reader = openReader(context);
  if (window !== null) {
    yield* readFirst(reader, { since: window.from, to: window.to }, { version: 1, page: 1, mark: 0, sweptAt: 0 });
    return;
  }
  let place = cursor === null ? null : parseCursor(cursorSchema, cursor);
  if (place === null) {
    await probeClock(reader.api);
    const mark = Math.min(reader.api.serverAt() ?? context.clock() - hour, context.clock() + hour) - minute;
    place = { version: 1, page: 1, mark, sweptAt: mark };
  }
  if (place.page !== null) {
    // A conversation deleted meanwhile moves all later ones up by one: the page before is read once more.
    yield* readFirst(reader, { since, to: null }, { ...place, page: Math.max(1, place.page - 1) });
  }
  yield* readChanges(reader, place, context.clock);
}

export const chatwoot = defineConnector<Settings, ChatwootItem>({
  card: {
    id: 'chatwoot',
    label: 'Chatwoot',
    reads: {
      en: 'Conversations of all inboxes with messages, private notes, labels, teams, resolutions and satisfaction ratings.',
      zh: '所有收件箱的会话，含消息、内部备注、标签、团队、解决时间和满意度评分。',
    },
    rights: {
      en: 'The access token of an administrator (Profile settings): others see only their own inboxes, and no survey answers. Nothing is written.',
      zh: '管理员的访问令牌（个人资料设置中）：其他角色只能看到自己的收件箱，且看不到评分。不会写入任何内容。',
    },
    provenBy: ['official specification'],
  },
  settings: settingsSchema,
  perMinute: () => 600,
  resumable: true,
  itemId: ({ account, head }) => `${account}:${head.id}`,
  toConversations: (item) => [toChatwootConversation(item)],
  fetch: readPages,
  async probe(context) {
    const { settings, http } = context;
    const api = openApiReader(http, { base: `${toBase(settings.url)}/api/v1`, headers: { api_access_token: settings.token } });
    const accounts = z.array(z.object({ id: z.number(), name: z.string().nullish(), role: z.string().nullish() })).default([]);
    const profile = z.object({ name: z.string().nullish(), accounts }).parse(await api.get('the profile', 'profile'));
    const account = profile.accounts.find(({ id }) => String(id) === settings.account);
    if (account === undefined) throw new AppError('forbidden', `the token has no access to account ${settings.account}`);
    const limited = {
      en: 'This is no administrator: inboxes and survey answers may be missing.',
      zh: '此账号不是管理员：可能缺少部分收件箱和评分。',
    };
    const found = `${account.name ?? settings.account}: ${profile.name ?? 'somebody'} (${account.role ?? 'no role'})`;
    return { found, warnings: account.role === 'administrator' ? [] : [limited] };
  },
  async findGone(context, externalIds) {
    const { api, account } = openReader(context);
    const idIn = (externalId: string) => externalId.slice(account.length + 1);
    const ours = externalIds.filter((id) => id.startsWith(`${account}:`));
    return await goneOf(ours, async (id) => (await api.ask('a conversation', `conversations/${idIn(id)}`, {}, [404])).status);
  },
  openAgain(context) {
    const reader = openReader(context);
    const numberOf = (id: string) => id.slice(id.indexOf(':') + 1);
    return (ids) => readEach(ids, String, async (id) => await readConversation(reader, await readHead(reader, numberOf(id))));
  },
});
