// Zammad: tickets by their time of change, from its search index or, where that is switched off, from its database.
import { z } from 'zod';
import type { Said } from '#db/model/connector.ts';
import { type Instant, minute, second } from '#db/model/instant.ts';
import { type ApiReader, goneOf, openApiReader, toBase } from './api-reader.ts';
import type { ChangedRow } from './by-update.ts';
import { type ConnectorContext, defineConnector, type FetchPlan, type SourcePage } from './connector.ts';
import { secretField, urlField } from './fields.ts';
import { changedRows, readSinceMark } from './read-changed.ts';
import { idOfRaw, readEach } from './read-each.ts';
import { toZammadConversation, type ZammadItem, zammadArticleShape, zammadTicketShape } from './zammad-ticket.ts';

const settingsSchema = z.strictObject({
  url: urlField('https://support.example.com'),
  token: secretField({ en: 'Access token', zh: '访问令牌' }),
});
type Settings = z.infer<typeof settingsSchema>;

const stateShape = z.object({ id: z.number(), name: z.string(), state_type_id: z.number().nullish(), state_type: z.string().nullish() });
const tagsShape = z.object({ tags: z.array(z.string()).default([]) });
const linksShape = z.object({
  links: z.array(z.object({ link_type: z.string(), link_object: z.string(), link_object_value: z.number() })).default([]),
});
/** Kinds of states are the same everywhere; only some versions name them. */
const stateTypes: readonly string[] = ['', 'new', 'open', 'pending reminder', 'pending action', 'closed', 'merged', 'removed'];

const pageSize = 100;
// The search index lags behind what was written.
const overlap = 5 * minute;
// Deeper pages than these are refused by the search index.
const mostPages = 90;

type Reader = { readonly api: ApiReader; readonly states: ReadonlyMap<string, string>; readonly hasIndex: boolean };

function openApi({ http, settings }: ConnectorContext<Settings>): ApiReader {
  return openApiReader(http, { base: `${toBase(settings.url)}/api/v1`, headers: { authorization: `Token token=${settings.token}` } });
}

async function readStates(api: ApiReader): Promise<ReadonlyMap<string, string>> {
  const states = z.array(stateShape).parse(await api.get('the states', 'ticket_states', { expand: 'true' }));
  return new Map(states.map(({ name, state_type, state_type_id }) => [name, state_type ?? stateTypes[state_type_id ?? 0] ?? '']));
}

/** Without a search index every search for a field finds nothing, and says so as if there were nothing. */
async function findIndex(api: ApiReader): Promise<boolean> {
  const [first] = z.array(z.unknown()).parse(await api.get('the list of tickets', 'tickets', { per_page: 1, page: 1 }));
  if (first === undefined) return true;
  const found = await api.get('the search for a ticket', 'tickets/search', { query: `id:${idOfRaw(first)}`, expand: 'true', per_page: 1 });
  return z.array(z.unknown()).parse(found).length > 0;
}

async function openReader(context: ConnectorContext<Settings>): Promise<Reader> {
  const api = openApi(context);
  return { api, states: await readStates(api), hasIndex: await findIndex(api) };
}

const order = { sort_by: 'updated_at', order_by: 'asc', expand: 'true', per_page: pageSize } as const;

async function listChanged({ api, hasIndex }: Reader, from: Instant, page: number): Promise<ChangedRow[]> {
  const what = 'the list of changed tickets';
  const since = new Date(from).toISOString();
  // The database knows only "after", so it is asked from a second before.
  const condition = { 'ticket.updated_at': { operator: 'after (absolute)', value: new Date(from - second).toISOString() } };
  const rows = hasIndex
    ? await api.get(what, 'tickets/search', { query: `updated_at:["${since}" TO *]`, ...order, page })
    : await api.post(what, 'tickets/search', { condition, ...order, expand: true, page });
  return changedRows(z.array(z.unknown()).parse(rows), 'updated_at', from);
}

async function findMerge(api: ApiReader, id: string): Promise<string | null> {
  const answer = await api.ask('the links of a ticket', 'links', { link_object: 'Ticket', link_object_value: id }, [403, 404, 422]);
  if (answer.status !== 200) return null;
  const { links } = linksShape.parse(JSON.parse(new TextDecoder().decode(answer.bytes)));
  const parent = links.find(({ link_type, link_object }) => link_type === 'parent' && link_object === 'Ticket');
  return parent === undefined ? null : String(parent.link_object_value);
}

async function readTicket({ api, states }: Reader, raw: unknown): Promise<ZammadItem> {
  const ticket = zammadTicketShape.parse(raw);
  const listed = await api.get('the articles of a ticket', `ticket_articles/by_ticket/${ticket.id}`, { expand: 'true' });
  const articles = z
    .array(zammadArticleShape)
    .parse(listed)
    .sort((a, b) => a.created_at - b.created_at);
  const { tags } = tagsShape.parse(await api.get('the tags of a ticket', 'tags', { object: 'Ticket', o_id: ticket.id }));
  const stateType = states.get(ticket.state) ?? '';
  return { ticket, articles, tags, stateType, mergedInto: stateType === 'merged' ? await findMerge(api, ticket.id) : null };
}

async function* readPages(context: ConnectorContext<Settings>, plan: FetchPlan): AsyncGenerator<SourcePage<ZammadItem>, void, undefined> {
  const reader = await openReader(context);
  const { serverAt } = reader.api;
  const list = (from: Instant, page: number) => listChanged(reader, from, page);
  yield* readSinceMark({ list, read: ({ raw }) => readTicket(reader, raw), mostPages, overlap, serverAt, clock: context.clock }, plan);
}

const noIndex: Said = {
  en: 'The search index is off, or was never built: tickets are read from the database, which is slower. Mend it by: zammad run rake zammad:searchindex:rebuild',
  zh: '搜索索引未启用或从未建立：将改从数据库读取工单，速度较慢。修复命令：zammad run rake zammad:searchindex:rebuild',
};

export const zammad = defineConnector<Settings, ZammadItem>({
  card: {
    id: 'zammad',
    label: 'Zammad',
    reads: {
      en: 'Tickets with articles, internal notes, groups, tags, times of closing and merges.',
      zh: '工单，含文章、内部备注、组、标签、关闭时间与合并。',
    },
    rights: {
      en: 'An access token with the permission ticket.agent, of a user with read access to the groups to be read. Nothing is written.',
      zh: '具有 ticket.agent 权限的访问令牌，其用户对要读取的组具有读取权限。不会写入任何内容。',
    },
    provenBy: ['recorded responses'],
  },
  settings: settingsSchema,
  perMinute: () => 300,
  resumable: true,
  itemId: ({ ticket }) => ticket.id,
  toConversations: (item) => [toZammadConversation(item)],
  fetch: readPages,
  async probe(context) {
    const api = openApi(context);
    const me = z.object({ login: z.string().nullish(), email: z.string().nullish() }).parse(await api.get('the user', 'users/me'));
    return { found: me.login ?? me.email ?? 'somebody', warnings: (await findIndex(api)) ? [] : [noIndex] };
  },
  async findGone(context, externalIds) {
    const api = openApi(context);
    return await goneOf(externalIds, async (id) => (await api.ask('a ticket', `tickets/${encodeURIComponent(id)}`, {}, [404])).status);
  },
  async openAgain(context) {
    const reader = await openReader(context);
    return (ids) =>
      readEach(ids, String, async (id) => {
        const raw = await reader.api.get('a ticket', `tickets/${encodeURIComponent(id)}`, { expand: 'true' });
        return await readTicket(reader, raw);
      });
  },
});
