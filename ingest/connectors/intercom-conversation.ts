// Intercom: what its interface says of a conversation and its parts, and the conversation that it means.
import { z } from 'zod';
import type { Closer, Status } from '#db/model/conversation.ts';
import type { FetchedConversation, FetchedMessage } from '../fetched.ts';
import { epochTime, idText } from './vendor-shapes.ts';

const authorShape = z.object({
  type: z.string().nullish(),
  id: idText.nullish(),
  name: z.string().nullish(),
  from_ai_agent: z.boolean().nullish(),
});
type Author = z.infer<typeof authorShape>;

const partShape = z.object({
  id: idText,
  part_type: z.string(),
  body: z.string().nullish(),
  created_at: epochTime,
  updated_at: epochTime.nullish(),
  author: authorShape.nullish(),
  redacted: z.boolean().nullish(),
  attachments: z.array(z.unknown()).nullish(),
});
type Part = z.infer<typeof partShape>;

const sourceShape = z.object({
  id: idText,
  type: z.string().nullish(),
  delivered_as: z.string().nullish(),
  subject: z.string().nullish(),
  body: z.string().nullish(),
  author: authorShape.nullish(),
  redacted: z.boolean().nullish(),
  attachments: z.array(z.unknown()).nullish(),
});

export const intercomShape = z.object({
  id: idText,
  title: z.string().nullish(),
  created_at: epochTime,
  updated_at: epochTime,
  state: z.enum(['open', 'closed', 'snoozed']),
  team_assignee_id: z.union([z.string(), z.number()]).nullish(),
  tags: z.object({ tags: z.array(z.object({ name: z.string() })) }).nullish(),
  source: sourceShape,
  contacts: z.object({ contacts: z.array(z.object({ id: idText })) }).nullish(),
  conversation_rating: z
    .object({
      rating: z.number().nullish(),
      remark: z.string().nullish(),
      created_at: epochTime.nullish(),
      updated_at: epochTime.nullish(),
    })
    .nullish(),
  statistics: z.object({ count_conversation_parts: z.number().nullish() }).nullish(),
  conversation_parts: z.object({ conversation_parts: z.array(partShape), total_count: z.number().nullish() }),
});
export type IntercomConversation = z.infer<typeof intercomShape>;

export type IntercomItem = { readonly conversation: IntercomConversation; readonly team: string | null };

const statusOf: Readonly<Record<IntercomConversation['state'], Status>> = { open: 'open', snoozed: 'pending', closed: 'solved' };
const channels: Readonly<Record<string, string>> = { conversation: 'chat', phone_call: 'phone', phone_switch: 'phone', twitter: 'x' };

/** Parts that speak to the customer where they hold words. */
const spoken: ReadonlySet<string> = new Set(['comment', 'assignment', 'close', 'open', 'snoozed', 'quick_reply', 'away_mode_assignment']);
const stateOf: Readonly<Record<string, Status>> = {
  close: 'solved',
  open: 'open',
  snoozed: 'pending',
  unsnoozed: 'open',
  timer_unsnooze: 'open',
};

function actorOf(author: Author | null | undefined): FetchedMessage['actor'] {
  if (author?.from_ai_agent === true) return 'bot';
  switch (author?.type) {
    case 'user':
    case 'lead':
    case 'contact':
      return 'customer';
    case 'admin':
    case 'team':
      return 'agent';
    case 'bot':
    case 'fin':
    case 'operator':
      return 'bot';
    default:
      return 'system';
  }
}

/** Messages that went out to many, and greetings of a bot, carry the name of whoever set them up. */
function openerOf({ delivered_as, author }: IntercomConversation['source']): FetchedMessage['actor'] {
  if (delivered_as === 'campaigns_initiated' || delivered_as === 'automated') return 'campaign';
  return delivered_as === 'operator_initiated' ? 'bot' : actorOf(author);
}

function authored(actor: FetchedMessage['actor'], author: Author | null | undefined) {
  const id = author?.id ?? null;
  return {
    actor,
    author: id === null || actor === 'customer' ? id : `${actor}:${id}`,
    authorName: actor === 'agent' ? (author?.name ?? null) : null,
  };
}

const isBare = (text: string | null | undefined, attachments: readonly unknown[] | null | undefined) =>
  (text ?? '').trim() === '' && (attachments?.length ?? 0) > 0;

function toOpening({ source, created_at, updated_at }: IntercomConversation): FetchedMessage {
  const isRedacted = source.redacted === true;
  return {
    // Its number counts apart from those of the parts.
    externalId: `source:${source.id}`,
    at: created_at,
    ...authored(openerOf(source), source.author),
    visibility: 'public',
    kind: isBare(source.body, source.attachments) ? 'attachment' : 'message',
    text: isRedacted ? '' : (source.body ?? ''),
    inReplyTo: null,
    deletedAt: isRedacted ? updated_at : null,
  };
}

function toMessage(part: Part): FetchedMessage | null {
  const isRedacted = part.redacted === true;
  const hasWords = (part.body ?? '').trim() !== '' || isRedacted || isBare(part.body, part.attachments);
  if (!hasWords) return null;
  const isNote = part.part_type.startsWith('note');
  const isSpoken = isNote || spoken.has(part.part_type);
  return {
    externalId: part.id,
    at: part.created_at,
    ...authored(isSpoken ? actorOf(part.author) : 'system', part.author),
    visibility: isNote || !isSpoken ? 'private' : 'public',
    kind: isSpoken ? (isBare(part.body, part.attachments) ? 'attachment' : 'message') : 'status',
    text: isRedacted ? '' : (part.body ?? ''),
    inReplyTo: null,
    deletedAt: isRedacted ? (part.updated_at ?? part.created_at) : null,
  };
}

function toChanges(parts: readonly Part[]): FetchedConversation['statusChanges'] {
  const changes: FetchedConversation['statusChanges'] = [];
  let before: Status = 'open';
  for (const part of [...parts].sort((a, b) => a.created_at - b.created_at)) {
    const actor = actorOf(part.author);
    // A customer who writes opens what was closed, with or without a part that says so.
    const status = stateOf[part.part_type] ?? (part.part_type === 'comment' && actor === 'customer' ? 'open' : null);
    if (status === null || status === before) continue;
    const by: Closer = actor === 'customer' ? 'customer' : actor === 'agent' ? 'agent' : 'system';
    changes.push({ at: part.created_at, status, by });
    before = status;
  }
  return changes;
}

/** Whether older parts are missing: only the newest five hundred are given. */
export function isCut({ conversation_parts: { conversation_parts: parts, total_count }, statistics }: IntercomConversation): boolean {
  return Math.max(total_count ?? 0, statistics?.count_conversation_parts ?? 0) > parts.length && parts.length >= 500;
}

function toRatings({ conversation_rating: rating }: IntercomConversation): FetchedConversation['ratings'] {
  const value = rating?.rating;
  if (value == null || value < 1 || value > 5) return [];
  // `created_at` is when it was asked for.
  const at = rating?.updated_at ?? rating?.created_at ?? null;
  return [{ externalId: 'csat', kind: 'csat', value, scaleMin: 1, scaleMax: 5, at, comment: rating?.remark }];
}

export function toIntercomConversation({ conversation, team }: IntercomItem): FetchedConversation {
  const { id, source, contacts, state, conversation_parts, created_at, title } = conversation;
  const tags = (conversation.tags?.tags ?? []).map(({ name }) => name.slice(0, 128)).slice(0, 200);
  const type = source.type ?? 'conversation';
  const subject = [title, source.subject].find((text) => text != null && text.trim() !== '');
  return {
    coverage: isCut(conversation) ? 'part' : 'whole',
    externalId: id,
    channel: channels[type] ?? type,
    subject: subject ?? null,
    openedAt: created_at,
    status: statusOf[state],
    statusChanges: toChanges(conversation_parts.conversation_parts),
    customer: contacts?.contacts[0]?.id ?? null,
    languageHint: null,
    category: null,
    team,
    country: null,
    tags,
    exclusion: null,
    mergedInto: null,
    isComplaint: tags.includes('complaint'),
    messages: [toOpening(conversation), ...conversation_parts.conversation_parts.flatMap((part) => toMessage(part) ?? [])],
    ratings: toRatings(conversation),
  };
}
