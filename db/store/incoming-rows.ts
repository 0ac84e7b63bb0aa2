// From a conversation as it comes in to the rows that are stored of it, before anything is derived.

import { notScored, summariseScores } from '../facts/score-summary.ts';
import type { IncomingConversation, IncomingMessage, StatusChange } from '../model/conversation.ts';
import type { ReplyReason } from '../model/facts.ts';
import type { Instant } from '../model/instant.ts';
import type { ScoredConversation, ScoreSummary } from '../model/scored.ts';
import type { MentionRow, MessageRow, RatingRow, StatusChangeRow, TypedColumns } from './derived-rows.ts';
import { subjectPlace } from './mentions.ts';
import { storableText } from './storable-text.ts';

export type BareMessage = Omit<MessageRow, 'countsAsReply' | 'replyReason'>;

/** What the store gives a conversation that it saves. */
export type Stamp = Pick<TypedColumns, 'id' | 'sourceId' | 'contentHash' | 'revision' | 'change' | 'savedAt'>;

/** The conversation with every text in a form that both databases can hold; ids too, for they are looked up by what is stored. */
export function toStorable<Incoming extends IncomingConversation | ScoredConversation>(conversation: Incoming): Incoming {
  // JSON writes what cannot be stored as an escape, so one look at the whole text is enough nearly always.
  return /\\u0000|\\ud[89a-f]/.test(JSON.stringify(conversation)) ? deepStorable(conversation) : conversation;
}

function deepStorable<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_key, part: unknown) => (typeof part === 'string' ? storableText(part) : part));
}

// One property after the other, here and below: objects of this size are many times slower to make by spreading.

export function toTypedColumns(conversation: IncomingConversation | ScoredConversation, stamp: Stamp): TypedColumns {
  const scores: ScoreSummary = 'scorer' in conversation ? summariseScores(conversation) : notScored;
  return {
    id: stamp.id,
    sourceId: stamp.sourceId,
    contentHash: stamp.contentHash,
    revision: stamp.revision,
    change: stamp.change,
    savedAt: stamp.savedAt,
    externalId: conversation.externalId,
    channel: conversation.channel,
    subject: conversation.subject,
    openedAt: conversation.openedAt,
    status: conversation.status,
    customerKey: conversation.customerKey,
    language: conversation.language,
    category: conversation.category,
    team: conversation.team,
    country: conversation.country,
    tags: conversation.tags,
    exclusion: conversation.exclusion,
    // A record that says it was merged into itself was not merged.
    mergedInto: conversation.mergedInto === conversation.externalId ? null : conversation.mergedInto,
    isComplaint: conversation.isComplaint,
    sentiment: scores.sentiment,
    sentimentScore: scores.sentimentScore,
    sentimentOpening: scores.sentimentOpening,
    sentimentClosing: scores.sentimentClosing,
    scoredCategory: scores.scoredCategory,
    scoredCategoryConfidence: scores.scoredCategoryConfidence,
    harm: scores.harm,
    harmReasons: scores.harmReasons,
    risk: scores.risk,
    risks: scores.risks,
    scorer: scores.scorer,
  };
}

/** The messages that came in, and those that are stored and did not come again: they stay, without their text, at their time. */
export function toBareMessages(
  conversation: IncomingConversation,
  stored: readonly MessageRow[],
  { id, savedAt }: Pick<Stamp, 'id' | 'savedAt'>,
): BareMessage[] {
  const incoming = [...new Map(conversation.messages.map((message) => [message.externalId, message])).values()];
  const present = new Set(incoming.map(({ externalId }) => externalId));
  const gone = stored.filter(({ externalId }) => !present.has(externalId));
  const messages = incoming.map((message, position) => toBareMessage(message, id, position));
  if (gone.length === 0) return messages;
  for (const message of gone) messages.splice(placeOf(message, messages), 0, toTombstone(message, savedAt));
  return messages.map((message, position) => ({ ...message, position }));
}

function toBareMessage(message: IncomingMessage, conversationId: number, position: number): BareMessage {
  return {
    conversationId,
    externalId: message.externalId,
    position,
    at: message.at,
    actor: message.actor,
    authorKey: message.authorKey,
    visibility: message.visibility,
    kind: message.kind,
    body: message.deletedAt === null ? message.body : '',
    language: message.language,
    languageConfidence: message.languageConfidence,
    needsAnswer: message.needsAnswer,
    needsAnswerReason: message.needsAnswerReason,
    inReplyTo: message.inReplyTo,
    deletedAt: message.deletedAt,
    redactions: message.redactions,
  };
}

/** Verdicts that were given for the text: without it, the message must not begin to count. */
const forTheText: readonly ReplyReason[] = ['reaction_only', 'attachment_only', 'empty'];

function toTombstone({ countsAsReply: _, replyReason, ...message }: MessageRow, now: Instant): BareMessage {
  const kind = forTheText.includes(replyReason) ? 'reaction' : message.kind;
  return { ...message, kind, body: '', deletedAt: message.deletedAt ?? now };
}

function placeOf(gone: MessageRow, messages: readonly BareMessage[]): number {
  const { at } = gone;
  const next = at === null ? -1 : messages.findIndex((message) => message.at !== null && message.at > at);
  return next === -1 ? messages.length : next;
}

export function toStatusChanges({ statusChanges }: IncomingConversation): StatusChange[] {
  return [...statusChanges].sort((a, b) => a.at - b.at);
}

export function toStatusChangeRows(changes: readonly StatusChange[], conversationId: number): StatusChangeRow[] {
  return changes.map(({ at, status, by }, position) => ({ conversationId, position, at, status, by }));
}

/** Of several ratings with one id the last counts. */
export function toRatingRows({ ratings }: IncomingConversation, conversationId: number): RatingRow[] {
  return [...new Map(ratings.map((rating) => [rating.externalId, rating])).values()].map((rating) => ({
    conversationId,
    ...rating,
    comment: rating.comment ?? null,
    commentRedactions: rating.comment == null ? null : (rating.commentRedactions ?? []),
  }));
}

/** What is gone from a message is gone from its mentions. */
export function toMentionRows({ mentions: ofSubject = [], messages }: IncomingConversation, conversationId: number): MentionRow[] {
  const rows = new Map<string, MentionRow>();
  for (const { kind, key } of ofSubject) rows.set(`${key} ${subjectPlace}`, { conversationId, externalId: subjectPlace, kind, key });
  for (const { externalId, deletedAt, mentions = [] } of messages) {
    if (deletedAt !== null) continue;
    for (const { kind, key } of mentions) rows.set(`${key} ${externalId}`, { conversationId, externalId, kind, key });
  }
  return [...rows.values()];
}

/** Names of our agents by the key of their messages. */
export function toStaffNames(conversations: readonly IncomingConversation[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { messages } of conversations) {
    for (const { actor, authorKey, agentName } of messages) {
      if (actor === 'agent' && authorKey !== null && agentName !== null) names.set(authorKey, agentName);
    }
  }
  return names;
}
