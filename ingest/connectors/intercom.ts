// Intercom: searches what changed within a window of the server's time, and reads every conversation of it whole.
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import { hour, type Instant, minute, second } from '#db/model/instant.ts';
import { type ApiReader, goneOf, openApiReader } from './api-reader.ts';
import {
  type ConnectorContext,
  defineConnector,
  type FetchPlan,
  type Gap,
  parseCursor,
  type SourcePage,
  settingNotes,
} from './connector.ts';
import { secretField } from './fields.ts';
import { type IntercomItem, intercomShape, isCut, toIntercomConversation } from './intercom-conversation.ts';
import { idOfRaw, readEach } from './read-each.ts';

const hosts = { us: 'api.intercom.io', eu: 'api.eu.intercom.io', au: 'api.au.intercom.io' } as const;

const settingsSchema = z.strictObject({
  region: z
    .enum(['us', 'eu', 'au'])
    .default('us')
    .register(settingNotes, { label: { en: 'Region of the workspace', zh: '工作区所在区域' } }),
  token: secretField({ en: 'Access token', zh: '访问令牌' }),
});
type Settings = z.infer<typeof settingsSchema>;

/**
 * Seconds of the server. `from`: everything that changed before is in. `to` and `after`: the window that is being read, and the place in it;
 * both bounds stay the same for all its pages, also when a run goes on with it.
 */
const cursorSchema = z.strictObject({
  version: z.literal(1),
  from: z.number(),
  to: z.number().nullable(),
  after: z.string().nullable(),
});
type Place = z.infer<typeof cursorSchema>;

const searchShape = z.object({
  conversations: z.array(z.unknown()),
  pages: z.object({ next: z.object({ starting_after: z.string().nullish() }).nullish() }).nullish(),
});
const meShape = z.object({ name: z.string().nullish(), app: z.object({ name: z.string().nullish() }).nullish() });
const teamShape = z.object({ name: z.string().nullish() });

const pageSize = 50;
// Changes show up in the search after a while.
const safety = minute / second;
const overlap = (5 * minute) / second;
const mostPages = 10_000;

type Reader = { readonly api: ApiReader; readonly teams: Map<string, string> };

function openReader({ http, settings }: ConnectorContext<Settings>): Reader {
  const headers = { authorization: `Bearer ${settings.token}`, 'intercom-version': '2.15' };
  return { api: openApiReader(http, { base: `https://${hosts[settings.region]}`, headers }), teams: new Map() };
}

/** The server's own time; ours may be wrong by minutes. */
async function serverNow(api: ApiReader, clock: () => Instant): Promise<number> {
  await api.get('the account', 'me');
  return Math.floor((api.serverAt() ?? clock() - hour) / second);
}

async function search(api: ApiReader, { from, to, after }: Place & { readonly to: number }) {
  const between = [
    { field: 'updated_at', operator: '>', value: from - overlap },
    { field: 'updated_at', operator: '<', value: to },
  ];
  const pagination = { per_page: pageSize, ...(after === null ? {} : { starting_after: after }) };
  const body = { query: { operator: 'AND', value: between }, sort: { field: 'updated_at', order: 'ascending' }, pagination };
  return searchShape.parse(await api.post('the search for conversations', 'conversations/search', body));
}

/** The name of a team, which only some tokens may read; its number tells teams apart as well. */
async function teamName({ api, teams }: Reader, id: string): Promise<string> {
  const known = teams.get(id);
  if (known !== undefined) return known;
  const answer = await api.ask('a team', `teams/${id}`, {}, [403, 404]);
  const named = answer.status === 200 ? teamShape.parse(JSON.parse(new TextDecoder().decode(answer.bytes))).name : null;
  const name = (named ?? `team ${id}`).slice(0, 128);
  teams.set(id, name);
  return name;
}

async function readConversation(reader: Reader, id: string): Promise<IntercomItem> {
  const value = await reader.api.get('a conversation', `conversations/${encodeURIComponent(id)}`, { display_as: 'plaintext' });
  const conversation = intercomShape.parse(value);
  const team = conversation.team_assignee_id;
  return { conversation, team: team == null || String(team) === '0' ? null : await teamName(reader, String(team)) };
}

/** Parts that a first reading cannot get any more; later ones are joined to what is stored. */
function gapsOf(items: readonly IntercomItem[], isFirst: boolean): Gap[] {
  return items
    .filter(({ conversation }) => isFirst && isCut(conversation))
    .map(({ conversation: { id, created_at, conversation_parts } }) => ({
      from: created_at,
      to: Math.min(...conversation_parts.conversation_parts.map((part) => part.created_at)),
      reason: `conversation ${id}: Intercom gives only the newest 500 parts; older ones are missing`,
    }));
}

async function* readWindow(
  reader: Reader,
  start: Place & { readonly to: number },
  isFirst: boolean,
): AsyncGenerator<SourcePage<IntercomItem>, void, undefined> {
  const { api } = reader;
  let place = start;
  for (let page = 0; page < mostPages; page += 1) {
    const { conversations, pages } = await search(api, place);
    const next = pages?.next?.starting_after ?? null;
    if (next !== null && next === place.after) throw new AppError('unavailable', 'the search for conversations does not move on');
    const read = await readEach(
      conversations,
      (raw) => idOfRaw(raw),
      (raw) => readConversation(reader, idOfRaw(raw)),
    );
    const isLast = next === null || conversations.length === 0;
    const reached: Place = isLast ? { version: 1, from: place.to, to: null, after: null } : { ...place, after: next };
    yield { ...read, gaps: gapsOf(read.items, isFirst), cursor: JSON.stringify(reached), serverAt: api.serverAt() };
    if (isLast) return;
    place = { ...place, after: next };
  }
  throw new AppError('unavailable', 'the search for conversations has no end');
}

/** A place in a search lives for a while only: where it is refused, the same window is read from its beginning. */
async function* readOn(reader: Reader, start: Place & { readonly to: number }, isFirst: boolean) {
  try {
    yield* readWindow(reader, start, isFirst);
  } catch (error) {
    if (start.after === null || !(error instanceof AppError) || error.code !== 'invalid') throw error;
    yield* readWindow(reader, { ...start, after: null }, isFirst);
  }
}

async function* readPages(context: ConnectorContext<Settings>, { cursor, since, window }: FetchPlan) {
  const reader = openReader(context);
  if (window !== null) {
    const place = { version: 1 as const, from: Math.floor(window.from / second), to: Math.ceil(window.to / second), after: null };
    yield* readWindow(reader, place, true);
    return;
  }
  const fresh: Place = { version: 1, from: Math.floor(since / second), to: null, after: null };
  const place = cursor === null ? fresh : parseCursor(cursorSchema, cursor);
  const isFirst = place.from === fresh.from;
  const to = (await serverNow(reader.api, context.clock)) - safety;
  if (place.to !== null) yield* readOn(reader, { ...place, to: place.to }, isFirst);
  const from = place.to ?? place.from;
  // Also where the server's clock did not move on: what came late into the last minutes is read now.
  yield* readWindow(reader, { version: 1, from, to: Math.max(from, to), after: null }, isFirst && place.to === null);
}

export const intercom = defineConnector<Settings, IntercomItem>({
  card: {
    id: 'intercom',
    label: 'Intercom',
    reads: {
      en: 'Conversations with replies, private notes, bots and Fin, state changes, teams, tags and ratings.',
      zh: '会话，含回复、内部备注、机器人与 Fin、状态变化、团队、标签和评分。',
    },
    rights: {
      en: 'An access token with "Read conversations"; with "Read admins" teams have names. Nothing is written.',
      zh: '具有“读取会话”权限的访问令牌；若另有“读取管理员”权限，可显示团队名称。不会写入任何内容。',
    },
    provenBy: ['official specification'],
  },
  settings: settingsSchema,
  perMinute: () => 600,
  resumable: true,
  itemId: ({ conversation }) => conversation.id,
  toConversations: (item) => [toIntercomConversation(item)],
  fetch: readPages,
  async probe(context) {
    const { api } = openReader(context);
    const { name, app } = meShape.parse(await api.get('the account', 'me'));
    return { found: `${app?.name ?? 'a workspace'} (${name ?? 'somebody'})`, warnings: [] };
  },
  async findGone(context, externalIds) {
    const { api } = openReader(context);
    return await goneOf(
      externalIds,
      async (id) => (await api.ask('a conversation', `conversations/${encodeURIComponent(id)}`, {}, [404])).status,
    );
  },
  openAgain(context) {
    const reader = openReader(context);
    return (ids) => readEach(ids, String, (id) => readConversation(reader, id));
  },
});
