// From the messages of one conversation to the rows that follow from them: nothing here is ever typed in.
import type { Tables } from '../dialect/db.ts';
import { deriveFacts } from '../facts/derive-facts.ts';
import type { StatusChange } from '../model/conversation.ts';
import type { Episode } from '../model/facts.ts';
import type { Instant } from '../model/instant.ts';
import { hidesAnswers } from './hidden-answers.ts';
import { listPlace } from './list-place.ts';
import type { FactSettings } from './page.ts';

export type ConversationRow = Tables['conversation']['$inferSelect'];
export type MessageRow = Tables['message']['$inferSelect'];
export type WaitRow = Tables['wait']['$inferSelect'];
export type EpisodeRow = Tables['episode']['$inferSelect'];
export type StatusChangeRow = Tables['statusChange']['$inferSelect'];
export type RatingRow = Tables['rating']['$inferSelect'];
export type MentionRow = Tables['mention']['$inferSelect'];

/** The columns of a conversation that follow from its messages. */
export type DerivedColumns = Pick<ConversationRow, 'arrivedAt' | 'lastMessageAt' | 'hasCustomer' | 'agentKey' | 'messageCount' | 'place'>;
export type TypedColumns = Omit<ConversationRow, keyof DerivedColumns>;

/** A conversation as it came in, its messages not judged yet. */
export type Undetermined = {
  readonly conversation: TypedColumns;
  readonly messages: readonly Omit<MessageRow, 'countsAsReply' | 'replyReason'>[];
  readonly statusChanges: readonly StatusChange[];
  /** The earliest arrival among the records that were merged into this one. */
  readonly mergedFirstAt: Instant | null;
};

export type DerivedRows = {
  readonly conversation: ConversationRow;
  readonly messages: readonly MessageRow[];
  readonly waits: readonly WaitRow[];
  readonly episodes: readonly EpisodeRow[];
};

export function deriveRows({ conversation, messages, statusChanges, mergedFirstAt }: Undetermined, settings: FactSettings): DerivedRows {
  const answersHidden = hidesAnswers(conversation, settings);
  const facts = deriveFacts({ conversation: { ...conversation, statusChanges, answersHidden }, messages, mergedFirstAt, ...settings });
  const judged = messages.map((message): MessageRow => {
    const verdict = facts.verdicts.get(message.externalId) ?? { counts: false, reason: 'empty' };
    return { ...message, countsAsReply: verdict.counts, replyReason: verdict.reason };
  });
  const replies = judged.filter((message) => message.countsAsReply).sort(byTime);
  const times = messages.flatMap(({ at }) => (at === null ? [] : [at]));
  const listedAt = facts.arrivedAt ?? conversation.openedAt ?? least(times);
  const conversationId = conversation.id;
  return {
    conversation: {
      ...conversation,
      arrivedAt: facts.arrivedAt,
      lastMessageAt: times.length === 0 ? null : times.reduce((a, b) => Math.max(a, b)),
      hasCustomer: messages.some(({ actor }) => actor === 'customer'),
      agentKey: replies[0]?.authorKey ?? null,
      messageCount: messages.filter(({ deletedAt }) => deletedAt === null).length,
      place: listPlace(listedAt, conversationId),
    },
    messages: judged,
    waits: facts.waits.map((wait, position) => ({ conversationId, position, ...wait })),
    episodes: facts.episodes.map((episode, position) => ({
      conversationId,
      position,
      ...episode,
      agentKey: lastReplier(replies, episode),
    })),
  };
}

/** Who replied last before the episode was solved, or so far. */
function lastReplier(replies: readonly MessageRow[], { openedAt, solvedAt }: Episode): string | null {
  const inside = replies.filter(({ at }) => at !== null && at >= openedAt && (solvedAt === null || at <= solvedAt));
  return inside.at(-1)?.authorKey ?? null;
}

function byTime(a: MessageRow, b: MessageRow): number {
  // Replies without a time come after all others: they are no evidence of who was first.
  return (a.at ?? Number.MAX_SAFE_INTEGER) - (b.at ?? Number.MAX_SAFE_INTEGER) || a.position - b.position;
}

function least(times: readonly Instant[]): Instant | null {
  return times.length === 0 ? null : times.reduce((a, b) => Math.min(a, b));
}
