// The events of one conversation in the order in which they count.
import type { StatusChange } from '../model/conversation.ts';
import type { ReplyVerdict } from '../model/facts.ts';
import type { Instant } from '../model/instant.ts';
import { isBotAnswer } from './counts-as-reply.ts';
import type { FactMessage } from './facts-input.ts';

/** A customer's words. `asks` is false for thanks, reactions, survey answers and the like, which start no clock. */
export type Asked = {
  readonly type: 'asked';
  readonly at: Instant;
  readonly externalId: string;
  readonly language: string;
  readonly asks: boolean;
  readonly isWords: boolean;
};

/** A substantive reply by one of us; `clamped` where the source dated it before the message that it answers. */
export type Replied = { readonly type: 'replied'; readonly at: Instant; readonly message: FactMessage; readonly clamped: boolean };

/** A bot's answer in words. */
export type BotAnswered = { readonly type: 'bot'; readonly at: Instant };

/** Anything else that was said: notes, automatic replies, third parties. */
export type Other = { readonly type: 'other'; readonly at: Instant; readonly message: FactMessage };

export type Solved = { readonly type: 'solved'; readonly at: Instant; readonly by: StatusChange['by'] };
export type Opened = {
  readonly type: 'opened';
  readonly at: Instant;
  readonly by: StatusChange['by'];
  readonly status: 'open' | 'pending';
};

export type TimeLineEvent = Asked | Replied | BotAnswered | Other | Solved | Opened;

export type TimeLineInput = {
  readonly messages: readonly FactMessage[];
  readonly statusChanges: readonly StatusChange[];
  readonly verdicts: ReadonlyMap<string, ReplyVerdict>;
  /** An earlier customer message that lives in a record merged into this one; null where there is none. */
  readonly mergedFirstAt: Instant | null;
  /** Language of the conversation, for the merged message whose text is elsewhere. */
  readonly language: string;
};

/** The first customer message that has a time; null where there is none. */
export function firstAskedAt(messages: readonly FactMessage[]): Instant | null {
  let first: Instant | null = null;
  for (const message of messages) {
    if (message.actor === 'customer' && message.at !== null && (first === null || message.at < first)) first = message.at;
  }
  return first;
}

function messageEvent(message: FactMessage, at: Instant, verdicts: ReadonlyMap<string, ReplyVerdict>): TimeLineEvent {
  if (message.actor === 'customer') {
    const isWords = message.kind === 'message' || message.kind === 'attachment';
    const { externalId, language, needsAnswer } = message;
    return { type: 'asked', at, externalId, language, asks: isWords && needsAnswer, isWords };
  }
  if (verdicts.get(message.externalId)?.counts === true)
    return { type: 'replied', at, message, clamped: message.at !== null && message.at < at };
  return isBotAnswer(message) ? { type: 'bot', at } : { type: 'other', at, message };
}

/**
 * Orders everything that has a time by that time; at one instant messages come before status changes (an agent who replies and solves
 * in one step has replied first) and otherwise the order of the source holds.
 * A reply that the source dates before the customer message it names in `inReplyTo` takes the time of that message: app stores give
 * the last edit of a review as its time, and a reply cannot come before its question. Messages without a time are left out.
 */
export function toTimeLine(input: TimeLineInput): TimeLineEvent[] {
  const askedAt = new Map<string, Instant>();
  for (const message of input.messages) {
    if (message.actor === 'customer' && message.at !== null) askedAt.set(message.externalId, message.at);
  }
  const placed: { event: TimeLineEvent; rank: number }[] = [];
  const first = firstAskedAt(input.messages);
  if (input.mergedFirstAt !== null && (first === null || input.mergedFirstAt < first)) {
    const { mergedFirstAt: at, language } = input;
    placed.push({ event: { type: 'asked', at, externalId: '', language, asks: true, isWords: true }, rank: 0 });
  }
  for (const message of input.messages) {
    if (message.at === null) continue;
    const questionAt = (input.verdicts.get(message.externalId)?.counts === true && askedAt.get(message.inReplyTo ?? '')) || message.at;
    const event = messageEvent(message, Math.max(message.at, questionAt), input.verdicts);
    placed.push({ event, rank: event.type === 'replied' && event.clamped ? 1 : 0 });
  }
  for (const { at, status, by } of input.statusChanges) {
    const isEnd = status === 'solved' || status === 'closed';
    placed.push({ event: isEnd ? { type: 'solved', at, by } : { type: 'opened', at, by, status }, rank: 2 });
  }
  return placed.sort((a, b) => a.event.at - b.event.at || a.rank - b.rank).map((entry) => entry.event);
}
