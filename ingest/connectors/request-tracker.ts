// Request Tracker 5 by REST2: follows the growing ids of its transactions and reads every ticket that one of them touched.
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import { day, type Instant } from '#db/model/instant.ts';
import { type ApiReader, goneOf, openApiReader, toBase } from './api-reader.ts';
import { type ConnectorContext, defineConnector, parseCursor, settingNotes } from './connector.ts';
import { type ReadItems, readEach } from './read-each.ts';
import {
  attachmentShape,
  type RtItem,
  type RtText,
  type RtTransaction,
  spokenTypes,
  ticketShape,
  toRtConversation,
  transactionShape,
} from './request-tracker-ticket.ts';

const settingsSchema = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).register(settingNotes, {
    label: { en: 'Address', zh: '地址' },
    help: { en: 'Where Request Tracker is reached, without /REST/2.0', zh: 'Request Tracker 的网址，不含 /REST/2.0' },
    placeholder: 'https://rt.example.com',
  }),
  token: z
    .string()
    .min(1)
    .max(500)
    .register(settingNotes, {
      label: { en: 'Token, or user:password', zh: '令牌，或 用户名:密码' },
      isSecret: true,
    }),
});
type Settings = z.infer<typeof settingsSchema>;

/** `lastId`: the last transaction whose ticket has been read. */
const cursorSchema = z.strictObject({ version: z.literal(1), lastId: z.number().int().min(0) });

const pageSize = 100;
// Ticket ids that one page of transactions names; few enough for one transaction in our store.
const listShape = z.object({ items: z.array(z.unknown()) });
const userShape = z.object({ Privileged: z.union([z.number(), z.string()]).nullish() });
const queueShape = z.object({ Name: z.string() });

type Reader = { readonly api: ApiReader; readonly users: Map<string, boolean>; readonly queues: Map<string, string> };

function openReader({ http, settings }: ConnectorContext<Settings>): Reader {
  const { token, url } = settings;
  const authorization = token.includes(':') ? `Basic ${Buffer.from(token).toString('base64')}` : `token ${token}`;
  const api = openApiReader(http, { base: `${toBase(url)}/REST/2.0`, headers: { authorization } });
  return { api, users: new Map(), queues: new Map() };
}

/** All pages of a list. A page past the end may repeat the last one for ever, so a page without anything new ends it. */
async function getAll(reader: Reader, what: string, path: string, fields: string): Promise<unknown[]> {
  const found = new Map<string, unknown>();
  for (let page = 1; ; page += 1) {
    const query = { per_page: String(pageSize), page: String(page), ...(fields === '' ? {} : { fields }) };
    const { items } = listShape.parse(await reader.api.get(what, path, query));
    const before = found.size;
    for (const item of items) found.set(z.object({ id: z.union([z.string(), z.number()]).transform(String) }).parse(item).id, item);
    if (items.length < pageSize || found.size === before) return [...found.values()];
  }
}

const transactionFields = 'Type,Creator,Created,Field,OldValue,NewValue,ObjectId';

/** The next transactions of tickets after an id, in the order of their ids. */
async function nextTransactions(reader: Reader, lastId: number, since: Instant | null): Promise<RtTransaction[]> {
  const from = since === null ? '' : ` AND Created > '${new Date(since - day).toISOString().slice(0, 19).replace('T', ' ')}'`;
  const value = await reader.api.get('the list of changes', 'transactions', {
    query: `ObjectType='RT::Ticket' AND id>${lastId}${from}`,
    orderby: 'id',
    order: 'ASC',
    per_page: String(pageSize),
    fields: transactionFields,
  });
  return z.array(transactionShape).parse(listShape.parse(value).items);
}

async function isPrivileged(reader: Reader, name: string): Promise<boolean> {
  const known = reader.users.get(name);
  if (known !== undefined) return known;
  const user = userShape.parse(await reader.api.get('a user', `user/${encodeURIComponent(name)}`));
  const is = String(user.Privileged ?? '0') === '1';
  reader.users.set(name, is);
  return is;
}

async function queueName(reader: Reader, id: string): Promise<string> {
  const known = reader.queues.get(id);
  if (known !== undefined) return known;
  const { Name } = queueShape.parse(await reader.api.get('a queue', `queue/${encodeURIComponent(id)}`));
  reader.queues.set(id, Name);
  return Name;
}

/** The text of a transaction: its plain part, else its HTML part, without attached files. */
async function readText(reader: Reader, transactionId: string): Promise<RtText> {
  const parts = await getAll(reader, 'the parts of a message', `transaction/${transactionId}/attachments`, '');
  let html: RtText | null = null;
  let headers = '';
  for (const part of parts) {
    const { id } = z.object({ id: z.union([z.string(), z.number()]) }).parse(part);
    const attachment = attachmentShape.parse(await reader.api.get('a part of a message', `attachment/${id}`));
    headers = headers === '' ? (attachment.Headers ?? '') : headers;
    const type = attachment.ContentType ?? '';
    if (
      type.startsWith('multipart/') ||
      attachment.Content == null ||
      /^content-disposition:\s*attachment/im.test(attachment.Headers ?? '')
    )
      continue;
    const text = Buffer.from(attachment.Content, 'base64').toString('utf8').trimEnd();
    if (type.startsWith('text/plain')) return { text, headers };
    if (type.startsWith('text/html')) html ??= { text, headers };
  }
  return html ?? { text: '', headers };
}

async function readTicket(reader: Reader, asked: string): Promise<RtItem> {
  const ticket = ticketShape.parse(await reader.api.get('a ticket', `ticket/${asked}`));
  const isMerged = ticket.id !== asked;
  const path = `ticket/${ticket.id}/history`;
  const history = isMerged ? [] : z.array(transactionShape).parse(await getAll(reader, 'the history of a ticket', path, transactionFields));
  history.sort((a, b) => Number(a.id) - Number(b.id));
  const texts = new Map<string, RtText>();
  const privileged = new Set<string>();
  for (const transaction of history) {
    if (spokenTypes.has(transaction.Type)) texts.set(transaction.id, await readText(reader, transaction.id));
    if (await isPrivileged(reader, transaction.Creator.id)) privileged.add(transaction.Creator.id);
  }
  return { asked, ticket, queue: await queueName(reader, ticket.Queue.id), history, texts, privileged };
}

const readTickets = (reader: Reader, ids: readonly string[]): Promise<ReadItems<RtItem>> =>
  readEach(ids, String, (id) => readTicket(reader, id));

export const requestTracker = defineConnector<Settings, RtItem>({
  card: {
    id: 'request-tracker',
    label: 'Request Tracker 5',
    reads: {
      en: 'Tickets with their correspondence, comments (as private notes), status changes and queues.',
      zh: '工单及其往来信件、备注（作为内部备注）、状态变化和队列。',
    },
    rights: {
      en: 'A privileged user with ShowTicket, ShowTicketComments and SeeQueue on the queues to be read, and its own token. Set its time zone to UTC.',
      zh: '一个特权用户，对要读取的队列具有 ShowTicket、ShowTicketComments 和 SeeQueue 权限，并使用自己的令牌。请将其时区设为 UTC。',
    },
    provenBy: ['real server'],
  },
  settings: settingsSchema,
  perMinute: () => 600,
  resumable: true,
  itemId: (item) => item.asked,
  toConversations: (item) => [toRtConversation(item)],
  async *fetch(context, { cursor, since, window }) {
    const reader = openReader(context);
    let { lastId } = cursor === null ? { lastId: 0 } : parseCursor(cursorSchema, cursor);
    const from = window?.from ?? (cursor === null ? since : null);
    for (;;) {
      const transactions = await nextTransactions(reader, lastId, from);
      const last = transactions.at(-1);
      if (last === undefined) return;
      const inWindow = transactions.filter(({ Created }) => window === null || Created < window.to);
      const touched = [...new Set(inWindow.flatMap(({ ObjectId }) => ObjectId ?? []))];
      const read = await readTickets(reader, touched);
      if (Number(last.id) <= lastId) throw new AppError('unavailable', 'the list of changes does not move on');
      lastId = Number(last.id);
      yield { ...read, cursor: JSON.stringify({ version: 1, lastId }), serverAt: reader.api.serverAt() };
      if (window !== null && inWindow.length === 0) return;
    }
  },
  async probe(context) {
    const reader = openReader(context);
    const { Version } = z.object({ Version: z.string() }).parse(await reader.api.get('the version', 'rt'));
    const { items } = listShape.parse(await reader.api.get('the list of queues', 'queues/all', { per_page: '1' }));
    const blind = { en: 'The user sees no queue, so nothing would be read.', zh: '该用户看不到任何队列，因此读不到任何内容。' };
    return { found: `Request Tracker ${Version}`, warnings: items.length === 0 ? [blind] : [] };
  },
  async findGone(context, externalIds) {
    const { api } = openReader(context);
    const statusOf = async (id: string) => (await api.ask('a ticket', `ticket/${encodeURIComponent(id)}`, {}, [404, 410])).status;
    return await goneOf(externalIds, statusOf);
  },
  openAgain(context) {
    const reader = openReader(context);
    return (ids) => readTickets(reader, ids);
  },
});
