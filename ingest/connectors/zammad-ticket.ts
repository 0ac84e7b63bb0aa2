// Zammad: what its interface says of a ticket and its articles, and the conversation that it means.
import { z } from 'zod';
import type { Status } from '#db/model/conversation.ts';
import type { FetchedConversation, FetchedMessage } from '../fetched.ts';
import { replyText } from '../mail/reply-text.ts';
import { htmlText } from './html-text.ts';
import { idText, isoTime } from './vendor-shapes.ts';

export const zammadTicketShape = z.object({
  id: idText,
  title: z.string().nullish(),
  state: z.string(),
  group: z.string().nullish(),
  customer_id: idText.nullish(),
  create_article_type: z.string().nullish(),
  close_at: isoTime.nullish(),
  last_close_at: isoTime.nullish(),
  created_at: isoTime,
  updated_at: isoTime,
});
export type ZammadTicket = z.infer<typeof zammadTicketShape>;

export const zammadArticleShape = z.object({
  id: idText,
  sender: z.enum(['Agent', 'Customer', 'System']),
  type: z.string(),
  internal: z.boolean(),
  body: z.string().nullish(),
  content_type: z.string().nullish(),
  from: z.string().nullish(),
  message_id: z.string().nullish(),
  in_reply_to: z.string().nullish(),
  created_by_id: idText,
  origin_by_id: idText.nullish(),
  created_at: isoTime,
  attachments: z.array(z.unknown()).default([]),
});
export type ZammadArticle = z.infer<typeof zammadArticleShape>;

export type ZammadItem = {
  readonly ticket: ZammadTicket;
  readonly articles: readonly ZammadArticle[];
  readonly tags: readonly string[];
  /** The kind of its state: states themselves are named by each company. */
  readonly stateType: string;
  readonly mergedInto: string | null;
};

const statusOf: Readonly<Record<string, Status>> = {
  new: 'open',
  open: 'open',
  'pending reminder': 'pending',
  'pending action': 'pending',
  closed: 'solved',
  merged: 'closed',
  removed: 'closed',
};

const channels: Readonly<Record<string, string>> = {
  email: 'email',
  web: 'web',
  note: 'web',
  phone: 'phone',
  chat: 'chat',
  sms: 'sms',
  'twitter status': 'x',
  'twitter direct-message': 'x',
  'facebook feed post': 'facebook',
  'facebook feed comment': 'facebook',
  'telegram personal-message': 'telegram',
  'whatsapp message': 'whatsapp',
};

const actorOf = { Agent: 'agent', Customer: 'customer', System: 'system' } as const;

/** What somebody of ours wrote down for a customer, after a call or at the counter, is the customer's. */
const writtenDown: ReadonlySet<string> = new Set(['phone', 'note']);

function authorOf(article: ZammadArticle, { customer_id }: ZammadTicket): string {
  const { sender, type, origin_by_id, created_by_id } = article;
  const writer = origin_by_id ?? created_by_id;
  if (sender === 'Customer') return writtenDown.has(type) ? (origin_by_id ?? customer_id ?? created_by_id) : writer;
  return `${actorOf[sender]}:${writer}`;
}

/** `Emma Taylor via <order@acme.example>` names Emma Taylor. */
function nameOf(from: string | null | undefined): string | null {
  const name = (from ?? '')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+via\s*$/i, '')
    .replaceAll('"', '')
    .trim();
  return name === '' || name.includes('@') ? null : name;
}

function textOf({ body, content_type, type }: ZammadArticle, isFirst: boolean): string {
  const text = content_type === 'text/html' ? htmlText(body ?? '') : (body ?? '').trim();
  return type === 'email' ? replyText(text, !isFirst) : text;
}

function toMessage(article: ZammadArticle, index: number, { ticket, articles }: ZammadItem): FetchedMessage {
  const actor = actorOf[article.sender];
  const text = textOf(article, index === 0);
  const answered = article.in_reply_to ? articles.find(({ message_id }) => message_id === article.in_reply_to) : undefined;
  const kind =
    actor === 'system' && !article.internal ? 'auto_reply' : text === '' && article.attachments.length > 0 ? 'attachment' : 'message';
  return {
    externalId: article.id,
    at: article.created_at,
    actor,
    author: authorOf(article, ticket),
    authorName: actor === 'agent' ? nameOf(article.from) : null,
    visibility: article.internal ? 'private' : 'public',
    kind,
    text,
    inReplyTo: answered?.id ?? null,
    deletedAt: null,
  };
}

/** Zammad tells the first and the last time of closing. A ticket that is open again was opened by what the customer wrote then. */
function toChanges({ ticket, articles, stateType }: ZammadItem): FetchedConversation['statusChanges'] {
  if (stateType === 'merged') return [];
  const closed = [...new Set([ticket.close_at, ticket.last_close_at].flatMap((at) => at ?? []))].sort((a, b) => a - b);
  const changes: FetchedConversation['statusChanges'] = closed.map((at) => ({ at, status: 'solved', by: 'agent' }));
  const last = closed.at(-1);
  if (last === undefined || statusOf[stateType] === 'solved') return changes;
  const reopening = articles.find(({ sender, created_at }) => sender === 'Customer' && created_at > last);
  return [
    ...changes,
    { at: reopening?.created_at ?? ticket.updated_at, status: 'open', by: reopening === undefined ? 'agent' : 'customer' },
  ];
}

export function toZammadConversation(item: ZammadItem): FetchedConversation {
  const { ticket, articles, tags, stateType, mergedInto } = item;
  const isMerged = stateType === 'merged';
  const type = ticket.create_article_type ?? articles[0]?.type ?? 'web';
  return {
    coverage: 'whole',
    externalId: ticket.id,
    channel: channels[type] ?? type.slice(0, 64),
    subject: ticket.title ?? null,
    openedAt: ticket.created_at,
    status: statusOf[stateType] ?? 'open',
    statusChanges: toChanges(item),
    customer: ticket.customer_id ?? null,
    languageHint: null,
    category: null,
    team: ticket.group?.slice(0, 128) ?? null,
    country: null,
    tags: tags.slice(0, 200).map((tag) => tag.slice(0, 128)),
    exclusion: isMerged ? 'merged_into' : stateType === 'removed' ? 'deleted' : null,
    mergedInto,
    isComplaint: tags.includes('complaint'),
    messages: articles.map((article, index) => toMessage(article, index, item)),
    ratings: [],
  };
}
