// Freshdesk: what its interface says of a ticket and what was said in it, and the conversation that it means.
import { z } from 'zod';
import type { Status } from '#db/model/conversation.ts';
import type { FetchedConversation, FetchedMessage } from '../fetched.ts';
import { idText, isoTime } from './vendor-shapes.ts';

const statsShape = z.object({ resolved_at: isoTime.nullish(), closed_at: isoTime.nullish(), reopened_at: isoTime.nullish() });

export const freshdeskTicketShape = z.object({
  id: idText,
  subject: z.string().nullish(),
  description_text: z.string().nullish(),
  status: z.number(),
  source: z.number(),
  type: z.string().nullish(),
  spam: z.boolean().nullish(),
  deleted: z.boolean().nullish(),
  requester_id: idText,
  group_id: idText.nullish(),
  tags: z.array(z.string()).nullish(),
  attachments: z.array(z.unknown()).nullish(),
  stats: statsShape.nullish(),
  created_at: isoTime,
  updated_at: isoTime,
});
export type FreshdeskTicket = z.infer<typeof freshdeskTicketShape>;

export const freshdeskEntryShape = z.object({
  id: idText,
  body_text: z.string().nullish(),
  incoming: z.boolean(),
  private: z.boolean(),
  user_id: idText.nullish(),
  source: z.number(),
  attachments: z.array(z.unknown()).nullish(),
  created_at: isoTime,
});
export type FreshdeskEntry = z.infer<typeof freshdeskEntryShape>;

export const freshdeskRatingShape = z.object({
  id: idText,
  ticket_id: idText,
  ratings: z.object({ default_question: z.coerce.number().nullish() }).nullish(),
  feedback: z.string().nullish(),
  created_at: isoTime,
  updated_at: isoTime.nullish(),
});
export type FreshdeskRating = z.infer<typeof freshdeskRatingShape>;

export type FreshdeskItem = {
  readonly ticket: FreshdeskTicket;
  readonly entries: readonly FreshdeskEntry[];
  readonly ratings: readonly FreshdeskRating[];
  readonly team: string | null;
  /** Names of agents by number, where they may be read. */
  readonly agents: ReadonlyMap<string, string>;
};

const statusOf: ReadonlyMap<number, Status> = new Map([
  [2, 'open'],
  [3, 'pending'],
  [4, 'solved'],
  [5, 'closed'],
]);
const channels: ReadonlyMap<number, string> = new Map([
  [1, 'email'],
  [2, 'web'],
  [3, 'phone'],
  [5, 'x'],
  [6, 'facebook'],
  [7, 'chat'],
  [9, 'web'],
  [10, 'email'],
  [13, 'whatsapp'],
  [15, 'chat'],
]);
const outbound = 10;
const webChat = 15;
/** Of what was said: a survey that was sent out. */
const survey = 6;

/** Seven steps from -103 to 103 become 1 to 7; an account with fewer steps uses some of them. */
const steps: readonly number[] = [-103, -102, -101, 100, 101, 102, 103];

function toRatings({ ratings }: FreshdeskItem): FetchedConversation['ratings'] {
  return ratings.flatMap(({ id, ratings: given, feedback, created_at, updated_at }) => {
    const step = steps.indexOf(given?.default_question ?? Number.NaN);
    if (step < 0) return [];
    const scale = { kind: 'csat' as const, value: step + 1, scaleMin: 1, scaleMax: steps.length };
    return [{ externalId: id, ...scale, at: updated_at ?? created_at, comment: feedback }];
  });
}

const isBare = (text: string | null | undefined, attachments: readonly unknown[] | null | undefined) =>
  (text ?? '').trim() === '' && (attachments?.length ?? 0) > 0;

/** A ticket that we opened towards a customer begins with our words. */
function toOpening({ ticket }: FreshdeskItem): FetchedMessage {
  const { id, source, requester_id, description_text, attachments, created_at } = ticket;
  const isOurs = source === outbound;
  return {
    externalId: `ticket:${id}`,
    at: created_at,
    actor: isOurs ? 'agent' : 'customer',
    author: isOurs ? null : requester_id,
    authorName: null,
    visibility: 'public',
    kind: isBare(description_text, attachments) ? 'attachment' : 'message',
    text: description_text ?? '',
    inReplyTo: null,
    deletedAt: null,
  };
}

function toMessage(entry: FreshdeskEntry, agents: FreshdeskItem['agents']): FetchedMessage {
  const isAutomatic = entry.source === survey || (!entry.incoming && entry.user_id == null);
  const actor = entry.incoming ? 'customer' : isAutomatic ? 'system' : 'agent';
  return {
    externalId: entry.id,
    at: entry.created_at,
    actor,
    author: entry.user_id == null || actor === 'customer' ? (entry.user_id ?? null) : `${actor}:${entry.user_id}`,
    authorName: actor === 'agent' ? (agents.get(entry.user_id ?? '') ?? null) : null,
    visibility: entry.private ? 'private' : 'public',
    kind:
      entry.source === survey
        ? 'survey'
        : isAutomatic
          ? 'auto_reply'
          : isBare(entry.body_text, entry.attachments)
            ? 'attachment'
            : 'message',
    text: entry.body_text ?? '',
    inReplyTo: null,
    deletedAt: null,
  };
}

/** What a chat began with stands in the description and once more as its first event. */
function isDoubled({ ticket, entries }: FreshdeskItem): boolean {
  const first = entries[0];
  return ticket.source === webChat && first !== undefined && (first.body_text ?? '').trim() === (ticket.description_text ?? '').trim();
}

function toChanges({ ticket: { stats, status } }: FreshdeskItem): FetchedConversation['statusChanges'] {
  const { resolved_at, closed_at, reopened_at } = stats ?? {};
  const changes: FetchedConversation['statusChanges'] = [];
  if (resolved_at != null) changes.push({ at: resolved_at, status: 'solved', by: 'agent' });
  if (closed_at != null && closed_at !== resolved_at) changes.push({ at: closed_at, status: 'closed', by: 'agent' });
  if (reopened_at != null) changes.push({ at: reopened_at, status: 'open', by: 'customer' });
  const sorted = changes.sort((a, b) => a.at - b.at);
  const last = sorted.at(-1);
  const isOver = status === 4 || status === 5;
  // An older reopening is told although a later solve is not, or the other way round: the last change has to agree with what is.
  return last === undefined || (last.status === 'open') !== isOver ? sorted : sorted.slice(0, -1);
}

export function toFreshdeskConversation(item: FreshdeskItem): FetchedConversation {
  const { ticket, entries, team, agents } = item;
  const messages = entries.map((entry) => toMessage(entry, agents));
  const tags = (ticket.tags ?? []).slice(0, 200).map((tag) => tag.slice(0, 128));
  return {
    coverage: 'whole',
    externalId: ticket.id,
    channel: channels.get(ticket.source) ?? 'other',
    subject: ticket.subject ?? null,
    openedAt: ticket.created_at,
    // Companies add statuses of their own from 6 on: neither solved nor closed, so still ours to do.
    status: statusOf.get(ticket.status) ?? 'open',
    statusChanges: toChanges(item),
    customer: ticket.requester_id,
    languageHint: null,
    category: ticket.type?.slice(0, 128) || null,
    team,
    country: null,
    tags,
    exclusion: ticket.deleted === true ? 'deleted' : ticket.spam === true ? 'spam' : null,
    mergedInto: null,
    isComplaint: tags.includes('complaint'),
    messages: ticket.deleted === true ? [] : isDoubled(item) ? messages : [toOpening(item), ...messages],
    ratings: toRatings(item),
  };
}
