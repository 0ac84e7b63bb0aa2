// Chatwoot: what its interface says of a conversation and its messages, and the conversation that it means.
import { z } from 'zod';
import type { Status } from '#db/model/conversation.ts';
import type { Instant } from '#db/model/instant.ts';
import type { FetchedConversation, FetchedMessage } from '../fetched.ts';
import { epochTime, idText, isoTime } from './vendor-shapes.ts';

const senderShape = z.object({ id: idText, name: z.string().nullish(), type: z.string().nullish() });

export const chatwootHeadShape = z.object({
  id: idText,
  status: z.string(),
  created_at: epochTime,
  updated_at: epochTime.nullish(),
  last_activity_at: epochTime.nullish(),
  labels: z.array(z.string()).default([]),
  additional_attributes: z.looseObject({ mail_subject: z.string().nullish() }).nullish(),
  meta: z.object({
    sender: z.object({ id: idText, blocked: z.boolean().nullish() }).nullish(),
    channel: z.string().nullish(),
    team: z.object({ name: z.string().nullish() }).nullish(),
  }),
});
export type ChatwootHead = z.infer<typeof chatwootHeadShape>;

const contentAttributes = z.looseObject({
  deleted: z.boolean().nullish(),
  in_reply_to: idText.nullish(),
  submitted_values: z.unknown().optional(),
});

export const chatwootMessageShape = z.object({
  id: z.number(),
  content: z.string().nullish(),
  message_type: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  content_type: z.string().nullish(),
  content_attributes: contentAttributes.nullish(),
  created_at: epochTime,
  private: z.boolean().default(false),
  sender: senderShape.nullish(),
  sender_type: z.string().nullish(),
  attachments: z.array(z.unknown()).default([]),
});
export type ChatwootMessage = z.infer<typeof chatwootMessageShape>;

export const reportingEventShape = z.object({ name: z.string(), event_end_time: isoTime, user_id: idText.nullish() });
export type ReportingEvent = z.infer<typeof reportingEventShape>;

/** A conversation with everything in it. `account` is part of its id: numbers begin at one in every account. */
export type ChatwootItem = {
  readonly account: string;
  readonly head: ChatwootHead;
  readonly messages: readonly ChatwootMessage[];
  readonly events: readonly ReportingEvent[];
  /** When surveys were answered, by the message that asked; absent where that is not known. */
  readonly ratedAt: ReadonlyMap<number, Instant>;
};

const answerShape = z.object({ rating: z.number().int().min(1).max(5), feedback_message: z.string().nullish().catch(null) });
const surveyShape = z.object({ csat_survey_response: answerShape });

/** The stars given in answer to a survey, and what was written with them; null where it was not answered. */
export function surveyAnswerOf({ content_type, content_attributes }: ChatwootMessage): z.infer<typeof answerShape> | null {
  if (content_type !== 'input_csat') return null;
  const parsed = surveyShape.safeParse(content_attributes?.submitted_values);
  return parsed.success ? parsed.data.csat_survey_response : null;
}

const statusOf: Readonly<Record<string, Status>> = { open: 'open', pending: 'pending', snoozed: 'pending', resolved: 'solved' };

const channels: Readonly<Record<string, string>> = {
  WebWidget: 'chat',
  Email: 'email',
  TwilioSms: 'sms',
  Sms: 'sms',
  FacebookPage: 'facebook',
  TwitterProfile: 'x',
  Voice: 'phone',
};

function channelOf(name: string | null | undefined): string {
  const bare = (name ?? '').replace(/^Channel::/, '');
  return bare === '' ? 'chat' : (channels[bare] ?? bare.toLowerCase().slice(0, 64));
}

function actorOf({ message_type, sender, sender_type }: ChatwootMessage): FetchedMessage['actor'] {
  const type = sender?.type ?? sender_type ?? '';
  switch (message_type) {
    case 0:
      return 'customer';
    case 1:
      // Rules and integrations answer without a sender.
      return /^(?:agent_?bot|captain)/i.test(type) ? 'bot' : sender == null && sender_type == null ? 'system' : 'agent';
    case 2:
      return 'system';
    case 3:
      return 'bot';
    default:
      return message_type satisfies never;
  }
}

function kindOf(message: ChatwootMessage, actor: FetchedMessage['actor']): FetchedMessage['kind'] {
  if (message.content_type === 'input_csat') return 'survey';
  if (message.message_type === 2) return 'status';
  if (message.message_type === 3 || actor === 'system') return 'auto_reply';
  return (message.content ?? '').trim() === '' && message.attachments.length > 0 ? 'attachment' : 'message';
}

function toMessage(message: ChatwootMessage, customer: string | null): FetchedMessage {
  const actor = actorOf(message);
  const isDeleted = message.content_attributes?.deleted === true;
  return {
    externalId: String(message.id),
    at: message.created_at,
    actor,
    author:
      actor === 'customer' ? (customer ?? message.sender?.id ?? null) : message.sender == null ? null : `${actor}:${message.sender.id}`,
    authorName: actor === 'agent' ? (message.sender?.name ?? null) : null,
    // Notes about the conversation are shown to our side only.
    visibility: message.private || message.message_type === 2 ? 'private' : 'public',
    kind: kindOf(message, actor),
    // A deleted message keeps its row, and says so in its place.
    text: isDeleted ? '' : (message.content ?? ''),
    inReplyTo: message.content_attributes?.in_reply_to ?? null,
    deletedAt: isDeleted ? message.created_at : null,
  };
}

const changeOf: Readonly<Record<string, Status>> = { conversation_resolved: 'solved', conversation_opened: 'open' };

function toChanges({ events, head, messages }: ChatwootItem): FetchedConversation['statusChanges'] {
  const told = events.flatMap(({ name, event_end_time: at, user_id }): FetchedConversation['statusChanges'] => {
    const status = changeOf[name];
    return status === undefined ? [] : [{ at, status, by: user_id == null ? 'system' : 'agent' }];
  });
  if (told.length > 0 || head.status !== 'resolved') return told.sort((a, b) => a.at - b.at);
  // Without events the last note on the conversation is the nearest to when it was resolved.
  const note = messages.findLast(({ message_type }) => message_type === 2);
  return note === undefined ? [] : [{ at: note.created_at, status: 'solved', by: 'system' }];
}

export function toChatwootConversation(item: ChatwootItem): FetchedConversation {
  const { account, head, messages, ratedAt } = item;
  const customer = head.meta.sender?.id ?? null;
  return {
    coverage: 'whole',
    externalId: `${account}:${head.id}`,
    channel: channelOf(head.meta.channel),
    subject: head.additional_attributes?.mail_subject ?? null,
    openedAt: head.created_at,
    status: statusOf[head.status] ?? 'open',
    statusChanges: toChanges(item),
    customer,
    languageHint: null,
    category: null,
    team: head.meta.team?.name?.slice(0, 128) ?? null,
    country: null,
    tags: head.labels.slice(0, 200).map((label) => label.slice(0, 128)),
    exclusion: null,
    mergedInto: null,
    isComplaint: head.labels.includes('complaint'),
    messages: messages.map((message) => toMessage(message, customer)),
    ratings: messages.flatMap((message) => {
      const answer = surveyAnswerOf(message);
      if (answer === null) return [];
      const scale = { kind: 'csat' as const, value: answer.rating, scaleMin: 1, scaleMax: 5 };
      const at = ratedAt.get(message.id) ?? message.created_at;
      return [{ externalId: String(message.id), ...scale, at, comment: answer.feedback_message }];
    }),
  };
}
