// Zendesk Support: follows the cursor of the incremental export, and reads comments and audits of every ticket that it names.
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import { hour, type Instant, minute, second } from '#db/model/instant.ts';
import type { FetchedConversation } from '../fetched.ts';
import { defaultLimits } from '../formats/limits.ts';
import { parseTicket } from '../formats/zendesk.ts';
import { type ApiReader, goneOf, openApiReader, toBase } from './api-reader.ts';
import { type ConnectorContext, defineConnector, type Gap, parseCursor, type SourcePage } from './connector.ts';
import { secretField, textField, urlField } from './fields.ts';
import { idOfRaw, readEach } from './read-each.ts';

const settingsSchema = z.strictObject({
  url: urlField('https://acme.zendesk.com'),
  email: textField({ en: 'E-mail of the agent', zh: '客服人员的邮箱' }, { placeholder: 'reader@acme.com' }),
  token: secretField({ en: 'API token', zh: 'API 令牌' }),
});
type Settings = z.infer<typeof settingsSchema>;

/** `after`: the vendor's cursor behind the last ticket that was read; `generatedAt`: its time there, for the day the cursor is refused. */
const cursorSchema = z.strictObject({ version: z.literal(1), after: z.string().nullable(), generatedAt: z.number().nullable() });

const pageShape = z.object({
  tickets: z.array(z.looseObject({})),
  users: z.array(z.looseObject({})).default([]),
  after_cursor: z.string().nullable(),
  end_of_stream: z.boolean(),
});
const ticketShape = z.object({ ticket: z.looseObject({}), users: z.array(z.looseObject({})).default([]) });
const stampShape = z.looseObject({ generated_timestamp: z.number().nullish(), status: z.string().nullish() });
const commentsShape = z.object({
  comments: z.array(z.looseObject({})),
  users: z.array(z.looseObject({})).default([]),
  meta: z.object({ has_more: z.boolean(), after_cursor: z.string().nullish() }).nullish(),
});
const auditsShape = z.object({ audits: z.array(z.looseObject({})), meta: commentsShape.shape.meta });

/** A ticket with everything embedded, as an export file would have it. */
type Item = { readonly id: string; readonly ticket: Readonly<Record<string, unknown>>; readonly now: Instant };

const pageSize = 100;
// The export refuses to begin in the last minute, and holds that minute back.
const safety = minute;

function openReader({ http, settings }: ConnectorContext<Settings>): ApiReader {
  const basic = Buffer.from(`${settings.email}/token:${settings.token}`).toString('base64');
  return openApiReader(http, { base: `${toBase(settings.url)}/api/v2`, headers: { authorization: `Basic ${basic}` } });
}

/** All pages of the comments or audits of a ticket. */
async function readParts<Shape extends z.ZodType<{ meta?: { has_more: boolean; after_cursor?: string | null } | null }>>(
  api: ApiReader,
  path: string,
  shape: Shape,
): Promise<z.output<Shape>[]> {
  const pages: z.output<Shape>[] = [];
  for (let after: string | null = null; ; ) {
    const page: z.output<Shape> = shape.parse(
      await api.get('the comments of a ticket', path, { 'page[size]': pageSize, 'page[after]': after, include: 'users' }),
    );
    pages.push(page);
    const next = page.meta?.has_more === true ? (page.meta.after_cursor ?? null) : null;
    if (next === null || next === after) return pages;
    after = next;
  }
}

async function readTicket(api: ApiReader, raw: Readonly<Record<string, unknown>>, users: readonly unknown[], now: Instant): Promise<Item> {
  const id = idOfRaw(raw);
  const { status } = stampShape.parse(raw);
  if (status === 'deleted') return { id, ticket: { ...raw, comments: [] }, now };
  const pages = await readParts(api, `tickets/${id}/comments.json`, commentsShape);
  // A ticket that nobody has worked on has no history that could matter.
  const audits = status === 'new' ? [] : (await readParts(api, `tickets/${id}/audits.json`, auditsShape)).flatMap((page) => page.audits);
  const comments = pages.flatMap((page) => page.comments);
  return { id, ticket: { ...raw, comments, audits, users: [...users, ...pages.flatMap((page) => page.users)] }, now };
}

type Place = z.infer<typeof cursorSchema>;

async function nextPage(api: ApiReader, place: Place, since: Instant): Promise<z.infer<typeof pageShape>> {
  const from = { start_time: place.after === null ? Math.floor(since / second) : null, cursor: place.after };
  const query = { ...from, per_page: pageSize, include: 'users,metric_sets' };
  return pageShape.parse(await api.get('the page of tickets', 'incremental/tickets/cursor.json', query));
}

/** A cursor that the vendor refuses: begin again an hour before the last ticket that was read, and say so. */
async function nextOrAgain(api: ApiReader, place: Place, since: Instant): Promise<{ page: z.infer<typeof pageShape>; gaps: Gap[] }> {
  try {
    return { page: await nextPage(api, place, since), gaps: [] };
  } catch (error) {
    const isRefused = place.after !== null && error instanceof AppError && (error.code === 'invalid' || error.code === 'not_found');
    if (!isRefused || place.generatedAt === null) throw error;
    const from = place.generatedAt * second - hour;
    const gap = { from, to: null, reason: 'Zendesk refused the place where the last run stopped; it was read again from an hour before' };
    return { page: await nextPage(api, { ...place, after: null }, from), gaps: [gap] };
  }
}

function latest(tickets: readonly unknown[], before: number | null): number | null {
  const stamps = tickets.flatMap((ticket) => stampShape.parse(ticket).generated_timestamp ?? []);
  return stamps.length === 0 ? before : Math.max(before ?? 0, ...stamps);
}

async function* readPages(
  context: ConnectorContext<Settings>,
  start: Place,
  from: Instant,
): AsyncGenerator<SourcePage<Item>, void, undefined> {
  const api = openReader(context);
  let place = start;
  for (;;) {
    const { page, gaps } = await nextOrAgain(api, place, from);
    const now = api.serverAt() ?? context.clock();
    const read = await readEach(page.tickets, idOfRaw, (ticket) => readTicket(api, ticket, page.users, now));
    const isSame = page.after_cursor === place.after;
    place = { version: 1, after: page.after_cursor ?? place.after, generatedAt: latest(page.tickets, place.generatedAt) };
    if (page.tickets.length > 0 || !isSame) yield { ...read, gaps, cursor: JSON.stringify(place), serverAt: now };
    if (page.end_of_stream || isSame) return;
  }
}

export const zendesk = defineConnector<Settings, Item>({
  card: {
    id: 'zendesk',
    label: 'Zendesk Support',
    reads: {
      en: 'Tickets with public and private comments, status history, groups, tags and satisfaction ratings; deletions and merges.',
      zh: '工单及其公开和内部评论、状态历史、组、标签和满意度评分；删除与合并。',
    },
    rights: {
      en: 'An API token of an admin: the incremental export is open to admins only. Nothing is written.',
      zh: '管理员的 API 令牌：增量导出仅对管理员开放。不会写入任何内容。',
    },
    provenBy: ['recorded responses'],
  },
  settings: settingsSchema,
  perMinute: () => 180,
  resumable: true,
  itemId: ({ id }) => id,
  toConversations: ({ ticket, now }): FetchedConversation[] => [
    { ...parseTicket(ticket, { now, limits: defaultLimits }), coverage: 'whole' },
  ],
  async *fetch(context, { cursor, since, window }) {
    const fresh: Place = { version: 1, after: null, generatedAt: null };
    if (window !== null) {
      // The export has no end of its own: a window is read up to the first page that lies wholly behind it.
      for await (const page of readPages(context, fresh, window.from)) {
        yield page;
        const { generatedAt } = cursorSchema.parse(JSON.parse(page.cursor));
        if (generatedAt !== null && generatedAt * second > window.to) return;
      }
      return;
    }
    const from = Math.min(since, context.clock() - safety);
    yield* readPages(context, cursor === null ? fresh : parseCursor(cursorSchema, cursor), from);
  },
  async probe(context) {
    const value = await openReader(context).get('the account', 'users/me.json');
    const { user } = z
      .object({ user: z.object({ name: z.string().nullish(), role: z.string().nullish(), id: z.number().nullable() }) })
      .parse(value);
    if (user.id === null) throw new AppError('unauthorized', 'Zendesk does not know these credentials');
    const limited = { en: 'This is no admin: the incremental export will be refused.', zh: '此账号不是管理员：增量导出会被拒绝。' };
    return { found: `${user.name ?? 'somebody'} (${user.role ?? 'no role'})`, warnings: user.role === 'admin' ? [] : [limited] };
  },
  async findGone(context, externalIds) {
    const api = openReader(context);
    return await goneOf(
      externalIds,
      async (id) => (await api.ask('a ticket', `tickets/${encodeURIComponent(id)}.json`, {}, [404, 410])).status,
    );
  },
  openAgain(context) {
    const api = openReader(context);
    return (ids) =>
      readEach(ids, String, async (id) => {
        const value = await api.get('a ticket', `tickets/${encodeURIComponent(id)}.json`, { include: 'users,metric_sets' });
        const { ticket, users } = ticketShape.parse(value);
        return await readTicket(api, ticket, users, api.serverAt() ?? context.clock());
      });
  },
});
