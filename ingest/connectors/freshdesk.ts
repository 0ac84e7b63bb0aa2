// Freshdesk: tickets by their time of change, those in spam and in the bin apart, each with what was said and how it was rated.
import { z } from 'zod';
import { day, hour, type Instant, minute, second } from '#db/model/instant.ts';
import { type ApiReader, openApiReader, toBase } from './api-reader.ts';
import type { ChangedRow } from './by-update.ts';
import { type ConnectorContext, defineConnector, type FetchPlan, parseCursor, type SourcePage } from './connector.ts';
import { secretField, urlField } from './fields.ts';
import {
  type FreshdeskEntry,
  type FreshdeskItem,
  type FreshdeskRating,
  freshdeskEntryShape,
  freshdeskRatingShape,
  freshdeskTicketShape,
  toFreshdeskConversation,
} from './freshdesk-ticket.ts';
import { changedRows, readChanged } from './read-changed.ts';
import { idOfRaw, type ReadItems, readEach, unreadOf } from './read-each.ts';
import { idText } from './vendor-shapes.ts';

const settingsSchema = z.strictObject({
  url: urlField('https://acme.freshdesk.com'),
  key: secretField({ en: 'API key', zh: 'API 密钥' }),
});
type Settings = z.infer<typeof settingsSchema>;

/** The usual list leaves out what lies in spam and in the bin; each is a list of its own. */
const lists = ['live', 'spam', 'deleted'] as const;
type List = (typeof lists)[number];

/** By list: every ticket that changed before, by the server's clock, has been read. `rated`: the same for ratings. */
const cursorSchema = z.strictObject({
  version: z.literal(1),
  live: z.number(),
  spam: z.number(),
  deleted: z.number(),
  rated: z.number(),
});
type Place = z.infer<typeof cursorSchema>;

const groupShape = z.object({ id: idText, name: z.string().nullish() });
const agentShape = z.object({ id: idText, contact: z.object({ name: z.string().nullish() }).nullish() });

const pageSize = 100;
const overlap = 5 * minute;
/** Page 301 is refused. */
const mostPages = 300;

type Reader = {
  readonly api: ApiReader;
  readonly groups: ReadonlyMap<string, string>;
  readonly agents: ReadonlyMap<string, string>;
  /** Accounts without surveys refuse to tell of them; they are asked once. */
  readonly surveys: { isOn: boolean };
};

function openApi({ http, settings }: ConnectorContext<Settings>): ApiReader {
  const basic = Buffer.from(`${settings.key}:X`).toString('base64');
  return openApiReader(http, { base: `${toBase(settings.url)}/api/v2`, headers: { authorization: `Basic ${basic}` } });
}

/** All pages of a list that may be closed to this key; null where it is. */
async function listAll(
  api: ApiReader,
  what: string,
  path: string,
  query: Readonly<Record<string, string>> = {},
): Promise<unknown[] | null> {
  const found: unknown[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const answer = await api.ask(what, path, { ...query, per_page: pageSize, page }, [403, 404]);
    if (answer.status !== 200) return page === 1 ? null : found;
    const rows = z.array(z.unknown()).parse(JSON.parse(new TextDecoder().decode(answer.bytes)));
    found.push(...rows);
    if (rows.length < pageSize) break;
  }
  return found;
}

async function openReader(context: ConnectorContext<Settings>): Promise<Reader> {
  const api = openApi(context);
  const groups = z.array(groupShape).parse((await listAll(api, 'the groups', 'groups')) ?? []);
  const agents = z.array(agentShape).parse((await listAll(api, 'the agents', 'agents')) ?? []);
  return {
    api,
    groups: new Map(groups.map(({ id, name }) => [id, name ?? `group ${id}`])),
    agents: new Map(agents.flatMap(({ id, contact }) => (contact?.name ? [[id, contact.name]] : []))),
    surveys: { isOn: true },
  };
}

/** Without `updated_since` only thirty days are given. Whether it takes the second itself is not said, so it is asked from one before. */
async function listChanged({ api }: Reader, list: List, from: Instant, page: number): Promise<ChangedRow[]> {
  const value = await api.get('the list of changed tickets', 'tickets', {
    updated_since: `${new Date(from - second).toISOString().slice(0, 19)}Z`,
    order_by: 'updated_at',
    order_type: 'asc',
    per_page: pageSize,
    page,
    include: 'stats,description',
    filter: list === 'live' ? null : list,
  });
  return changedRows(z.array(z.unknown()).parse(value), 'updated_at', from);
}

async function readEntries(api: ApiReader, id: string): Promise<FreshdeskEntry[]> {
  const entries: FreshdeskEntry[] = [];
  for (let page = 1; ; page += 1) {
    const rows = z
      .array(freshdeskEntryShape)
      .parse(await api.get('the conversation of a ticket', `tickets/${id}/conversations`, { per_page: pageSize, page }));
    entries.push(...rows);
    if (rows.length < pageSize) return entries.sort((a, b) => a.created_at - b.created_at);
  }
}

async function readRatings({ api, surveys }: Reader, id: string): Promise<FreshdeskRating[]> {
  if (!surveys.isOn) return [];
  const rows = await listAll(api, 'the ratings of a ticket', `tickets/${id}/satisfaction_ratings`);
  surveys.isOn = rows !== null;
  return z.array(freshdeskRatingShape).parse(rows ?? []);
}

async function readTicket(reader: Reader, raw: unknown, list: List): Promise<FreshdeskItem> {
  const ticket = freshdeskTicketShape.parse(raw);
  const isLive = list === 'live' && ticket.deleted !== true && ticket.spam !== true;
  const team = ticket.group_id == null ? null : (reader.groups.get(ticket.group_id) ?? `group ${ticket.group_id}`).slice(0, 128);
  return {
    ticket: { ...ticket, deleted: ticket.deleted === true || list === 'deleted', spam: ticket.spam === true || list === 'spam' },
    entries: list === 'deleted' || ticket.deleted === true ? [] : await readEntries(reader.api, ticket.id),
    ratings: isLive ? await readRatings(reader, ticket.id) : [],
    team,
    agents: reader.agents,
  };
}

/** Tickets that were rated since: a rating does not count as a change of its ticket. */
async function findRated({ api }: Reader, since: Instant, known: ReadonlySet<string>): Promise<ReadItems<unknown>> {
  const query = { created_since: `${new Date(since).toISOString().slice(0, 19)}Z` };
  const rows = await listAll(api, 'the ratings', 'surveys/satisfaction_ratings', query);
  const ids = new Set(
    z
      .array(freshdeskRatingShape)
      .parse(rows ?? [])
      .map(({ ticket_id }) => ticket_id),
  );
  return await readEach(
    [...ids].filter((id) => !known.has(id)),
    String,
    (id) => readRaw(api, id),
  );
}

const readRaw = (api: ApiReader, id: string): Promise<unknown> =>
  api.get('a ticket', `tickets/${encodeURIComponent(id)}`, { include: 'stats' });

type Pages = AsyncGenerator<SourcePage<FreshdeskItem>, void, undefined>;
async function* readPages(context: ConnectorContext<Settings>, { cursor, since, window }: FetchPlan): Pages {
  const reader = await openReader(context);
  const now = reader.api.serverAt() ?? context.clock() - hour;
  let place: Place =
    cursor === null ? { version: 1, live: since, spam: since, deleted: since, rated: now } : parseCursor(cursorSchema, cursor);
  const known = new Set<string>();
  for (const list of lists) {
    const start = cursor === null ? since : place[list] - overlap;
    const reading = { from: window?.from ?? start, to: window?.to ?? now, isWindow: window !== null, mostPages };
    const changed = readChanged({
      ...reading,
      list: (at, page) => listChanged(reader, list, at, page),
      read: ({ raw }) => readTicket(reader, raw, list),
    });
    for await (const { mark, ...read } of changed) {
      for (const { ticket } of read.items) known.add(ticket.id);
      place = { ...place, [list]: Math.max(place[list], mark) };
      yield { ...read, cursor: JSON.stringify(place), serverAt: reader.api.serverAt() };
    }
  }
  if (window !== null || cursor === null) return;
  const rated = await findRated(reader, place.rated - day, known);
  const read = await readEach(rated.items, idOfRaw, (raw) => readTicket(reader, raw, 'live'));
  place = { ...place, rated: now };
  const unread = unreadOf(rated, read);
  if (rated.items.length + unread.missing.length + unread.malformed.length > 0)
    yield { ...unread, items: read.items, cursor: JSON.stringify(place), serverAt: reader.api.serverAt() };
}

export const freshdesk = defineConnector<Settings, FreshdeskItem>({
  card: {
    id: 'freshdesk',
    label: 'Freshdesk',
    reads: {
      en: 'Tickets with replies, private notes, groups, types, tags, times of solving and satisfaction ratings; spam and deleted ones as such.',
      zh: '工单，含回复、内部备注、组、类型、标签、解决时间和满意度评分；垃圾与已删除的工单按其状态标注。',
    },
    rights: {
      en: 'The API key of an agent with global access to tickets; names of agents and groups need an admin, ratings an account with surveys. Nothing is written.',
      zh: '具有全部工单访问权限的客服的 API 密钥；读取客服与组的名称需管理员权限，评分需账户启用满意度调查。不会写入任何内容。',
    },
    provenBy: ['recorded responses'],
  },
  settings: settingsSchema,
  perMinute: () => 100,
  resumable: true,
  itemId: ({ ticket }) => ticket.id,
  toConversations: (item) => [toFreshdeskConversation(item)],
  fetch: readPages,
  async probe(context) {
    const api = openApi(context);
    const me = z.object({ ticket_scope: z.number().nullish(), contact: z.object({ name: z.string().nullish() }).nullish() });
    const { contact, ticket_scope } = me.parse(await api.get('the agent', 'agents/me'));
    const limited = { en: 'This agent sees only tickets of some groups, or only its own.', zh: '此客服只能看到部分组或自己的工单。' };
    return { found: contact?.name ?? 'an agent', warnings: ticket_scope == null || ticket_scope === 1 ? [] : [limited] };
  },
  async findGone(context, externalIds) {
    const api = openApi(context);
    const gone: string[] = [];
    for (const id of externalIds) {
      const answer = await api.ask('a ticket', `tickets/${encodeURIComponent(id)}`, {}, [404]);
      const isDeleted = z.looseObject({ deleted: z.literal(true) });
      // What lies in the bin is still shown, and says that it is deleted.
      if (answer.status === 404 || isDeleted.safeParse(JSON.parse(new TextDecoder().decode(answer.bytes))).success) gone.push(id);
    }
    return gone;
  },
  async openAgain(context) {
    const reader = await openReader(context);
    return (ids) => readEach(ids, String, async (id) => await readTicket(reader, await readRaw(reader.api, id), 'live'));
  },
});
